//! `copydesk lint`: findings for files, folders and standard input. It decides nothing about drafts.

mod done;
mod gate;
mod run;
mod show;
mod task;
mod test_rules;
mod watch;

use std::io::Write;

use rayon::prelude::*;

use crate::cli::args::{Args, FailOn, LintArgs, LintFormat};
use crate::cli::cache::ResultCache;
use crate::cli::commands::shared::{rule_pages, workers};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::lint::{Checked, Destination, Failed, Report, RulePages, Summary, Wanted};
use crate::cli::output::{self, diff};
use crate::cli::progress::Progress;
use crate::cli::{file_list, input, walk};
use done::Done;
use gate::Gate;
use run::{Linted, Setting, run};
use task::{Task, check_rule_names, tasks};

/// Lints everything that the arguments name, once or again and again.
pub fn lint(lint: &LintArgs, args: &Args) -> Result<Exit, CliError> {
    if lint.test_rules {
        return test_rules::test_rules(lint, args);
    }
    if !lint.watch {
        return once(lint, args).map(|done| done.exit);
    }
    watch::check(lint)?;
    watch::watch(lint, args, once)
}

/// Lints everything that the arguments name. Drafts that cannot be read are reported and do not keep the others from
/// being linted.
fn once(lint: &LintArgs, args: &Args) -> Result<Done, CliError> {
    check_rule_names(lint)?;
    let mut configuration = Configuration::new(&lint.reading, args)?;
    if let Some(draft) = &lint.show_settings {
        show::settings(draft, lint, &mut configuration)?;
        return Ok(Done::nothing());
    }
    let report = Report::new(
        wanted(lint)?,
        RulePages::new(lint.explain_address.clone(), rule_pages()),
    )?;
    let gate = Gate::new(lint)?;
    let listed = match &lint.files_from {
        Some(list) => file_list::read(list)?,
        None => Vec::new(),
    };
    let targets = walk::targets_and_listed(&lint.roots(), &listed, lint.force_exclude);
    let mut so_far = SoFar {
        report,
        gate,
        summary: Summary::default(),
        failed: Vec::new(),
    };
    targets.errors.iter().for_each(|error| so_far.failed(error));
    if !args.quiet {
        targets.warn();
    }
    let may_be_left_out = lint.force_exclude && !lint.paths.is_empty() && targets.are_sound();
    let mut tasks = tasks(targets.drafts, lint, &mut configuration)?;
    if may_be_left_out && tasks.is_empty() && !args.quiet {
        output::warn("nothing to check: all that is named here is left out (--force-exclude)");
    }
    so_far.gate.narrow(&mut tasks);
    check_critic(lint, &tasks)?;
    check_outputs(lint, &tasks)?;
    if lint.show_files {
        show::files(&tasks)?;
        return Ok(Done::nothing());
    }
    let setting = Setting {
        lint,
        args,
        configuration: &configuration,
        cache: if lint.no_cache { None } else { ResultCache::of_user() },
    };
    lint_all(&tasks, &setting, &mut so_far)?;
    if let Some(cache) = &setting.cache {
        cache.tidy();
    }
    finish(so_far, lint, args)
}

/// Ends the reports and the baseline, and says how the run ended.
fn finish(so_far: SoFar, lint: &LintArgs, args: &Args) -> Result<Done, CliError> {
    let SoFar {
        report,
        gate,
        summary,
        mut failed,
    } = so_far;
    let is_closed = report.is_closed();
    let is_whole = failed.is_empty();
    let summary_wanted = !args.quiet && !lint.diff && summary.drafts > 0;
    let unwritten = report.finish(summary_wanted.then_some(&summary), &failed);
    for error in unwritten {
        output::report_error(&error);
        failed.push(failure(&error));
    }
    let writes_baseline = gate.finish(lint, args, is_whole)?;
    let exit = match failed.is_empty() {
        false => Exit::Failure,
        true if summary.failing > 0 && !writes_baseline => Exit::Findings,
        true => Exit::Clean,
    };
    Ok(Done { exit, is_closed })
}

/// How many drafts are linted before their findings are printed.
const PORTION: usize = 64;

/// What came out of a run so far.
struct SoFar {
    report: Report,
    gate: Gate,
    summary: Summary,
    failed: Vec<Failed>,
}

impl SoFar {
    fn failed(&mut self, error: &CliError) {
        output::report_error(error);
        self.failed.push(failure(error));
    }
}

fn failure(error: &CliError) -> Failed {
    Failed {
        path: error.path().map(std::path::Path::to_owned),
        message: error.to_string(),
    }
}

/// The reports that the arguments ask for.
fn wanted(lint: &LintArgs) -> Result<Vec<Wanted>, CliError> {
    let is_countable = matches!(lint.format, LintFormat::Text | LintFormat::Concise | LintFormat::Json);
    if lint.statistics && !is_countable {
        return Err(CliError::Usage(
            "`--statistics` has no place in this format; use text, concise or json, or `--report` for the other one"
                .to_owned(),
        ));
    }
    let stdout_is_taken = lint.writes_fixes() && lint.paths.iter().any(|path| input::is_stdin(path));
    let main = Wanted {
        format: lint.format,
        statistics: lint.statistics,
        to: match &lint.output_file {
            Some(file) => Destination::File(file.clone()),
            None if stdout_is_taken => Destination::Stderr,
            None => Destination::Stdout,
        },
    };
    let more = lint.report.iter().map(|(format, file)| Wanted {
        format: *format,
        statistics: false,
        to: Destination::File(file.clone()),
    });
    Ok(std::iter::once(main).chain(more).collect())
}

/// Two drafts with marks in them, one after the other, would be of no use.
fn check_critic(lint: &LintArgs, tasks: &[Task]) -> Result<(), CliError> {
    let mut formats = lint.report.iter().map(|(format, _)| format).chain([&lint.format]);
    if tasks.len() > 1 && formats.any(|format| *format == LintFormat::Critic) {
        return Err(CliError::Usage(format!(
            "`critic` writes one draft with marks in it, and there are {}; name one",
            tasks.len()
        )));
    }
    Ok(())
}

/// A report in place of the draft that it is about would be its end.
fn check_outputs(lint: &LintArgs, tasks: &[Task]) -> Result<(), CliError> {
    let outputs = lint.report.iter().map(|(_, file)| file);
    for output in outputs.chain(&lint.output_file).chain(&lint.write_baseline) {
        let output_file = resolved(output);
        if tasks
            .iter()
            .any(|task| !task.is_stdin && resolved(&task.path) == output_file)
        {
            return Err(CliError::Usage(format!(
                "{}: is one of the drafts, and was left unchanged; write to another file",
                output.display()
            )));
        }
    }
    Ok(())
}

/// Lints in portions, so that findings appear while later drafts are read, and no more drafts are held than that.
fn lint_all(tasks: &[Task], setting: &Setting<'_>, so_far: &mut SoFar) -> Result<(), CliError> {
    let Setting { lint, args, .. } = setting;
    let workers = workers(lint.reading.jobs, tasks.len())?;
    let mut progress = Progress::new(tasks.len(), args.quiet);
    for portion in tasks.chunks(PORTION) {
        let done: Vec<_> = workers.install(|| portion.par_iter().map(|task| run(task, setting)).collect());
        for (task, outcome) in portion.iter().zip(done) {
            progress.step();
            progress.hide_while(|| match outcome {
                Ok(linted) => tell(linted, task, lint, so_far),
                Err(error) => so_far.failed(&error),
            });
        }
        // Nobody reads on, and the exit code can only be this one.
        if so_far.report.is_closed() && !lint.writes_fixes() && so_far.summary.failing > 0 {
            break;
        }
    }
    progress.finish();
    Ok(())
}

fn tell(mut linted: Linted, task: &Task, lint: &LintArgs, so_far: &mut SoFar) {
    if let Some(error) = &linted.unwritten {
        so_far.failed(error);
    }
    let summary = &mut so_far.summary;
    if lint.diff {
        if linted.fixed > 0 && diff::has_lone_returns(&linted.before) {
            so_far.failed(&CliError::LoneReturns {
                path: task.path.clone(),
            });
        } else if linted.fixed > 0 {
            // Like `diff`, the run fails where the two differ.
            summary.failing += usize::from(lint.fail_on != FailOn::Never);
            let diff = diff::unified(&task.path, &linted.before, &linted.after);
            so_far.report.add_raw(&diff::shown(diff));
        }
        return;
    }
    if lint.writes_fixes() && task.is_stdin {
        let mut out = std::io::stdout().lock();
        if let Err(error) = out.write_all(linted.after.as_bytes()).and_then(|()| out.flush()) {
            so_far.failed(&CliError::output(error));
        }
    }
    let summary = &mut so_far.summary;
    summary.suppressed += linted.set_aside.len();
    so_far.gate.pass(task, &mut linted, summary);
    let fixable = summary.fixable;
    summary.count(&linted.findings, linted.fixed, lint.fail_on);
    if linted.unwritten.is_some() {
        // Another run would be refused again.
        summary.fixable = fixable;
    }
    summary.left_alone += usize::from(linted.foreign_language.is_some());
    let (findings, set_aside) = (&linted.findings, &linted.set_aside);
    let checked = Checked::new(&task.path, &linted.after, findings, set_aside, lint.fail_on);
    so_far
        .report
        .add(&checked.left_alone(linted.foreign_language.as_deref()));
}
