//! Flags a source of whom nothing at all is said. It never asks for a name.
//!
//! ## What it flags
//!
//! Speech or writing that is attributed to nobody but “a source”, “sources” or “insiders”, if the draft has not said before,
//! or in the same paragraph, what kind of source it is.
//!
//! ## Why it matters in a newsroom
//!
//! “Sources said” tells readers nothing: not how many there are, nor what they can know, nor what they want. Stylebooks bar
//! it and ask for a description that is as exact as the promise to the source allows.
//!
//! ## Example
//!
//! > Sources said the ferry will be sold.
//!
//! ## Better
//!
//! > Two members of the ferry board said the ship will be sold.
//!
//! ## When it is wrong
//!
//! Described sources (“police sources”, “a source close to the talks”, “a source who had read the report”) are left alone,
//! also when the draft calls them “the source” afterward, and so are other outlets and what people say in quotation marks.

use crate::analysis::{Place, QuotationKind};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::table::WordList;

/// The rule.
pub const RULE: Rule = Rule {
    code: "unidentified-source",
    name: "unidentified source",
    summary: "an unnamed source with no description",
    category: Category::Sourcing,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("unidentified_source.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    let mut last = None;
    for quotation in &context.facts.quotations {
        let Some(speaker) = quotation
            .speaker
            .as_ref()
            .filter(|_| quotation.kind != QuotationKind::Mention)
        else {
            continue;
        };
        let place = speaker.place;
        if last == Some(place) || !is_bare(context, place) {
            continue;
        }
        last = Some(place);
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        if own_words.hold(context, place) {
            let message = format!("Unidentified source: “{}”", context.text(place));
            let finding = Finding::at(context.source_span(place), message);
            findings.push(finding.help("Say how the source can know, as exactly as you may."));
        }
    }
}

/// Whether a noun phrase is “sources”, “a source”, “two insiders” and nothing more.
fn is_bare(context: &Context<'_>, place: Place) -> bool {
    let text = context.text(place);
    let heads = ["source", "sources", "insider", "insiders"];
    let ends_with = |head: &str| {
        let start = text.len().checked_sub(head.len());
        let end = start.and_then(|start| text.get(start..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(head))
    };
    // Few speakers end like this, and all are asked with every key.
    if !heads.iter().any(|head| ends_with(head)) {
        return false;
    }
    let head = text.split_whitespace().next_back().unwrap_or("");
    if !heads.iter().any(|source| head.eq_ignore_ascii_case(source)) {
        return false;
    }
    let text = text.to_lowercase();
    let mut words = text.split_whitespace().rev().skip(1);
    let is_definite = |word: &str| {
        matches!(
            word,
            "the" | "these" | "those" | "that" | "this" | "both" | "its" | "his" | "her"
        )
    };
    let says_nothing = |word: &str| COUNTS.has(word) || is_definite(word);
    words.all(says_nothing) && !is_described(context.text_after(place)) && !is_known(context, place)
}

/// Words that count sources and say nothing about them.
static COUNTS: WordList = WordList::new(include_str!("../data/counts_of_sources.txt"));

/// Words after which more is said about a source: “officials familiar with the talks”.
static DESCRIBES: WordList = WordList::new(include_str!("../data/words_after_sources.txt"));

/// “sources in the ministry”, “a source, who had read it,”, “sources familiar with”: what follows describes them.
fn is_described(after: &str) -> bool {
    let after = after.trim_start();
    let word = after
        .split(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or("");
    let describes = DESCRIBES.has(word);
    describes || after.starts_with([',', '(', '–', '—'])
}

/// Whether the draft describes a source before, or in the same paragraph: that one is meant, or one of those.
fn is_known(context: &Context<'_>, place: Place) -> bool {
    let mut paragraphs = context.paragraphs().take_while(|paragraph| paragraph.id <= place.block);
    paragraphs.any(|paragraph| {
        let described = context.remembered_of(RULE.code, paragraph.id, || described(&paragraph.block.text));
        let is_other = |at: &usize| paragraph.id != place.block || !place.span.contains(*at);
        described.iter().any(is_other)
    })
}

/// Where sources are written in a paragraph that what follows describes.
fn described(text: &str) -> Vec<usize> {
    let sources = text.match_indices("ource");
    let described = sources.filter(|(at, found)| {
        let after = text.get(at + found.len()..).unwrap_or("");
        is_described(after.strip_prefix('s').unwrap_or(after))
    });
    described.map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn a_source_is_described_before_or_after_the_word() {
        let rule = alone(&RULE);
        assert_eq!(rule.marked("Sources said the ferry will be sold."), ["Sources"]);
        assert_eq!(rule.marked("“It will be sold,” a source said."), ["a source"]);
        for text in [
            "Police sources said the ferry will be sold.",
            "A source close to the board said the ferry will be sold.",
            "A source on the board was angry. One source said the ferry will be sold.",
        ] {
            assert!(rule.marked(text).is_empty(), "{text}");
        }
    }
}
