//! Which drafts a run lints, each with its settings. It reads configurations, never drafts.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::args::LintArgs;
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::input;
use crate::cli::walk::Target;
use crate::config;
use crate::rules;

/// One draft to lint.
pub struct Task {
    /// Its path as the user wrote it.
    pub path: PathBuf,
    /// Whether it is read from standard input.
    pub is_stdin: bool,
    /// What its configuration says.
    pub settings: Arc<config::Settings>,
    /// Which rules run, those of the command line on top.
    pub rules: Arc<rules::Settings>,
}

/// The drafts to lint, but for those that their configuration leaves out.
pub fn tasks(drafts: Vec<Target>, lint: &LintArgs, configuration: &mut Configuration) -> Result<Vec<Task>, CliError> {
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
pub fn check_rule_names(lint: &LintArgs) -> Result<(), CliError> {
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
