//! `lint --test-rules`: the examples of the newsroom's terms and those on the pages of the rules. It reads configurations, never
//! drafts.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::DraftSettings;
use crate::analysis::register::Register;
use crate::cli::args::{Args, LintArgs};
use crate::cli::commands::shared::{model, print};
use crate::cli::configuration::{self, folder_of};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::printable;
use crate::config::{self, Options, TermOptions};
use crate::engine::{self, Cache, Draft, ReadAs};
use crate::markup::Format;
use crate::rules::{self, RULES, Rule, Settings, Terms};
use crate::verify::{Notes, NotesFormat};

/// The rule that terms belong to.
const TERMS: &str = "house-term";

/// Wednesday, May 7, 2031: the day that the examples on the pages are read on.
fn today() -> Option<jiff::civil::Date> {
    config::parse_date("2031-05-07")
}

/// Runs all examples and prints which of them do not hold, with a sum.
pub fn test_rules(lint: &LintArgs, args: &Args) -> Result<Exit, CliError> {
    let mut outcome = Outcome::default();
    for file in files(lint)? {
        let mut found = Some(&configuration::read(&file, args)?);
        while let Some(one) = found {
            one.options
                .terms
                .iter()
                .for_each(|term| of_term(&one.path, term, &mut outcome));
            found = one.base.as_deref();
        }
    }
    RULES.iter().for_each(|rule| of_page(rule, &mut outcome));
    print(&outcome.report(args.quiet))?;
    Ok(match outcome.wrong {
        0 => Exit::Clean,
        _ => Exit::Findings,
    })
}

/// The configurations of what the arguments name.
fn files(lint: &LintArgs) -> Result<BTreeSet<PathBuf>, CliError> {
    if lint.reading.isolated {
        return Ok(BTreeSet::new());
    }
    if let Some(file) = &lint.reading.config {
        return Ok(BTreeSet::from([file.clone()]));
    }
    let folders = lint.roots().into_iter().map(|root| match root.is_dir() {
        true => folder_of(&root.join(config::FILE_NAME)),
        false => folder_of(&root),
    });
    let files = folders.filter_map(|folder| config::discover(&folder).transpose());
    Ok(files.collect::<Result<_, _>>()?)
}

/// What came out so far.
#[derive(Default)]
struct Outcome {
    lines: String,
    right: usize,
    wrong: usize,
    without: usize,
}

impl Outcome {
    fn add(&mut self, wrong: Option<String>) {
        match wrong {
            None => self.right += 1,
            Some(line) => {
                self.wrong += 1;
                let _ = writeln!(self.lines, "{}", printable(&line));
            }
        }
    }

    fn report(&self, is_quiet: bool) -> String {
        let mut text = self.lines.clone();
        if !is_quiet {
            let _ = writeln!(text, "{} hold, {} not", examples(self.right), self.wrong);
            if self.without > 0 {
                let _ = writeln!(text, "without an example: {} of the terms", self.without);
            }
        }
        text
    }
}

fn examples(count: usize) -> String {
    match count {
        1 => "1 example".to_owned(),
        _ => format!("{count} examples"),
    }
}

fn of_term(file: &Path, written: &TermOptions, outcome: &mut Outcome) {
    // What is wrong with it stopped the run before.
    let terms = config::terms_of(Vec::new(), std::slice::from_ref(written), &mut Vec::new());
    if terms.is_empty() {
        return;
    }
    outcome.without += usize::from(written.flagged.is_empty() && written.clean.is_empty());
    let Some(rule) = rules::find(TERMS) else { return };
    let settings = only(rule, terms);
    let place = format!("{}:{}", file.display(), written.line);
    for (examples, is_flagged) in [(&written.flagged, true), (&written.clean, false)] {
        for example in examples {
            let marked = marked(example, Format::Plain, rule, settings.clone(), DraftSettings::default());
            outcome.add(match (is_flagged, marked.is_empty()) {
                (true, true) => Some(format!("{place}: nothing is found in “{example}”")),
                (false, false) => Some(format!("{place}: {} is found in “{example}”", marked.join(", "))),
                _ => None,
            });
        }
    }
}

fn of_page(rule: &'static Rule, outcome: &mut Outcome) {
    let examples = rule.examples();
    let file = examples.file.as_deref().unwrap_or("");
    let (options, _) = Options::read(file);
    let (entries, _) = config::read_actors(file);
    let terms = config::terms_of(Vec::new(), &options.terms, &mut Vec::new());
    let register = (!entries.is_empty()).then(|| Arc::new(Register::new(entries)));
    let settings = only(rule, terms);
    let notes = examples.notes.as_ref();
    let notes = notes.map(|notes| Arc::new(Notes::of_text("notes.md", notes, NotesFormat::Text)));
    let read_with = DraftSettings {
        register,
        notes,
        ..DraftSettings::default()
    };
    let marked = |draft: &str| marked(draft, Format::Markdown, rule, settings.clone(), read_with.clone());
    let nothing = marked(&examples.example).is_empty();
    outcome.add(nothing.then(|| format!("{}: nothing is found in the example of its page", rule.code)));
    let found = marked(&examples.better);
    let is_wrong = !found.is_empty();
    outcome.add(is_wrong.then(|| format!("{}: {} is found in the better example", rule.code, found.join(", "))));
}

/// Settings with one rule on and these terms. Rules about suppressions need the others to be on.
fn only(rule: &'static Rule, terms: Vec<rules::Term>) -> Arc<Settings> {
    let mut settings = Settings::default();
    settings.set_level(rule, Some(rule.level));
    settings.set_terms(Arc::new(Terms::new(terms)));
    Arc::new(settings)
}

/// What a rule marks in a draft, in quotation marks.
fn marked(draft: &str, format: Format, rule: &Rule, rules: Arc<Settings>, read_with: DraftSettings) -> Vec<String> {
    let settings = DraftSettings {
        fallback_date: today(),
        ..read_with
    };
    let draft = Draft {
        text: draft.into(),
        read_as: ReadAs {
            format,
            settings,
            rules,
        },
    };
    let snapshot = engine::analyse(&draft, &Cache::default(), model());
    let own = snapshot.findings.iter().filter(|finding| finding.code == rule.code);
    own.map(|finding| format!("“{}”", finding.span.of(&snapshot.text)))
        .collect()
}
