//! What the tests of the rules share. It takes the plainest way from a text to its findings.

use crate::analysis::{self, DraftSettings};
use crate::language;
use crate::markup::{self, Format};
use crate::rules::{self, Context, Edit, Finding, FixSafety, Settings};

/// The findings of a plain text with the default settings.
pub fn findings(text: &str) -> Vec<Finding> {
    findings_with(text, Format::Plain, &Settings::default())
}

/// The findings of a text.
pub fn findings_with(text: &str, format: Format, settings: &Settings) -> Vec<Finding> {
    let markup = markup::read(text, format);
    let blocks = analysis::of_blocks(&markup, language::embedded());
    let facts = analysis::fold(&markup, &blocks, &DraftSettings::default());
    rules::check(&Context {
        source: text,
        markup: &markup,
        blocks: &blocks,
        facts: &facts,
        register: None,
        settings,
    })
}

/// The text with the first fix of this safety of every finding applied.
pub fn mended(text: &str, safety: FixSafety) -> String {
    let edits: Vec<Edit> = findings(text)
        .into_iter()
        .filter_map(|finding| finding.fixes.into_iter().find(|fix| fix.safety == safety))
        .flat_map(|fix| fix.edits)
        .collect();
    let mut mended = text.to_owned();
    for edit in edits.into_iter().rev() {
        mended.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    mended
}
