//! Opens and closes quotations mark by mark, with recovery inside the block. A stray mark never shifts the pairs after it.

use crate::analysis::quotations::marks::{Level, Mark};
use crate::analysis::quotations::types::Region;
use crate::text::Span;

/// How deep quotations in quotations are followed; deeper marks are ignored.
const DEEPEST: usize = 8;

/// An opening mark that no mark has closed yet.
pub struct Open {
    /// The mark.
    pub mark: Mark,
    /// The quotations inside it so far, as spans with their marks.
    pub nested: Vec<Span>,
}

/// How many marks after each one can close a double and a single quotation.
#[derive(Clone, Copy, Default)]
pub struct Later {
    /// Double marks that can close.
    pub double_closers: usize,
    /// Double marks that can only open.
    pub double_openers: usize,
    /// Single marks that can close and are no plural possessive.
    pub single_closers: usize,
}

/// Closes the quotation that `mark` belongs to; `false` where there is none.
pub fn close(text: &str, stack: &mut Vec<Open>, mark: Mark, rest: Later, regions: &mut Vec<Region>) -> bool {
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
pub fn open(text: &str, stack: &mut Vec<Open>, mark: Mark, rest: Later, regions: &mut Vec<Region>) {
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

/// Whether a mark is at the head of a sentence or of the paragraph.
pub fn starts_sentence_or_paragraph(text: &str, mark: Mark) -> bool {
    text.get(..mark.span.start).is_some_and(|before| {
        let before = before.trim_end();
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ','])
    })
}
