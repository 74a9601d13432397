//! Stretches that may be quoted although no pair of marks is around them: a mark without a partner leaves open how far the words on
//! its side are somebody's. It guesses no end.

use crate::analysis::quotations::block::of_block;
use crate::analysis::quotations::marks::{Level, Mark, marks};
use crate::text::Span;

/// The stretches of a block that may be quoted: all before a mark that closes nothing, all after one that nothing closes, and all
/// of a block with a mark that may do either. Linear in the length of `text`.
///
/// We saw the ferry,” Weil said. is quoted up to the mark. Marks inside a pair are words of that quotation.
#[must_use]
pub fn perhaps_quoted(text: &str) -> Vec<Span> {
    let regions = of_block(text);
    let mut rest = regions.iter().peekable();
    let (mut before, mut after) = (0, text.len());
    for mark in marks(text) {
        while rest.next_if(|region| region.span.end <= mark.span.start).is_some() {}
        let opens_open = match rest.peek() {
            Some(region) if region.span.overlaps(mark.span) => {
                if region.closed || region.span.start != mark.span.start {
                    continue;
                }
                true
            }
            _ => false,
        };
        match side(mark) {
            Some(Side::Before) if !opens_open => before = mark.span.end.max(before),
            Some(Side::After) => after = mark.span.start.min(after),
            Some(Side::Before | Side::Both) => return vec![Span::new(0, text.len())],
            None => {}
        }
    }
    let stretches = [Span::new(0, before), Span::new(after, text.len())];
    stretches.into_iter().filter(|stretch| !stretch.is_empty()).collect()
}

/// On which side of a mark without a partner its quotation may be.
enum Side {
    Before,
    After,
    Both,
}

/// `None` for what is rather an apostrophe: the drivers’ union.
fn side(mark: Mark) -> Option<Side> {
    match (mark.opens, mark.closes) {
        (true, false) => Some(Side::After),
        (false, true) if mark.level == Level::Single && mark.possessive => None,
        (false, true) => Some(Side::Before),
        _ => Some(Side::Both),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_side_of_a_lone_mark_may_be_quoted() {
        for (text, stretches) in [
            ("We saw the ferry,” Weil said.", vec!["We saw the ferry,”"]),
            ("We saw it,\" Weil said. \"It left,\" she said.", vec!["We saw it,\""]),
            ("We saw it,’ Weil said.", vec!["We saw it,’"]),
            ("Weil said: “We saw it.", vec!["“We saw it."]),
            ("Weil said: ‘We saw it.", vec!["‘We saw it."]),
            (
                "“We saw it, Weil said. “It left,” she said.",
                vec!["“We saw it, Weil said. “It left,” she said."],
            ),
            ("Wir gehen“, sagte Weil.", vec!["Wir gehen“, sagte Weil."]),
            ("We left , \" she said .", vec!["We left , \""]),
        ] {
            let found: Vec<&str> = perhaps_quoted(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(found, stretches, "{text}");
        }
    }

    #[test]
    fn pairs_and_apostrophes_leave_nothing_open() {
        for text in [
            "“We saw the ‘ferry’,” Weil said of the drivers’ union. 'It left,' she said.",
            "It’s the owners’ view, ’tis said, that ’90s rules don’t fit.",
            "“He called it ‘odd,” Weil said.",
            "No marks.",
        ] {
            assert!(perhaps_quoted(text).is_empty(), "{text}");
        }
    }
}
