//! What a run is held against: the findings that are known, and what changed. It takes findings out and adds none.

use crate::cli::args::{Args, LintArgs};
use crate::cli::baseline::{Baseline, NewBaseline};
use crate::cli::changes::Changes;
use crate::cli::commands::lint::run::Linted;
use crate::cli::commands::lint::task::Task;
use crate::cli::error::CliError;
use crate::cli::input;
use crate::cli::output;
use crate::cli::output::lint::{Authority, SetAside, Summary};
use crate::rules::{self, Finding};

/// The baseline and the changes of a run.
pub struct Gate {
    baseline: Option<Baseline>,
    new_baseline: Option<NewBaseline>,
    changes: Option<Changes>,
}

impl Gate {
    /// Reads the baseline, and asks git or reads the diff on standard input.
    pub fn new(lint: &LintArgs) -> Result<Self, CliError> {
        let reads_diff = lint.changed_lines && lint.since.is_none();
        let readers = lint.paths.iter().chain(&lint.files_from);
        let readers = readers.filter(|path| input::is_stdin(path)).count() + usize::from(reads_diff);
        if readers > 1 {
            return Err(CliError::Usage(
                "only one of a draft (`-`), a list (`--files-from -`) and a diff (`--changed-lines`) can come from standard input"
                    .to_owned(),
            ));
        }
        let changes = match &lint.since {
            Some(revision) => Some(Changes::since(revision, lint.changed_lines)?),
            None if lint.changed_lines => Some(of_stdin()?),
            None => None,
        };
        Ok(Self {
            baseline: lint.baseline.as_deref().map(Baseline::read).transpose()?,
            new_baseline: lint.write_baseline.as_deref().map(NewBaseline::new).transpose()?,
            changes,
        })
    }

    /// Leaves out drafts in which nothing changed.
    pub fn narrow(&self, tasks: &mut Vec<Task>) {
        if let Some(changes) = &self.changes {
            tasks.retain(|task| !task.is_stdin && changes.has(&task.path));
        }
    }

    /// Sets aside what is known in a draft, and leaves out what is about nothing that changed.
    pub fn pass(&mut self, task: &Task, linted: &mut Linted, summary: &mut Summary) {
        let source = &linted.after;
        if let Some(baseline) = &mut self.new_baseline {
            baseline.add(&task.path, source, &linted.findings);
            // What is in the baseline from now on is known.
            summary.known += linted.findings.len();
            let known = linted.findings.drain(..);
            linted.set_aside.extend(known.map(|finding| SetAside {
                finding,
                by: Authority::Baseline,
            }));
        }
        if let Some(baseline) = &mut self.baseline {
            let is_on = |code: &str| rules::find(code).is_none_or(|rule| task.rules.level(rule).is_some());
            let findings: Vec<&Finding> = linted.findings.iter().collect();
            let known = baseline.known(&task.path, source, &findings, is_on);
            let mut known = known.into_iter();
            let aside = linted.findings.extract_if(.., |_| known.next().unwrap_or(false));
            let before = linted.set_aside.len();
            linted.set_aside.extend(aside.map(|finding| SetAside {
                finding,
                by: Authority::Baseline,
            }));
            summary.known += linted.set_aside.len() - before;
        }
        if let Some(changes) = &self.changes {
            let before = linted.findings.len();
            let is_about_changes = changes.of(&task.path, source);
            linted.findings.retain(is_about_changes);
            summary.elsewhere += before - linted.findings.len();
        }
    }

    /// Writes what is to be written. Nothing is where a draft could not be read: its findings would be missing. Returns
    /// whether the run was there to write a baseline.
    pub fn finish(self, lint: &LintArgs, args: &Args, is_whole: bool) -> Result<bool, CliError> {
        if let (Some(baseline), Some(path)) = (self.new_baseline, &lint.write_baseline) {
            if !is_whole {
                return Err(CliError::Usage(format!(
                    "{}: not written, because not every draft could be read",
                    path.display()
                )));
            }
            let count = baseline.write()?;
            if !args.quiet {
                output::note(&format!("{} now knows {count} findings", path.display()));
            }
            return Ok(true);
        }
        let (Some(baseline), Some(path)) = (self.baseline, &lint.baseline) else {
            return Ok(false);
        };
        let stale = baseline.stale();
        if stale == 0 {
            return Ok(false);
        }
        let (entries, hold) = match stale {
            1 => ("1 entry".to_owned(), "holds"),
            more => (format!("{more} entries"), "hold"),
        };
        if lint.prune_baseline {
            baseline.prune()?;
            if !args.quiet {
                output::note(&format!("{}: {entries} taken out", path.display()));
            }
        } else if !args.quiet {
            output::warn(&format!(
                "{}: {entries} no longer {hold}; `--prune-baseline` takes out what is gone",
                path.display()
            ));
        }
        Ok(false)
    }
}

/// The diff on standard input. An empty one is more often a pipe that was forgotten than a change of nothing.
fn of_stdin() -> Result<Changes, CliError> {
    let changes = Changes::on_stdin()?;
    if changes.is_empty() {
        output::warn(
            "the diff on standard input is empty, so nothing is checked; pipe `git diff` into it, or give `--since`",
        );
    }
    Ok(changes)
}
