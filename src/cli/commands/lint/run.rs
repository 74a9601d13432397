//! Linting one draft: reading, analyzing, fixing. It prints nothing but what `--verbose` asks for.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use crate::analysis::name_of_language;
use crate::cli::args::{Args, LintArgs};
use crate::cli::commands::lint::task::Task;
use crate::cli::commands::shared::model;
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
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
    pub foreign_language: Option<&'static str>,
    /// Why the fixes could not be written; the findings are then those of the draft as it is.
    pub unwritten: Option<CliError>,
}

/// A fix may make room for another one (“the the the”); this many rounds are enough for any that comes to an end.
const MAX_ROUNDS: usize = 10;

/// Lints one draft, and writes its fixes if that is asked for.
pub fn run(task: &Task, lint: &LintArgs, configuration: &Configuration, args: &Args) -> Result<Linted, CliError> {
    if args.verbose {
        output::note(&format!("reading {}", task.path.display()));
    }
    let limit = lint.reading.max_size.0;
    let text: Arc<str> = if task.is_stdin {
        input::read_stdin(limit)?.into()
    } else {
        input::read_file(&task.path, limit)?.into()
    };
    let draft = configuration.draft(text, &task.path, &task.settings, Arc::clone(&task.rules));
    // A mistake of ours in one draft must not cost the others.
    let (first, mut linted) =
        panic::catch_unwind(AssertUnwindSafe(|| analyse(draft, lint.fix || lint.diff))).map_err(|_| {
            CliError::Internal {
                path: task.path.clone(),
            }
        })?;
    if let Some(language) = linted.foreign_language.filter(|_| args.verbose) {
        let language = name_of_language(language);
        output::note(&format!("{} is in {language} and was left alone", task.path.display()));
    }
    if lint.fix
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

/// The draft as it is, where fixes were made, and the draft with its fixes.
fn analyse(mut draft: Draft, with_fixes: bool) -> (Option<Linted>, Linted) {
    let before = Arc::clone(&draft.text);
    let cache = Cache::default();
    let mut snapshot = engine::analyse(&draft, &cache, model());
    let (mut first, mut fixed) = (None, 0);
    for _ in 0..MAX_ROUNDS {
        let (text, applied) = if with_fixes {
            fix::apply(&draft.text, &snapshot.findings)
        } else {
            (String::new(), 0)
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
        before: Arc::clone(before),
        after: snapshot.text,
        findings: snapshot.findings,
        set_aside: snapshot.suppressed.into_iter().map(SetAside::from).collect(),
        fixed,
        foreign_language: snapshot.facts.foreign_language,
        unwritten: None,
    }
}
