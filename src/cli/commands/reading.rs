//! Reads the drafts that paths mean, a few at a time on all cores, and hands what is made of each on in order. It holds no more
//! than those few, and a draft that cannot be read costs no other.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::cli::args::{Args, ReadingArgs};
use crate::cli::commands::shared::{model, unread_lines, warn_of_unread, workers};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::input;
use crate::cli::notes::notes_of;
use crate::cli::output;
use crate::cli::walk::{self, Target};
use crate::config::Settings;
use crate::engine::{self, Cache, Snapshot};
use crate::rules;

/// What is to be read.
pub struct WantedDrafts<'a> {
    /// Files and folders.
    pub paths: &'a [PathBuf],
    /// What standard input is called.
    pub stdin_filename: Option<&'a Path>,
    /// A file that is no draft, although it may be in one of the folders, with its path resolved.
    pub left_out: Option<PathBuf>,
    /// How to read.
    pub reading: &'a ReadingArgs,
    /// Whether anybody asks for findings; else no rule runs.
    pub with_findings: bool,
}

/// How a reading went.
#[derive(Debug, Default)]
pub struct ReadOutcome {
    /// The drafts that could not be read; they have been reported.
    pub unread: Vec<String>,
    /// Whether anything could not be read, a folder included.
    pub failed: bool,
    /// Whether any draft was read.
    pub was_read: bool,
}

/// How many drafts are read before what they say is handed on; no more are held at a time.
const PORTION: usize = 32;

/// Reads drafts: `make` runs where the draft is read, by its name, and `take` gets what it made, in the order of the paths.
/// What cannot be read is reported, and keeps nothing else from being read.
pub fn each_draft<T: Send>(
    wanted: &WantedDrafts<'_>,
    args: &Args,
    configuration: &mut Configuration,
    make: impl Fn(String, Snapshot) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), CliError>,
) -> Result<ReadOutcome, CliError> {
    let targets = walk::targets(wanted.paths);
    let mut outcome = ReadOutcome::default();
    if !args.quiet {
        targets.warn();
    }
    for error in &targets.errors {
        outcome.failed = true;
        output::report_error(error);
    }
    let workers = workers(wanted.reading.jobs, targets.drafts.len())?;
    for portion in targets.drafts.chunks(PORTION) {
        let drafts = portion.iter().map(|target| chosen(target, wanted, configuration));
        let drafts: Vec<_> = drafts.collect::<Result<_, _>>()?;
        let drafts: Vec<_> = drafts.into_iter().flatten().collect();
        let configuration = &*configuration;
        let read = |draft: &ChosenDraft<'_>| made(draft, wanted, configuration, &make);
        let done: Vec<_> = workers.install(|| drafts.par_iter().map(read).collect());
        for (draft, one) in drafts.iter().zip(done) {
            match one {
                Ok(made) => {
                    outcome.was_read = true;
                    take(made)?;
                }
                Err(error) => {
                    outcome.failed = true;
                    outcome.unread.push(draft.path.display().to_string());
                    output::report_error(&error);
                }
            }
        }
    }
    Ok(outcome)
}

/// The rules, or none where nobody asks for findings.
pub fn rules_if(with_findings: bool, rules: &Arc<rules::Settings>) -> Arc<rules::Settings> {
    if with_findings {
        return Arc::clone(rules);
    }
    let mut none = (**rules).clone();
    none.select([]);
    Arc::new(none)
}

/// A draft that is read.
struct ChosenDraft<'a> {
    path: &'a Path,
    is_stdin: bool,
    settings: Arc<Settings>,
}

/// A draft with its settings; `None` for one below a folder that the configuration leaves out.
fn chosen<'a>(
    target: &'a Target,
    wanted: &WantedDrafts<'a>,
    configuration: &mut Configuration,
) -> Result<Option<ChosenDraft<'a>>, CliError> {
    let is_stdin = input::is_stdin(&target.path);
    let stdin_name = wanted.stdin_filename.unwrap_or(Path::new(input::STDIN_NAME));
    let path = if is_stdin { stdin_name } else { target.path.as_path() };
    let settings = configuration.of(path)?;
    let file = resolved(path);
    let is_left_out =
        !target.is_explicit && (settings.exclude.matches(&file) || wanted.left_out.as_ref() == Some(&file));
    Ok((!is_left_out).then_some(ChosenDraft {
        path,
        is_stdin,
        settings,
    }))
}

/// What is made of a draft.
fn made<T>(
    chosen: &ChosenDraft<'_>,
    wanted: &WantedDrafts<'_>,
    configuration: &Configuration,
    make: &(impl Fn(String, Snapshot) -> T + Sync),
) -> Result<T, CliError> {
    let ChosenDraft {
        path,
        is_stdin,
        settings,
    } = chosen;
    let limit = wanted.reading.limit();
    let text = match is_stdin {
        true => input::read_stdin(limit)?,
        false => input::read_file(path, limit)?,
    };
    let rules = rules_if(wanted.with_findings, &settings.rules);
    let mut draft = configuration.draft(text.into(), path, settings, rules);
    // Without the rule that compares with them, notes are not read.
    draft.read_as.settings.notes = notes_of(&draft, path, settings, configuration.notes());
    panic::catch_unwind(AssertUnwindSafe(|| {
        let snapshot = engine::analyse(&draft, &Cache::default(), model());
        warn_of_unread(path, &unread_lines(&snapshot));
        make(path.display().to_string(), snapshot)
    }))
    .map_err(|_| CliError::Internal {
        path: (*path).to_owned(),
    })
}
