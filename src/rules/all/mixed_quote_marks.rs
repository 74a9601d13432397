//! Flags straight quotation marks among curly ones. It never changes quoted words.
//!
//! ## What it flags
//!
//! A pair of quotation marks of which one is curly and the other straight: “Yes". The straight mark is flagged. So is a pair of
//! straight marks in a draft that has curly ones otherwise: one or two pairs among ten times as many.
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
//! Code and addresses are not read. Inches, and drafts that use straight or curly marks throughout, or both now and then, are left
//! alone.

use std::sync::Arc;

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "mixed-quote-marks",
    name: "mixed quotation marks",
    summary: "straight quotation marks among curly ones",
    category: Category::Quotes,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
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
    findings.extend(odd_pairs(context).into_iter().map(|place| odd_pair(context, place)));
}

/// At most so many pairs of straight marks are a slip.
const FEW: usize = 2;

/// So many pairs of curly marks for each of straight ones show what the draft means to use.
const MANY: usize = 10;

/// The quotations in straight marks of the running text, if next to all others are in curly ones.
fn odd_pairs(context: &Context<'_>) -> Vec<Place> {
    let (mut curly, mut straight) = (0, Vec::new());
    for quotation in context.quotations().iter().filter(|quotation| quotation.closed) {
        let (text, place) = (context.text(quotation.place), quotation.place);
        if text.starts_with('“') && text.ends_with('”') {
            curly += 1;
        } else if text.starts_with('"') && text.ends_with('"') {
            let in_text = context.block(place).is_some_and(|block| block.kind.is_body());
            straight.extend(in_text.then_some(place));
        }
        if straight.len() > FEW {
            return Vec::new();
        }
    }
    if curly < MANY * straight.len() {
        straight.clear();
    }
    straight
}

fn odd_pair(context: &Context<'_>, place: Place) -> Finding {
    let mark = |span: Span| context.source_span(Place::new(place.block, span));
    let open = mark(Span::new(place.span.start, place.span.start + 1));
    let close = mark(Span::new(place.span.end - 1, place.span.end));
    let edits = [Edit::replace(open, "“"), Edit::replace(close, "”")];
    Finding::at(open, "Straight quotation marks in a draft with curly ones")
        .help("Use marks of one kind.")
        .fixes([Fix::suggest("Change both marks to “ ”", edits)])
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
    fn one_straight_pair_among_many_curly_ones_is_changed() {
        let curly = "“We are ready,” Ana Weil said. ".repeat(10);
        let straight = "\"So is he,\" Weil said.";
        let rule = alone(&RULE);
        assert_eq!(rule.marked(&format!("{curly}{straight}")), ["\""]);
        let mended = mended(&format!("{curly}{straight}"), FixSafety::Suggest);
        assert_eq!(mended, format!("{curly}“So is he,” Weil said."));
        for text in [
            curly.repeat(3) + &straight.repeat(3),
            straight.repeat(10) + "“We are ready,” Ana Weil said.",
            format!("“We are ready,” Ana Weil said. {straight}"),
            format!("{curly}The board is 12\" wide, and 8\" deep."),
        ] {
            assert!(rule.findings(&text).is_empty(), "{text}");
        }
    }

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
