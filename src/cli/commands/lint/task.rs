//! Which drafts a run lints, each with its settings. It reads configurations, never drafts.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::args::LintArgs;
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::input;
use crate::cli::walk::Target;
use crate::config;
use crate::rules::{self, Rule};

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
            let rules = rules_for(settings.rules_for(&resolved(&path)), lint);
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
    let mut names = lint.select.iter().chain(&lint.ignore);
    match names.find(|name| config::rules_named(name).is_empty()) {
        None => Ok(()),
        Some(name) => Err(CliError::Usage(format!(
            "{}; `copydesk rules` lists them",
            config::unknown_rule(name)
        ))),
    }
}

/// The configuration's rules with those of the command line on top; what is selected and ignored is ignored.
pub fn rules_for(configured: Arc<rules::Settings>, lint: &LintArgs) -> Arc<rules::Settings> {
    if lint.select.is_empty() && lint.ignore.is_empty() {
        return configured;
    }
    let mut chosen = (*configured).clone();
    // The names were checked before; an unknown one changes nothing here.
    if !lint.select.is_empty() {
        // A rule that is named runs also if it is off; the rules of a category run as they are set.
        let is_named = |rule: &Rule| lint.select.iter().any(|name| name == rule.code || name == "all");
        let selected = lint.select.iter().flat_map(|name| config::rules_named(name));
        chosen.select(selected.filter(|rule| is_named(rule) || configured.level(rule).is_some()));
    }
    for rule in lint.ignore.iter().flat_map(|name| config::rules_named(name)) {
        chosen.set_level(rule, None);
    }
    Arc::new(chosen)
}
