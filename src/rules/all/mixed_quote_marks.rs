//! Flags a quotation that is opened with one kind of mark and closed with another. It never changes quoted words.
//!
//! ## What it flags
//!
//! A pair of quotation marks of which one is curly and the other straight: “Yes". The closing mark is flagged.
//!
//! ## Why it matters in a newsroom
//!
//! It comes from pasting between programs and looks careless in print. Programs that pair marks may also lose track of the
//! quotation.
//!
//! ## Example
//!
//! > “We are ready," Ana Weil said.
//!
//! ## Better
//!
//! > “We are ready,” Ana Weil said.
//!
//! ## When it is wrong
//!
//! Code and addresses are not read. Inches, and drafts that use straight or curly marks throughout, are left alone.

use std::sync::Arc;

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "mixed-quote-marks",
    summary: "a pair of quotation marks of two kinds",
    category: Category::Quotes,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("mixed_quote_marks.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let marked = |quotation: &&Arc<Quotation>| quotation.closed && quotation.kind != QuotationKind::Indirect;
    for quotation in context.quotations().iter().filter(marked) {
        let text = context.text(quotation.place);
        let (Some(open), Some(close)) = (text.chars().next(), text.chars().next_back()) else {
            continue;
        };
        let Some((wrong, right)) = mend(open, close) else {
            continue;
        };
        let (place, mark) = (quotation.place, if wrong == Wrong::Opening { open } else { close });
        let span = match wrong {
            Wrong::Opening => Span::new(place.span.start, place.span.start + mark.len_utf8()),
            Wrong::Closing => Span::new(place.span.end - mark.len_utf8(), place.span.end),
        };
        let span = context.source_span(Place::new(place.block, span));
        let finding = Finding::at(span, format!("Quotation is opened with {open} and closed with {close}"));
        let fix = Fix::suggest(format!("Change {mark} to {right}"), [Edit::replace(span, right)]);
        findings.push(finding.help("Use marks of one kind.").fixes([fix]));
    }
}

/// Which of the two marks is the odd one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Opening,
    Closing,
}

/// The mark to change, and what to change it to. A straight mark is the odd one: whoever typed a curly one meant it.
fn mend(open: char, close: char) -> Option<(Wrong, &'static str)> {
    Some(match (open, close) {
        ('“', '"') => (Wrong::Closing, "”"),
        ('‘', '\'') => (Wrong::Closing, "’"),
        ('"', '”') => (Wrong::Opening, "“"),
        ('\'', '’') => (Wrong::Opening, "‘"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::FixSafety;
    use crate::rules::testing::{alone, mended};

    #[test]
    fn the_straight_mark_is_changed() {
        assert_eq!(alone(&RULE).marked("“We are ready,\" Ana Weil said."), ["\""]);
        assert_eq!(
            mended("“We are ready,\" Ana Weil said.", FixSafety::Suggest),
            "“We are ready,” Ana Weil said."
        );
        assert_eq!(
            mended("\"We are ready,” Ana Weil said.", FixSafety::Suggest),
            "“We are ready,” Ana Weil said."
        );
    }
}
