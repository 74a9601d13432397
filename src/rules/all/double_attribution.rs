//! Flags a quotation that is attributed twice to the same speaker. It never decides which of the two is better.
//!
//! ## What it flags
//!
//! A verb of saying with its speaker before a quotation and again right after it, in one sentence: Weil said, “…,” she said.
//!
//! ## Why it matters in a newsroom
//!
//! It is what is left when one attribution was moved and the other stayed.
//!
//! ## Example
//!
//! > Ana Weil said, “We are ready for the winter,” she said.
//!
//! ## Better
//!
//! > Ana Weil said, “We are ready for the winter.”
//!
//! ## When it is wrong
//!
//! A chain of sources (“…,” he said, according to the minutes) is not a second attribution, and two different speakers are one
//! quoting the other. Both are left alone.

use std::sync::Arc;

use std::sync::LazyLock;

use regex::Regex;

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "double-attribution",
    name: "double attribution",
    summary: "a quotation that is attributed twice",
    category: Category::Attribution,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("double_attribution.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    let direct = |quotation: &&Arc<Quotation>| quotation.closed && quotation.kind == QuotationKind::Direct;
    for quotation in context.quotations().iter().filter(direct) {
        let Some((first, second)) = tags(context, quotation.place) else {
            continue;
        };
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        if own_words.hold(context, second) {
            let finding = Finding::at(context.source_span(second), "Quotation is attributed twice")
                .help("Keep the better of the two.")
                .related(context.source_span(first), "The other attribution");
            findings.push(finding);
        }
    }
}

const VERBS: &str = "said|says|added|adds|told [a-z]+|wrote|writes|explained|noted|recalled";

/// A speaker with a verb of saying at the end of what comes before a quotation.
///
/// Matches "Ana Weil said, " and "she added: "; not "Ana Weil said that the "
static BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?P<who>[\p{{L}}’'-]+) (?:{VERBS})(?: [^.!?:“”]{{0,40}})?[,:] ?$"
    ))
    .ok()
});

/// A speaker with a verb of saying right after a quotation.
///
/// Matches " she said." and " said Weil."; not " she said that it" or " she said, according to"
static AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"^ (?P<tag>(?P<who>[\p{{L}}’'-]+) (?:{VERBS})|(?:{VERBS}) (?P<inverted>[\p{{L}}’'-]+))(?:\.|$)"
    ))
    .ok()
});

/// The attributions before and after a quotation, if both name the same speaker.
fn tags(context: &Context<'_>, quotation: Place) -> Option<(Place, Place)> {
    let text = context.text(quotation);
    let words = text.trim_end_matches(['”', '"', '’', '\'', '»']);
    if !words.ends_with([',', '?', '!']) {
        return None;
    }
    // Few quotations have a tag right after them; only then is what comes before searched.
    let after = AFTER.as_ref()?.captures(context.text_after(quotation))?;
    let before = BEFORE.as_ref()?.captures(context.text_before(quotation))?;
    let who = before.name("who")?.as_str();
    let again = after.name("who").or(after.name("inverted"))?.as_str();
    let is_same = who == again || is_pronoun(again);
    let (first, second) = (before.get(0)?, after.name("tag")?);
    let first = Span::new(
        first.start(),
        first.start() + first.as_str().trim_end_matches([' ', ',', ':']).len(),
    );
    let second = Span::new(second.start(), second.end()).shifted(quotation.span.end);
    is_same.then_some((Place::new(quotation.block, first), Place::new(quotation.block, second)))
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn the_second_attribution_is_marked() {
        let rule = alone(&RULE);
        assert_eq!(
            rule.marked("Ana Weil said, “We are ready for the winter,” she said."),
            ["she said"]
        );
        assert_eq!(
            rule.marked("Ana Weil added: “We are ready for the winter,” said Weil."),
            ["said Weil"]
        );
        for text in [
            "Ana Weil said, “We are ready for the winter.” She said it rained.",
            "“We are ready,” she said, according to the minutes.",
            "Ana Weil said, “We are ready for the winter,” Bo Lund said.",
        ] {
            assert!(rule.marked(text).is_empty(), "{text}");
        }
    }
}
