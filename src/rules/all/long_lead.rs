//! Flags a first paragraph that is longer than a lead should be. It does not judge what the lead says.
//!
//! ## What it flags
//!
//! The first paragraph of the story, if it has more words than `max-words`. The dateline is not counted.
//!
//! ## Why it matters in a newsroom
//!
//! Readers decide by the lead whether to go on, and they read it on a phone. Most newsrooms ask for 25 to 40 words: one
//! idea that can be read aloud in one breath.
//!
//! ## Example
//!
//! > The council of Brandvik, which met for six hours on Monday behind closed doors in the old customs house after three
//! > members had asked for a delay, voted to close the harbor for two years, a step that the unions had warned against
//! > since the spring.
//!
//! ## Better
//!
//! > Brandvik will close its harbor for two years, the council decided on Monday.
//!
//! ## When it is wrong
//!
//! Features and columns may begin slowly on purpose, so the rule is off unless you turn it on. A lead that is a block
//! quote or a list item is left alone, as are headings, bylines and summaries before the story. A paragraph that is set in
//! italics as a whole is taken for a note, and the next one for the lead.

use crate::markup::BlockKind;
use crate::rules::{Category, Context, Finding, Level, Rule, RuleOption, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "long-lead",
    name: "long lead",
    summary: "a first paragraph that is too long for a lead",
    category: Category::Style,
    level: Level::Hint,
    is_on: false,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[&MAX_WORDS],
    file: include_str!("long_lead.rs"),
    check,
};

/// The most words a lead may have.
const MAX_WORDS: RuleOption<usize> = RuleOption {
    name: "max-words",
    default: 40,
    summary: "A lead of more words is flagged; the dateline is not counted.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let first = context.body().find(|paragraph| !is_note(context, paragraph.block.span));
    let lead = first.filter(|first| first.block.kind == BlockKind::Paragraph && !first.block.in_quote);
    let Some(lead) = lead else { return };
    let (words, allowed) = (context.word_count(lead.place()), context.option(&MAX_WORDS));
    if words > allowed {
        let span = context.source_span(lead.place());
        let finding = Finding::at(span, format!("Long lead: {words} words (limit {allowed})"));
        findings.push(finding.help("Cut it to one idea, and tell the rest in the second paragraph."));
    }
}

/// Whether a paragraph is set in italics from its first word to its last, as notes on a story are.
fn is_note(context: &Context<'_>, paragraph: Span) -> bool {
    let is_italic = |tag: &str| matches!(tag, "em" | "i" | "/em" | "/i");
    let source = paragraph.of(context.source);
    let mut start = source.trim_start_matches(['[', ' ']);
    while let Some((tag, rest)) = start.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        if is_italic(tag) {
            break;
        }
        start = rest;
    }
    let mut end = source.trim_end_matches(['.', ']', ' ']);
    while let Some((rest, tag)) = end.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
        if is_italic(tag) {
            break;
        }
        end = rest.trim_end_matches('.');
    }
    let marks = ['*', '_'];
    let begins = start.starts_with("<em>") || start.starts_with("<i>") || begins_italic(start);
    begins && (end.ends_with("</em>") || end.ends_with("</i>") || end.ends_with(marks))
}

/// One or three marks of Markdown before a word; two are bold.
fn begins_italic(text: &str) -> bool {
    let marks = text.len() - text.trim_start_matches(['*', '_']).len();
    matches!(marks, 1 | 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn the_dateline_is_not_counted() {
        let rule = alone(&RULE).with(&MAX_WORDS, 5);
        assert!(
            rule.marked("BRANDVIK, May 7 (NPA) - The council closed the harbor.\n\nIt rained.")
                .is_empty()
        );
        let text = "The council closed the harbor on Monday.\n\nIt rained.";
        assert_eq!(rule.messages(text), ["Long lead: 7 words (limit 5)"]);
    }

    #[test]
    fn the_rule_is_off_unless_it_is_asked_for() {
        let text = format!("{}rained.", "It rained and ".repeat(20));
        assert!(crate::rules::testing::findings(&text).is_empty());
        assert_eq!(alone(&RULE).findings(&text).len(), 1);
    }
}
