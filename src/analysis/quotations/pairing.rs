//! Typed pairing of marks, with recovery inside the block. A stray mark never shifts the pairs after it.

use crate::analysis::quotations::marks::{Level, Mark, marks};
use crate::analysis::quotations::types::Region;
use crate::text::Span;

/// How deep quotations in quotations are followed; deeper marks are ignored.
const DEEPEST: usize = 8;

/// An opening mark that no mark has closed yet.
struct Open {
    mark: Mark,
    nested: Vec<Span>,
}

/// The marked regions of `text` that are in no other one, in order. Linear in the length of `text`.
///
/// What is open at the end is reported as not closed for double marks. A single mark alone is an apostrophe, unless the text has
/// quoted in single marks before.
#[must_use]
pub fn regions(text: &str) -> Vec<Region> {
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

/// How many marks after each one can close a double and a single quotation.
#[derive(Clone, Copy, Default)]
struct Later {
    double_closers: usize,
    double_openers: usize,
    single_closers: usize,
}

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

/// Closes the quotation that `mark` belongs to; `false` where there is none.
fn close(text: &str, stack: &mut Vec<Open>, mark: Mark, rest: Later, regions: &mut Vec<Region>) -> bool {
    let Some(depth) = stack.iter().rposition(|open| open.mark.level == mark.level) else {
        return close_mismatched(text, stack, mark, rest, regions);
    };
    if !can_close(text, stack, depth, mark, rest) {
        return false;
    }
    // Single marks that are still open inside a double pair were apostrophes.
    if depth + 1 < stack.len() {
        cov_mark::hit!(open_single_mark_was_an_apostrophe);
    }
    stack.truncate(depth + 1);
    let Some(open) = stack.pop() else { return false };
    let span = open.mark.span.join(mark.span);
    let inner = Span::new(open.mark.span.end, mark.span.start);
    if inner.of(text).trim().is_empty() {
        return true;
    }
    if let Some(outer) = stack.last_mut() {
        outer.nested.push(span);
    } else {
        regions.push(Region {
            span,
            inner,
            closed: true,
            single: mark.level == Level::Single,
            nested: open.nested,
        });
    }
    true
}

/// ‘We are ready,” Lund said.: a single mark at the head of a sentence that a double one closes after a stop, and nothing else.
fn close_mismatched(text: &str, stack: &mut Vec<Open>, mark: Mark, rest: Later, regions: &mut Vec<Region>) -> bool {
    let fits = |open: &Open| {
        open.mark.level == Level::Single
            && mark.level == Level::Double
            && !mark.opens
            && rest.single_closers == 0
            && after_stop(text, mark)
            && starts_sentence_or_paragraph(text, open.mark)
    };
    let [open] = stack.as_slice() else { return false };
    if !fits(open) {
        return false;
    }
    cov_mark::hit!(single_mark_closed_by_a_double_one);
    let span = open.mark.span.join(mark.span);
    regions.push(Region {
        span,
        inner: Span::new(open.mark.span.end, mark.span.start),
        closed: true,
        single: true,
        nested: Vec::new(),
    });
    stack.clear();
    true
}

/// Whether a mark closes the one that is open at `depth`.
fn can_close(text: &str, stack: &[Open], depth: usize, mark: Mark, rest: Later) -> bool {
    let top = depth + 1 == stack.len();
    match mark.level {
        // ‘the drivers’ union’: a plural possessive closes nothing where a better mark follows.
        Level::Single if mark.possessive && rest.single_closers > 0 && !after_stop(text, mark) => {
            cov_mark::hit!(possessive_inside_single_marks);
            false
        }
        Level::Single => top,
        // Inside curly marks a straight one that could do both is a nested quotation rather than the end, and one after a
        // figure is inches where a closing mark follows: “The board is 12" wide,” he said.
        Level::Double if !mark.typed && opened_by_typed(stack, depth) => {
            let is_inches = after_digit(text, mark) && rest.double_closers > 0;
            if is_inches {
                cov_mark::hit!(inches_inside_curly_marks);
            }
            !(mark.opens && top || is_inches)
        }
        Level::Double => true,
    }
}

fn opened_by_typed(stack: &[Open], depth: usize) -> bool {
    stack.get(depth).is_some_and(|open| open.mark.typed)
}

fn after_digit(text: &str, mark: Mark) -> bool {
    text.get(..mark.span.start)
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

fn after_stop(text: &str, mark: Mark) -> bool {
    text.get(..mark.span.start)
        .is_some_and(|before| before.ends_with(['.', ',', '!', '?', '…']))
}

/// Opens a quotation at `mark`, and ends one before it whose own closing mark is missing.
fn open(text: &str, stack: &mut Vec<Open>, mark: Mark, rest: Later, regions: &mut Vec<Region>) {
    if mark.level == Level::Single && rest.single_closers == 0 && !stack.is_empty() {
        return;
    }
    if let Some(depth) = unclosed_before(text, stack, mark, rest) {
        cov_mark::hit!(missing_mark_ends_with_its_sentence);
        stack.truncate(depth + 1);
        regions.extend(stack.pop().map(|open| ended_before(text, open, mark)));
    }
    if stack.len() < DEEPEST {
        stack.push(Open {
            mark,
            nested: Vec::new(),
        });
    }
}

/// “We are ready, she said. “It will work,” he said.: there are closing marks enough for one of the two only, so that of the
/// first one is missing.
fn unclosed_before(text: &str, stack: &[Open], mark: Mark, rest: Later) -> Option<usize> {
    let depth = stack.iter().rposition(|open| open.mark.level == Level::Double)?;
    let innermost = stack.last().is_some_and(|open| open.mark.level == Level::Double);
    let missing = mark.level == Level::Double && rest.double_closers <= rest.double_openers + 1;
    (missing && innermost && starts_sentence_or_paragraph(text, mark)).then_some(depth)
}

/// The region of a quotation without a closing mark, which is taken to end where its sentence does, before the next one.
fn ended_before(text: &str, open: Open, next: Mark) -> Region {
    let end = text
        .get(..next.span.start)
        .map_or(next.span.start, |before| before.trim_end().len());
    let span = Span::new(open.mark.span.start, end.max(open.mark.span.end));
    Region {
        span,
        inner: Span::new(open.mark.span.end, span.end),
        closed: false,
        single: false,
        nested: open.nested,
    }
}

fn starts_sentence_or_paragraph(text: &str, mark: Mark) -> bool {
    text.get(..mark.span.start).is_some_and(|before| {
        let before = before.trim_end();
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ','])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The regions of `text`, an open one with a bar at its end.
    fn found(text: &str) -> Vec<String> {
        regions(text)
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
        assert_eq!(regions(text)[0].nested.len(), 1);
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
