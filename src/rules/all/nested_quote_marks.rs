//! Flags a quotation inside a quotation that has the same marks. It never changes quoted words.
//!
//! ## What it flags
//!
//! Double marks inside double marks: “He said “no” to me.” The inner marks are flagged.
//!
//! ## Why it matters in a newsroom
//!
//! Readers take the inner opening mark for the end of what is quoted and read the rest in the wrong voice.
//!
//! ## Example
//!
//! > “He said “no” and left,” Ana Weil said.
//!
//! ## Better
//!
//! > “He said ‘no’ and left,” Ana Weil said.
//!
//! ## When it is wrong
//!
//! Only curly and pointed marks are judged: straight ones do not show which of them open. A quotation that is never closed
//! is left to `unclosed-quote`.

use std::sync::Arc;

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "nested-quote-marks",
    name: "quotation marks inside a quotation",
    summary: "the same marks inside a quotation",
    category: Category::Quotes,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("nested_quote_marks.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let marked = |quotation: &&Arc<Quotation>| quotation.closed && quotation.kind != QuotationKind::Indirect;
    for quotation in context.quotations().iter().filter(marked) {
        findings.extend(finding(context, quotation.place));
    }
}

fn finding(context: &Context<'_>, quotation: Place) -> Option<Finding> {
    let text = context.text(quotation);
    let open = text.chars().next()?;
    let (close, inner_open, inner_close) = match open {
        '“' => ('”', "‘", "’"),
        '«' => ('»', "‹", "›"),
        _ => return None,
    };
    if !text.ends_with(close) {
        return None;
    }
    let width = open.len_utf8();
    let start = text.get(width..)?.find(open)? + width;
    let end = start + text.get(start..)?.find(close)?;
    // The last closing mark belongs to the quotation itself.
    if end + close.len_utf8() >= text.len() {
        return None;
    }
    let at = |from: usize, to: usize| {
        let from = quotation.span.start + from;
        context.source_span(Place::new(quotation.block, Span::new(from, quotation.span.start + to)))
    };
    let edits = [
        Edit::replace(at(start, start + width), inner_open),
        Edit::replace(at(end, end + close.len_utf8()), inner_close),
    ];
    let finding = Finding::at(
        at(start, end + close.len_utf8()),
        "Quotation inside a quotation has the same marks",
    );
    let fix = Fix::suggest(
        format!("Change the inner marks to {inner_open} and {inner_close}"),
        edits,
    );
    Some(finding.help("Use single marks inside double ones.").fixes([fix]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::FixSafety;
    use crate::rules::testing::{alone, mended};

    #[test]
    fn the_inner_marks_are_changed() {
        let text = "“He said “no” and left,” Ana Weil said.";
        assert_eq!(alone(&RULE).marked(text), ["“no”"]);
        assert_eq!(
            mended(text, FixSafety::Suggest),
            "“He said ‘no’ and left,” Ana Weil said."
        );
        assert!(
            alone(&RULE)
                .marked("“He said ‘no’ and left,” Ana Weil said.")
                .is_empty()
        );
        assert!(
            alone(&RULE)
                .marked("“He said no,” Ana Weil said. “He left.”")
                .is_empty()
        );
    }
}
