//! Flags wrong marks where one quotation goes on in the next paragraph. It never changes quoted words.
//!
//! ## What it flags
//!
//! A quotation that goes on in the next paragraph by the same speaker, with nothing in between, if the first paragraph
//! closes it although the next one opens it again, or if the next paragraph closes it without having opened it.
//!
//! ## Why it matters in a newsroom
//!
//! In English copy each paragraph of a running quotation opens with a mark and only the last one closes. A closing mark at
//! the end of the first paragraph says that somebody else speaks in the second.
//!
//! ## Example
//!
//! > “We were ready,” said Ana Weil. “We were ready in May.”
//! >
//! > “We will be ready in July.”
//!
//! ## Better
//!
//! > “We were ready,” said Ana Weil. “We were ready in May.
//! >
//! > “We will be ready in July.”
//!
//! ## When it is wrong
//!
//! Two speakers who take turns close each paragraph. Interviews, quotations that are only a fragment, and paragraphs that
//! name a speaker of their own are left alone. Some houses close every paragraph, so the rule is off unless you turn it on.

use std::sync::Arc;

use crate::analysis::{Place, Quotation, QuotationKind, QuotationStatus};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "running-quote-marks",
    name: "marks of a running quotation",
    summary: "wrong marks where a quotation goes on in the next paragraph",
    category: Category::Quotes,
    level: Level::Warning,
    is_on: false,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("running_quote_marks.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let marked: Vec<&Quotation> = context
        .facts
        .quotations
        .iter()
        .map(Arc::as_ref)
        .filter(|quotation| quotation.kind == QuotationKind::Direct)
        .collect();
    let mut own_words = None;
    for pair in marked.windows(2) {
        let [before, after] = pair else { continue };
        if !goes_on(context, before, after) {
            continue;
        }
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        let is_interview = own_words.may_be_spoken(context, Place::new(after.place.block, Span::new(0, 0)));
        if let Some(close) = last_mark(context, before.place).filter(|_| !is_interview) {
            let span = context.source_span(close);
            let fix = Fix::suggest("Take out the closing mark", [Edit::replace(span, "")]);
            let finding = Finding::at(span, "The quotation goes on in the next paragraph")
                .help("Close only its last paragraph.")
                .related(context.source_span(after.place), "It goes on here")
                .fixes([fix]);
            findings.push(finding);
        }
    }
}

/// Whether a quotation ends its paragraph, and the next one, by the same speaker, is all of the next paragraph.
fn goes_on(context: &Context<'_>, before: &Quotation, after: &Quotation) -> bool {
    let is_rest = |text: &str| text.trim().is_empty();
    let same = |one: &Quotation, other: &Quotation| {
        let actor = |quotation: &Quotation| quotation.speaker.as_ref().and_then(|speaker| speaker.actor);
        actor(one).is_some() && actor(one) == actor(other)
    };
    before.closed
        && before.place.block.next() == after.place.block
        && matches!(before.status, QuotationStatus::Attributed | QuotationStatus::Carried)
        && after.status == QuotationStatus::Carried
        && same(before, after)
        && is_rest(context.text_after(before.place))
        && is_rest(context.text_before(after.place))
        && is_rest(context.text_after(after.place))
        && [before, after]
            .iter()
            .all(|quotation| context.block(quotation.place).is_some_and(|block| block.kind.is_body()))
}

/// The closing mark of a quotation that ends with a sentence.
fn last_mark(context: &Context<'_>, place: Place) -> Option<Place> {
    let text = context.text(place);
    let mark = text.chars().next_back()?;
    let words = text.strip_suffix(mark)?;
    let start = place.span.start + words.len();
    words
        .ends_with(['.', '!', '?', '…'])
        .then(|| Place::new(place.block, Span::new(start, place.span.end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn a_closing_mark_before_more_of_the_same_speech_is_flagged() {
        let rule = alone(&RULE);
        let first = "“We were ready,” said Ana Weil. “We were ready in May";
        assert_eq!(rule.marked(&format!("{first}.”\n\n“We will be ready in July.”")), ["”"]);
        assert!(
            rule.marked(&format!("{first}.\n\n“We will be ready in July.”"))
                .is_empty()
        );
        assert!(
            rule.marked(&format!("{first}.”\n\n“We will see,” said Bo Lund."))
                .is_empty()
        );
    }
}
