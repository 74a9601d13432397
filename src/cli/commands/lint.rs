//! `copydesk lint`: findings for files, folders and standard input. It decides nothing about drafts.

use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::analysis::name_of_language;
use crate::cli::args::{Args, LintArgs};
use crate::cli::commands::shared::{STACK_SIZE, jobs, model};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::lint::{Report, Summary};
use crate::cli::output::{self, diff};
use crate::cli::progress::Progress;
use crate::cli::walk::{self, Target};
use crate::cli::{fix, input};
use crate::config;
use crate::engine::{self, Cache, Draft};
use crate::rules::{self, Finding, Suppressed};

/// Lints everything that the arguments name. Drafts that cannot be read are reported and do not keep the others from
/// being linted.
pub fn lint(lint: &LintArgs, args: &Args) -> Result<Exit, CliError> {
    check_rule_names(lint)?;
    let mut configuration = Configuration::new(&lint.reading, args)?;
    let targets = walk::targets(&lint.paths);
    targets.errors.iter().for_each(output::report_error);
    if !args.quiet {
        targets
            .empty_folders
            .iter()
            .for_each(|folder| output::warn_of_empty(folder));
    }
    let tasks = tasks(targets.drafts, lint, &mut configuration)?;
    let mut failed = !targets.errors.is_empty();
    let workers = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs(lint.reading.jobs))
        .stack_size(STACK_SIZE)
        .build()
        .map_err(|error| {
            CliError::Usage(format!(
                "could not start threads ({error}); ask for fewer with `--jobs`"
            ))
        })?;
    let mut progress = Progress::new(tasks.len(), args.quiet);
    let mut report = Report::new(
        lint.format,
        lint.fix && lint.paths.iter().any(|path| input::is_stdin(path)),
    );
    let mut summary = Summary::default();
    // In portions, so that findings appear while later drafts are read, and no more drafts are held than that.
    for portion in tasks.chunks(PORTION) {
        let done: Vec<_> = workers.install(|| {
            portion
                .par_iter()
                .map(|task| run(task, lint, &configuration, args))
                .collect()
        });
        for (task, outcome) in portion.iter().zip(done) {
            progress.step();
            match outcome {
                Ok(linted) => progress.hide_while(|| tell(&linted, task, lint, &mut report, &mut summary))?,
                Err(error) => {
                    failed = true;
                    progress.hide_while(|| output::report_error(&error));
                }
            }
        }
    }
    progress.finish();
    let summary_wanted = !args.quiet && !lint.diff && summary.drafts > 0;
    report
        .finish(summary_wanted.then_some(&summary))
        .map_err(CliError::output)?;
    Ok(match failed {
        true => Exit::Failure,
        false if summary.failing > 0 => Exit::Findings,
        false => Exit::Clean,
    })
}

/// How many drafts are linted before their findings are printed.
const PORTION: usize = 64;

/// A fix may make room for another one (“the the the”); this many rounds are enough for any that comes to an end.
const MAX_ROUNDS: usize = 10;

/// One draft to lint.
struct Task {
    path: PathBuf,
    is_stdin: bool,
    settings: Arc<config::Settings>,
    rules: Arc<rules::Settings>,
}

impl Task {
    fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// One draft that was linted.
struct Linted {
    before: Arc<str>,
    after: Arc<str>,
    findings: Vec<Finding>,
    suppressed: Vec<Suppressed>,
    fixed: usize,
    /// The language of a draft that is left alone.
    foreign_language: Option<&'static str>,
}

fn tasks(drafts: Vec<Target>, lint: &LintArgs, configuration: &mut Configuration) -> Result<Vec<Task>, CliError> {
    let mut tasks = Vec::with_capacity(drafts.len());
    for target in drafts {
        let is_stdin = input::is_stdin(&target.path);
        let path = match &lint.stdin_filename {
            Some(name) if is_stdin => name.clone(),
            None if is_stdin => PathBuf::from(input::STDIN_NAME),
            _ => target.path,
        };
        let settings = configuration.of(&path)?;
        // What the user names is linted, whatever the configuration leaves out.
        if target.is_explicit || !settings.exclude.matches(&resolved(&path)) {
            let rules = rules_for(&settings, lint);
            tasks.push(Task {
                path,
                is_stdin,
                settings,
                rules,
            });
        }
    }
    Ok(tasks)
}

/// A misspelled rule would silently check nothing, or check what should be left out.
fn check_rule_names(lint: &LintArgs) -> Result<(), CliError> {
    match lint
        .select
        .iter()
        .chain(&lint.ignore)
        .find(|code| rules::find(code).is_none())
    {
        None => Ok(()),
        Some(code) => Err(CliError::Usage(format!(
            "{}; `copydesk rules` lists them",
            config::unknown_rule(code)
        ))),
    }
}

/// The configuration's rules with those of the command line on top; what is selected and ignored is ignored.
fn rules_for(settings: &config::Settings, lint: &LintArgs) -> Arc<rules::Settings> {
    if lint.select.is_empty() && lint.ignore.is_empty() {
        return Arc::clone(&settings.rules);
    }
    let mut chosen = (*settings.rules).clone();
    // The names were checked before; an unknown one changes nothing here.
    if !lint.select.is_empty() {
        chosen.select(lint.select.iter().filter_map(|code| rules::find(code)));
    }
    for rule in lint.ignore.iter().filter_map(|code| rules::find(code)) {
        chosen.set_level(rule, None);
    }
    Arc::new(chosen)
}

fn run(task: &Task, lint: &LintArgs, configuration: &Configuration, args: &Args) -> Result<Linted, CliError> {
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
    let linted = panic::catch_unwind(AssertUnwindSafe(|| analyse(draft, lint.fix || lint.diff))).map_err(|_| {
        CliError::Internal {
            path: task.path.clone(),
        }
    })?;
    if let Some(language) = linted.foreign_language.filter(|_| args.verbose) {
        let language = name_of_language(language);
        output::note(&format!("{} is in {language} and was left alone", task.path.display()));
    }
    if lint.fix && !task.is_stdin && linted.fixed > 0 {
        fix::replace(&task.path, &linted.before, &linted.after)?;
    }
    Ok(linted)
}

fn analyse(mut draft: Draft, with_fixes: bool) -> Linted {
    let before = Arc::clone(&draft.text);
    let cache = Cache::default();
    let mut fixed = 0;
    let mut snapshot = engine::analyse(&draft, &cache, model());
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
        snapshot = engine::analyse(&draft, &cache, model());
    }
    Linted {
        before,
        after: draft.text,
        findings: snapshot.findings,
        suppressed: snapshot.suppressed,
        fixed,
        foreign_language: snapshot.facts.foreign_language,
    }
}

fn tell(
    linted: &Linted,
    task: &Task,
    lint: &LintArgs,
    report: &mut Report,
    summary: &mut Summary,
) -> Result<(), CliError> {
    let name = task.name();
    if lint.diff {
        // Like `diff`, the run fails where the two differ.
        summary.failing += linted.fixed;
        return if linted.fixed == 0 {
            Ok(())
        } else {
            report
                .add_raw(&diff::unified(&name, &linted.before, &linted.after))
                .map_err(CliError::output)
        };
    }
    if lint.fix && task.is_stdin {
        let mut out = std::io::stdout().lock();
        out.write_all(linted.after.as_bytes())
            .and_then(|()| out.flush())
            .map_err(CliError::output)?;
    }
    summary.count(&linted.findings, linted.fixed, |level| {
        lint.fail_on.is_reached_by(level)
    });
    summary.suppressed += linted.suppressed.len();
    summary.left_alone += usize::from(linted.foreign_language.is_some());
    report
        .add(&name, &linted.after, &linted.findings, &linted.suppressed)
        .map_err(CliError::output)
}
