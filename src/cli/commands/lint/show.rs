//! `lint --show-settings` and `--show-files`: what a run would do. It reads configurations, never drafts.

use std::fmt::Write;
use std::path::Path;

use crate::cli::args::LintArgs;
use crate::cli::commands::lint::task::{Task, rules_for};
use crate::cli::commands::shared::print;
use crate::cli::configuration::{Configuration, folder_of, resolved};
use crate::cli::error::CliError;
use crate::cli::output::printable;
use crate::config::{self, Found};
use crate::rules::{Level, OptionValue, RULES, Term, TermScope};

/// Prints the drafts, a line each.
pub fn files(tasks: &[Task]) -> Result<(), CliError> {
    let lines: String = tasks
        .iter()
        .map(|task| printable(&task.path.display().to_string()) + "\n")
        .collect();
    print(&lines)
}

/// Prints what a draft is read with, in the words of a configuration.
pub fn settings(draft: &Path, lint: &LintArgs, configuration: &mut Configuration) -> Result<(), CliError> {
    let settings = configuration.of(draft)?;
    let rules = rules_for(settings.rules_for(&resolved(draft)), lint);
    let mut text = String::new();
    let file = match &lint.reading.config {
        Some(file) => Some(file.clone()),
        None if lint.reading.isolated => None,
        None => config::discover(&folder_of(draft))?,
    };
    let mut say = |line: String| {
        let _ = writeln!(text, "{}", printable(&line));
    };
    match &file {
        Some(file) => say(format!("# {}", file.display())),
        None => say("# no configuration".to_owned()),
    }
    if let Some(file) = &file {
        let found = config::load(file)?;
        keys(&found).into_iter().for_each(&mut say);
    }
    if settings.exclude.matches(&resolved(draft)) {
        say("# left out by “exclude”".to_owned());
    }
    if let Some(date) = lint.reading.date.or(settings.date) {
        say(format!("date = {date}"));
    }
    if let Some(locale) = settings.locale {
        say(format!("locale = \"{}\"", locale.name()));
    }
    if let Some(zone) = settings.timezone.as_ref().and_then(|zone| zone.iana_name()) {
        say(format!("timezone = \"{zone}\""));
    }
    let own: Vec<&str> = settings.publication.names().collect();
    if !own.is_empty() {
        say(format!("publication = {own:?}"));
    }
    for rule in RULES {
        let level = rules.level(rule).map_or("off", Level::name);
        say(String::new());
        say(format!("[rules.{}]", rule.code));
        say(format!("level = \"{level}\""));
        for option in rule.options {
            let set = rules.options(rule).and_then(|options| options.get(option.name()));
            let value = set.cloned().unwrap_or_else(|| option.default());
            say(format!("{} = {}", option.name(), written(&value)));
        }
    }
    rules.terms().list().iter().flat_map(term).for_each(&mut say);
    print(&text)
}

/// What a configuration and those that it extends say of the profile, of what is left out and of notes. Paths are counted from the
/// folder of the configuration that names them, so that those of another one are told in a comment.
fn keys(found: &Found) -> Vec<String> {
    let chain: Vec<&Found> = std::iter::successors(Some(found), |found| found.base.as_deref()).collect();
    let profile = chain.iter().find_map(|found| found.options.profile.as_ref());
    let mut lines: Vec<String> = profile
        .map(|(_, profile)| format!("profile = {profile:?}"))
        .into_iter()
        .collect();
    for (nth, found) in chain.iter().enumerate() {
        let lists = [("exclude", &found.options.exclude), ("notes", &found.options.notes)];
        for (key, paths) in lists.into_iter().filter(|(_, paths)| !paths.is_empty()) {
            lines.push(match nth {
                0 => format!("{key} = {paths:?}"),
                _ => format!("# {key} = {paths:?} in {}", found.path.display()),
            });
        }
    }
    lines
}

/// An entry of the newsroom's list of words, in the words and in the order of the configuration.
fn term(term: &Term) -> Vec<String> {
    let text = |key: &str, value: &str| format!("{key} = {value:?}");
    let switch = |key: &str, is_on: bool| is_on.then(|| format!("{key} = true"));
    let words = (!term.words.is_empty()).then(|| format!("words = {:?}", term.words));
    let replacements = (!term.replacements.is_empty()).then(|| format!("replacement = {:?}", term.replacements));
    let scope = TermScope::NAMES.iter().find(|(_, scope)| *scope == term.scope);
    let lines = [
        Some(String::new()),
        Some("[[terms]]".to_owned()),
        words,
        term.pattern.as_ref().map(|pattern| format!("pattern = {pattern:?}")),
        switch("inflect", term.inflect),
        replacements,
        Some(text("level", term.level.name())),
        term.message.as_deref().map(|message| text("message", message)),
        scope.map(|(name, _)| text("scope", name)),
        switch("safe", term.is_safe),
    ];
    lines.into_iter().flatten().collect()
}

fn written(value: &OptionValue) -> String {
    match value {
        OptionValue::Switch(on) => on.to_string(),
        OptionValue::Count(count) => count.to_string(),
        OptionValue::Word(word) => format!("{word:?}"),
        OptionValue::List(words) => format!("{words:?}"),
    }
}
