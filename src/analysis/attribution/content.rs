//! The reported clause around marked words. It does not decide which frame reports them.

use std::ops::Range;

use crate::analysis::attribution::complement;
use crate::analysis::attribution::cues;
use crate::analysis::attribution::extent;
use crate::analysis::attribution::frames::Frame;
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject;
use crate::language::{Tag, Upos};
use crate::text::Span;

/// The shortest clause around marked words, in items.
const SHORTEST: usize = 3;

/// The clause around marked words that `frame` reports, as items of the unit; `None` where nothing but the frame is there.
///
/// After the cue (and its addressee) to where the clause ends, or, for a frame that ends the sentence, from its
/// beginning to the frame.
#[must_use]
pub fn reported(line: Line<'_>, frame: &Frame, behind: bool) -> Option<Range<usize>> {
    if behind {
        return before(line, frame, SHORTEST);
    }
    let cue = frame.cue.start;
    let takes = cues::complements(&frame.lemma);
    let (clause, first) = complement::after(line, cue, takes, subject::is_passive(line, cue))
        .map_or((true, behind_as(line, frame.extent().end)), |(form, first)| {
            (form.is_clause(), first)
        });
    let range = trimmed(line, first..extent::end(line, cue, first, clause));
    (range.len() >= SHORTEST).then_some(range)
}

/// "known here as “the sock”": the quotation itself is what is reported.
fn behind_as(line: Line<'_>, first: usize) -> usize {
    (first..first + 3)
        .find(|&at| line.is(at, "as") && line.is_quotation(at + 1))
        .map_or(first, |at| at + 1)
}

/// The sentence in front of a frame: from an earlier semicolon, else from the start of the unit; at least `shortest`
/// items.
#[must_use]
pub fn before(line: Line<'_>, frame: &Frame, shortest: usize) -> Option<Range<usize>> {
    let end = frame.extent().start;
    let range = trimmed(line, clause_start(line, end)?..end);
    (range.len() >= shortest).then_some(range)
}

/// Where the sentence in front of a frame begins: behind an earlier frame's semicolon, else at the start.
fn clause_start(line: Line<'_>, end: usize) -> Option<usize> {
    let start = (end.saturating_sub(extent::LONGEST)..end)
        .rev()
        .find(|&at| line.is(at, ";"))
        .map(|at| at + 1)
        .or_else(|| (end <= extent::LONGEST).then_some(0))?;
    // "But the road, he said": the conjunction belongs to the writer.
    Some(start + usize::from(line.has(start, &[Upos::Cconj])))
}

/// Whether a quotation right behind its cue is all that is reported: what follows it is the writer's
/// ("wrote “Thank you” on Friday").
#[must_use]
pub fn stands_alone(line: Line<'_>, frame: &Frame, quotation: Span) -> bool {
    let end = frame.extent().end;
    let Some(at) = (end..(end + 2).min(line.len())).find(|&at| line.is_quotation(at)) else {
        return false;
    };
    // "the share of voters saying “it is late” rose": the verb behind the quotation belongs to the writer.
    let participle = matches!(line.tag(frame.cue.start), Tag::Gerund | Tag::PastParticiple);
    if participle && at == end && line.tag(at + 1).is_finite() {
        return line.span(at..at + 1) == quotation;
    }
    let directly = at == end || line.is(end, ",") || line.is(end, ":");
    directly
        && line.span(at..at + 1) == quotation
        && line.items.get(at + 1).is_none_or(|_| {
            line.word(at + 1).is_some_and(|word| {
                matches!(
                    word.upos,
                    Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Sconj | Upos::Punct
                ) || phrase::is_day(line.form_of(word))
                    || word.lemma == "moment"
            })
        })
}

/// The range without punctuation at its ends.
#[must_use]
pub fn trimmed(line: Line<'_>, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.max(range.start));
    let outer = |at: usize| {
        line.word(at).is_some_and(|word| {
            word.upos == Upos::Punct && !matches!(line.form_of(word), "(" | ")" | "[" | "]" | "$" | "-")
        })
    };
    while start < end && outer(start) {
        start += 1;
    }
    while start < end && outer(end - 1) {
        end -= 1;
    }
    start..end
}
