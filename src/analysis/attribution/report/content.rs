//! Reported words as a range of items: the questions that the files next to this one share. It looks for no beginning and for no
//! end.

use std::ops::Range;

use crate::analysis::attribution::frame::Frame;
use crate::analysis::attribution::line::Line;
use crate::language::Upos;

/// The longest content that is followed, in items.
pub const LONGEST: usize = 120;

/// How far into its sentence the dash of a dateline may stand, in items.
const LONGEST_DATELINE: usize = 12;

/// The shortest sentence next to a frame or around marked words, in items.
pub const SHORTEST: usize = 3;

/// The sentence in front of a frame: from an earlier semicolon, else from the start; at least `shortest` items.
#[must_use]
pub fn before_frame(line: Line<'_>, frame: &Frame, shortest: usize) -> Option<Range<usize>> {
    let end = frame.extent().start;
    let range = trimmed(line, clause_start(line, end)?..end);
    (range.len() >= shortest).then_some(range)
}

/// The range without punctuation at its ends.
#[must_use]
pub fn trimmed(line: Line<'_>, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.max(range.start));
    let outer = |at: usize| line.has(at, &[Upos::Punct]) && !matches!(line.form(at), "(" | ")" | "[" | "]" | "$" | "-");
    while start < end && outer(start) {
        start += 1;
    }
    while start < end && outer(end - 1) {
        end -= 1;
    }
    start..end
}

/// Whether the words inside marks end in punctuation, as a whole utterance does.
#[must_use]
pub fn ends_like_speech(quoted: &str) -> bool {
    quoted.trim_end().ends_with(['.', ',', '!', '?', '…', '—'])
}

/// "OSTBY, Norland (AP) — The road will open": where the sentence begins after the place that it was filed from.
fn after_dateline(line: Line<'_>) -> usize {
    let place = line.form(0);
    let capitals = place.chars().nth(2).is_some() && place.chars().all(char::is_uppercase);
    let dash = (1..LONGEST_DATELINE).find(|&at| line.is_dash(at));
    dash.filter(|_| capitals).map_or(0, |dash| dash + 1)
}

/// Where the sentence in front of a frame begins: after an earlier frame's semicolon, else at the start.
fn clause_start(line: Line<'_>, end: usize) -> Option<usize> {
    let start = (end.saturating_sub(LONGEST)..end)
        .rev()
        .find(|&at| line.is(at, ";"))
        .map(|at| at + 1)
        .or_else(|| (end <= LONGEST).then(|| after_dateline(line)))?;
    // "But the road, he said": the conjunction belongs to the writer.
    Some(start + usize::from(line.has(start, &[Upos::Cconj])))
}
