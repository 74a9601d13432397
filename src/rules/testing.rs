//! What the tests of the rules share: the shortest way from a text to its findings, those of all rules or of one alone.

use crate::analysis::{self, DraftSettings};
use crate::language;
use crate::markup::{self, Format};
use crate::rules::{self, Edit, Finding, FixSafety, Input, OptionType, Rule, RuleOption, Settings};
use crate::verify::{NotesBuilder, NotesFormat, NotesText};

/// Runs one rule alone, also where it is off by default:
/// `alone(&RULE).with(&MIN_WORDS, 5).findings("…")`.
pub fn alone(rule: &'static Rule) -> Alone {
    let mut settings = Settings::default();
    settings.select([rule]);
    Alone { rule, settings }
}

/// One rule with its settings.
pub struct Alone {
    rule: &'static Rule,
    settings: Settings,
}

impl Alone {
    /// Sets an option of the rule.
    pub fn with<T: OptionType>(mut self, option: &RuleOption<T>, value: T) -> Self {
        assert!(self.settings.set_option(self.rule, option.name, value.to_value()));
        self
    }

    /// The findings in a plain text.
    pub fn findings(&self, text: &str) -> Vec<Finding> {
        findings_with(text, Format::Plain, &self.settings)
    }

    /// What is marked in a plain text.
    pub fn marked<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let findings = self.findings(text);
        findings.iter().map(|finding| finding.span.of(text)).collect()
    }

    /// What is said about a plain text.
    pub fn messages(&self, text: &str) -> Vec<String> {
        self.findings(text).into_iter().map(|finding| finding.message).collect()
    }
}

/// The findings of all rules in a plain text, with the default settings.
pub fn findings(text: &str) -> Vec<Finding> {
    findings_with(text, Format::Plain, &Settings::default())
}

/// The findings in a text.
pub fn findings_with(text: &str, format: Format, settings: &Settings) -> Vec<Finding> {
    findings_read(text, format, settings, &DraftSettings::default())
}

/// The findings of all rules in a plain text that has notes, for it alone or for others, too.
pub fn with_notes(text: &str, notes: &str, is_for_draft: bool) -> Vec<Finding> {
    let mut builder = NotesBuilder::default();
    builder.add(NotesText {
        path: "talk.txt".to_owned(),
        name: "talk.txt".to_owned(),
        text: notes.into(),
        format: NotesFormat::Text,
        is_for_draft,
    });
    let read_with = DraftSettings {
        notes: Some(builder.build().into()),
        ..DraftSettings::default()
    };
    findings_read(text, Format::Plain, &Settings::default(), &read_with)
}

fn findings_read(text: &str, format: Format, settings: &Settings, read_with: &DraftSettings) -> Vec<Finding> {
    let markup = markup::read(text, format);
    let blocks = analysis::of_blocks(&markup, language::embedded());
    let facts = analysis::fold(&markup, &blocks, read_with);
    let input = Input {
        source: text,
        markup: &markup,
        blocks: &blocks,
        facts: &facts,
        register: None,
        since: None,
    };
    rules::check(&input, settings).findings
}

/// The text with the first fix of this safety of every finding applied.
pub fn mended(text: &str, safety: FixSafety) -> String {
    let edits: Vec<Edit> = findings(text)
        .into_iter()
        .filter_map(|finding| {
            let fits = |of: FixSafety| of == safety || of == FixSafety::Quoted && safety == FixSafety::Suggest;
            finding.fixes.into_iter().find(|fix| fits(fix.safety))
        })
        .flat_map(|fix| fix.edits)
        .collect();
    let mut mended = text.to_owned();
    for edit in edits.into_iter().rev() {
        mended.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    mended
}
