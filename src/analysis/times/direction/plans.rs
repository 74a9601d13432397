//! Plans that were carried out, changed or dropped: what stands around a time says more than the tense of the nearest verb. It
//! looks at a bounded stretch of one sentence.

use crate::analysis::times::direction::nearest::rightward;
use crate::analysis::times::direction::tagged::TimeVerbs;
use crate::analysis::times::read::TimeReader;
use crate::analysis::times::types::Direction;
use crate::analysis::times::words::{TimeClass, TimeList};

/// How many words before a time are asked.
const REACH: usize = 12;

/// Tokens before `start`, nearest first, as far as their clause goes.
fn clause_before(reader: TimeReader<'_>, start: usize, floor: usize) -> impl Iterator<Item = usize> {
    (floor..start)
        .rev()
        .take(REACH)
        .take_while(move |at| !reader.is_any(*at, &[",", ";", ":", "-", "“", "”", "\""]))
}

/// "Remained closed until Wednesday", "did not arrive until Friday": it went on until a day that is over.
#[must_use]
pub fn lasted(verbs: TimeVerbs<'_>, start: usize, floor: usize) -> bool {
    let reader = verbs.reader;
    let mut clause = clause_before(reader, start, floor);
    // "Was not due until Friday" and "will not open until Friday" look ahead.
    let found = clause.find_map(|at| {
        let is_ahead = reader.is_on(at, TimeList::Timetable)
            || reader.is_any(at, &["will", "would", "to", "has", "have", "is", "are"]);
        let denies = reader.is_any(at, &["not", "never", "n"]);
        let was = reader.is_any(at.wrapping_sub(1), &["did", "was", "were", "had", "could"]);
        match () {
            () if is_ahead => Some(false),
            () if reader.is_on(at, TimeList::Lasts) => Some(!reader.is_any(at.wrapping_sub(1), &["has", "have"])),
            () if denies => Some(was),
            () if reader.is_any(at, &["didn", "wasn", "weren", "hadn", "couldn"]) => Some(true),
            () => None,
        }
    });
    found == Some(true)
}

/// "Has been moved to Wednesday", "postponed the vote from Monday to Friday".
#[must_use]
pub fn is_moved_to(reader: TimeReader<'_>, start: usize, end: usize, floor: usize) -> bool {
    let is_goal = reader.before(start) == "to";
    let is_origin = reader.before(start) == "from"
        && reader.is(end, "to")
        && matches!(reader.class(end + 1), TimeClass::Weekday { .. });
    (is_goal || is_origin)
        && clause_before(reader, start.saturating_sub(1), floor).any(|at| reader.is_on(at, TimeList::Moves))
}

/// "Was to be sentenced Friday but did not appear": what had been planned, and what came of it.
#[must_use]
pub fn fell_through(verbs: TimeVerbs<'_>, start: usize, end: usize, sentence: (usize, usize)) -> bool {
    let reader = verbs.reader;
    let was_planned = (sentence.0..start).rev().take(REACH).any(|at| {
        reader.is_any(at, &["was", "were"]) && (reader.is(at + 1, "to") || reader.is_on(at + 1, TimeList::Ahead))
    });
    let next = reader.skip(end, ",");
    was_planned
        && reader.is_any(next, &["but", "when", "before"])
        && rightward(verbs, next + 1, sentence.1) == Direction::Past
}
