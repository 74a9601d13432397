//! Finds the marked regions of one block: goes over its marks in order, which `pairing` opens and closes. It asks for no speaker.

use crate::analysis::quotations::marks::{Level, Mark, marks};
use crate::analysis::quotations::pairing::{Later, Open, close, open, starts_sentence_or_paragraph};
use crate::analysis::quotations::types::Region;
use crate::text::Span;

/// The marked regions of `text` that are in no other one, in order. Linear in the length of `text`.
///
/// What is open at the end is reported as not closed for double marks. A single mark alone is an apostrophe, unless the text has
/// quoted in single marks before.
#[must_use]
pub fn of_block(text: &str) -> Vec<Region> {
    let marks = marks(text);
    let later = closers_after(&marks);
    let mut stack: Vec<Open> = Vec::new();
    let mut regions = Vec::new();
    for (index, &mark) in marks.iter().enumerate() {
        let rest = later.get(index).copied().unwrap_or_default();
        if mark.closes && close(text, &mut stack, mark, rest, &mut regions) {
            continue;
        }
        if mark.opens {
            open(text, &mut stack, mark, rest, &mut regions);
        }
    }
    let single = regions.last().is_some_and(|region| region.single && region.closed);
    let is_open = |open: &Open| match open.mark.level {
        Level::Double => true,
        // ‘We sold up,’ Lund said. ‘By March it was late. / ‘It was cold.’
        Level::Single => single && open.mark.typed && starts_sentence_or_paragraph(text, open.mark),
    };
    if let Some(lowest) = stack.into_iter().find(is_open) {
        let span = Span::new(lowest.mark.span.start, text.trim_end().len());
        regions.push(Region {
            span,
            inner: Span::new(lowest.mark.span.end, span.end),
            closed: false,
            single: lowest.mark.level == Level::Single,
            nested: lowest.nested,
        });
    }
    regions
}

/// What comes after each mark.
fn closers_after(marks: &[Mark]) -> Vec<Later> {
    let mut later = vec![Later::default(); marks.len()];
    let mut seen = Later::default();
    for (mark, slot) in marks.iter().zip(later.iter_mut()).rev() {
        *slot = seen;
        match mark.level {
            Level::Double => {
                seen.double_closers += usize::from(mark.closes);
                seen.double_openers += usize::from(mark.opens && !mark.closes);
            }
            Level::Single if mark.closes && !mark.possessive => seen.single_closers += 1,
            Level::Single => {}
        }
    }
    later
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The regions of `text`, an open one with a bar at its end.
    fn found(text: &str) -> Vec<String> {
        of_block(text)
            .iter()
            .map(|region| format!("{}{}", region.inner.of(text), if region.closed { "" } else { "|" }))
            .collect()
    }

    #[test]
    fn every_style_pairs() {
        for text in [
            "“We met,” she said.",
            "\"We met,\" she said.",
            "''We met,'' she said.",
            "``We met,'' she said.",
            "«We met,» she said.",
            "„We met,“ she said.",
            "‘We met,’ she said.",
            "'We met,' she said.",
            "“We met,\" she said.",
            "”We met,” she said.",
            "»We met,« she said.",
        ] {
            assert_eq!(found(text), ["We met,"], "{text}");
        }
    }

    #[test]
    fn apostrophes_open_and_close_nothing() {
        assert_eq!(
            found("''We won't,'' she said; the drivers' union's '90s deal."),
            ["We won't,"]
        );
        assert_eq!(
            found("The drivers' talks and the pilots' talks went on in the '80s, rock 'n' roll and all."),
            [""; 0]
        );
        assert_eq!(
            found("It’s the owners’ view, ’tis said, that ’90s rules don’t fit."),
            [""; 0]
        );
        assert_eq!(found("Get ’em while they’re goin’ cheap."), [""; 0]);
    }

    #[test]
    fn inches_and_feet_are_no_marks_and_mismatched_marks_pair() {
        cov_mark::check!(inches_inside_curly_marks);
        assert_eq!(found("He is 6'2\" tall and the board is 12\" wide."), [""; 0]);
        assert_eq!(found("“The board is 12\" wide,” he said."), ["The board is 12\" wide,"]);
        cov_mark::check!(single_mark_closed_by_a_double_one);
        assert_eq!(found("‘We met,” Lund said."), ["We met,"]);
        assert_eq!(found("\" We met , \" she said ."), [" We met , "]);
        assert_eq!(found("A car with “WEIL 2031″ decals left."), ["WEIL 2031"]);
    }

    #[test]
    fn quotations_nest() {
        let text = "“He told me ‘go home’ and I did,” Sam said.";
        assert_eq!(found(text), ["He told me ‘go home’ and I did,"]);
        assert_eq!(of_block(text)[0].nested.len(), 1);
        assert_eq!(
            found("“She called it “odd” twice,” he said. “Fine.”"),
            ["She called it “odd” twice,", "Fine."]
        );
    }

    #[test]
    fn a_single_mark_that_nothing_closes_is_an_apostrophe() {
        cov_mark::check!(open_single_mark_was_an_apostrophe);
        assert_eq!(
            found("“We told them ‘go and left,” he said. ‘Fine.’"),
            ["We told them ‘go and left,", "Fine."]
        );
    }

    #[test]
    fn three_apostrophes_close_both() {
        let text = "''She told me, 'Go home,''' Lund said. ''Fine.''";
        assert_eq!(found(text), ["She told me, 'Go home,'", "Fine."]);
        let text = "\"She told me, 'Go home,' \" Lund said. \"Fine.\"";
        assert_eq!(found(text), ["She told me, 'Go home,' ", "Fine."]);
    }

    #[test]
    fn an_open_quotation_reaches_to_the_end_of_the_block() {
        assert_eq!(
            found("“Costs rose. We had no choice."),
            ["Costs rose. We had no choice.|"]
        );
        assert_eq!(found("She said “no” and “Costs rose."), ["no", "Costs rose.|"]);
        assert_eq!(
            found("‘We sold up,’ Lund said. ‘By March it was late."),
            ["We sold up,", "By March it was late.|"]
        );
        assert_eq!(found("‘By March it was late."), [""; 0]);
        assert_eq!(found("He said ‘no’ to the ‘90s."), ["no"]);
    }

    #[test]
    fn a_missing_mark_does_not_shift_later_pairs() {
        cov_mark::check!(missing_mark_ends_with_its_sentence);
        assert_eq!(
            found("“We are ready, she said. “It will work,” he said."),
            ["We are ready, she said.|", "It will work,"]
        );
        assert_eq!(
            found("We are ready,” she said. “It will work,” he said."),
            ["It will work,"]
        );
    }

    #[test]
    fn single_marks_go_around_possessives() {
        cov_mark::check!(possessive_inside_single_marks);
        assert_eq!(found("Mayor: ‘I will not resign’"), ["I will not resign"]);
        assert_eq!(
            found("He called it ‘the drivers’ union’ again."),
            ["the drivers’ union"]
        );
    }
}
