//! Linting one draft: reading, analyzing, fixing. It prints nothing but what `--verbose` asks for.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use crate::analysis::name_of_language;
use crate::cli::args::{Args, LintArgs};
use crate::cli::cache::{Remembered, ResultCache};
use crate::cli::commands::lint::task::Task;
use crate::cli::commands::shared::{model, unread_lines, warn_of_unread};
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
use crate::cli::fix::FixesWanted;
use crate::cli::notes::notes_of;
use crate::cli::output::lint::SetAside;
use crate::cli::{fix, input, output};
use crate::engine::{self, Cache, Draft, Snapshot};
use crate::rules::Finding;

/// One draft that was linted.
pub struct Linted {
    /// The text as it was read.
    pub before: Arc<str>,
    /// The text that the findings are about: with fixes made, or as it was.
    pub after: Arc<str>,
    /// The findings that are left.
    pub findings: Vec<Finding>,
    /// Findings that are not wanted.
    pub set_aside: Vec<SetAside>,
    /// How many findings were fixed.
    pub fixed: usize,
    /// The language of a draft that is left alone.
    pub foreign_language: Option<String>,
    /// The lines of paragraphs that were not read.
    pub unread: Vec<usize>,
    /// Why the fixes could not be written; the findings are then those of the draft as it is.
    pub unwritten: Option<CliError>,
}

/// A fix may make room for another one (“the the the”); this many rounds are enough for any that comes to an end.
const MAX_ROUNDS: usize = 10;

/// What all drafts of a run are linted with.
pub struct Setting<'a> {
    /// The arguments of the command.
    pub lint: &'a LintArgs,
    /// The arguments of the program.
    pub args: &'a Args,
    /// The configurations.
    pub configuration: &'a Configuration,
    /// Results of earlier runs, where they may be used.
    pub cache: Option<ResultCache>,
}

/// Lints one draft, and writes its fixes if that is asked for.
pub fn run(task: &Task, setting: &Setting<'_>) -> Result<Linted, CliError> {
    let Setting { lint, args, .. } = setting;
    if args.verbose {
        output::note(&format!("reading {}", task.path.display()));
    }
    let limit = lint.reading.limit();
    let text: Arc<str> = if task.is_stdin {
        input::read_stdin(limit)?.into()
    } else {
        input::read_file(&task.path, limit)?.into()
    };
    let rules = Arc::clone(&task.rules);
    let mut draft = setting.configuration.draft(text, &task.path, &task.settings, rules);
    if !task.is_stdin || lint.stdin_filename.is_some() {
        let shelf = setting.configuration.notes();
        draft.read_as.settings.notes = notes_of(&draft, &task.path, &task.settings, shelf);
    }
    // Notes change without the draft.
    let has_notes = draft.read_as.settings.notes.is_some();
    let cache = setting.cache.as_ref().filter(|_| !task.is_stdin && !has_notes);
    let kept = cache.map(|cache| (cache, cache.key(&draft)));
    let fixes = lint.fixes();
    let remembered = kept.as_ref().and_then(|(cache, key)| cache.get(key));
    // What is remembered does not tell words that may be somebody's.
    let is_enough = |remembered: &Remembered| match fixes {
        None => true,
        Some(FixesWanted::Safe) => !remembered.findings.iter().any(|finding| finding.safe_fix().is_some()),
        Some(FixesWanted::Suggested) => remembered.findings.iter().all(|finding| finding.fixes.is_empty()),
    };
    if let Some(remembered) = remembered.filter(is_enough) {
        let linted = Linted::remembered(&draft.text, remembered);
        tell_language(task, args, &linted);
        return Ok(linted);
    }
    // A mistake of ours in one draft must not cost the others.
    let (first, mut linted) =
        panic::catch_unwind(AssertUnwindSafe(|| analyse(draft, fixes))).map_err(|_| CliError::Internal {
            path: task.path.clone(),
        })?;
    warn_of_unread(&task.path, &linted.unread);
    if let Some((cache, key)) = kept.filter(|_| linted.fixed == 0 && linted.unread.is_empty()) {
        cache.put(&key, &linted.to_remember());
    }
    tell_language(task, args, &linted);
    if lint.writes_fixes()
        && !task.is_stdin
        && linted.fixed > 0
        && let Err(error) = fix::replace(&task.path, &linted.before, &linted.after)
    {
        // The draft is as it was, so what was found in it is what there is to say.
        linted = Linted {
            unwritten: Some(error),
            ..first.unwrap_or(linted)
        };
    }
    Ok(linted)
}

/// Says with `--verbose` why a draft has no findings.
fn tell_language(task: &Task, args: &Args, linted: &Linted) {
    if let Some(language) = linted.foreign_language.as_ref().filter(|_| args.verbose) {
        let language = name_of_language(language);
        output::note(&format!("{} is in {language} and was left alone", task.path.display()));
    }
}

impl Linted {
    fn remembered(text: &Arc<str>, remembered: Remembered) -> Self {
        let Remembered {
            findings,
            set_aside,
            foreign_language,
        } = remembered;
        Self {
            before: Arc::clone(text),
            after: Arc::clone(text),
            findings,
            set_aside,
            fixed: 0,
            foreign_language,
            unread: Vec::new(),
            unwritten: None,
        }
    }

    fn to_remember(&self) -> Remembered {
        Remembered {
            findings: self.findings.clone(),
            set_aside: self.set_aside.clone(),
            foreign_language: self.foreign_language.clone(),
        }
    }
}

/// The draft as it is, where fixes were made, and the draft with its fixes.
fn analyse(mut draft: Draft, fixes: Option<FixesWanted>) -> (Option<Linted>, Linted) {
    let before = Arc::clone(&draft.text);
    let cache = Cache::default();
    let mut snapshot = engine::analyse(&draft, &cache, model());
    let (mut first, mut fixed) = (None, 0);
    for _ in 0..MAX_ROUNDS {
        let (text, applied) = match fixes {
            Some(wanted) => fix::apply(&draft.text, &snapshot.findings, wanted),
            None => (String::new(), 0),
        };
        if applied == 0 {
            break;
        }
        fixed += applied;
        draft.text = text.into();
        let next = engine::analyse(&draft, &cache, model());
        let last = std::mem::replace(&mut snapshot, next);
        first.get_or_insert_with(|| linted(&before, last, 0));
    }
    (first, linted(&before, snapshot, fixed))
}

fn linted(before: &Arc<str>, snapshot: Snapshot, fixed: usize) -> Linted {
    Linted {
        unread: unread_lines(&snapshot),
        before: Arc::clone(before),
        after: snapshot.text,
        findings: snapshot.findings,
        set_aside: snapshot.suppressed.into_iter().map(SetAside::from).collect(),
        fixed,
        foreign_language: snapshot.facts.foreign_language.map(str::to_owned),
        unwritten: None,
    }
}
