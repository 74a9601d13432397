//! The nearest verb on either side of a time. What it says is asked of the verb.

use crate::analysis::times::direction::tagged::TimeVerbs;
use crate::analysis::times::types::Direction;

/// What the nearest verb before the time says: "met in Ostrava on Monday".
#[must_use]
pub fn leftward(verbs: TimeVerbs<'_>, start: usize, floor: usize) -> Direction {
    let mut at = start;
    while at > floor {
        at -= 1;
        if verbs.reader.is(at, ";") {
            break;
        }
        match verbs.direction_at(at, floor) {
            Direction::Unknown => {}
            found => return found,
        }
    }
    Direction::Unknown
}

/// What the nearest verb after the time says: "on Friday the ministers will sign".
#[must_use]
pub fn rightward(verbs: TimeVerbs<'_>, end: usize, ceiling: usize) -> Direction {
    (end..ceiling)
        .take_while(|at| !verbs.reader.is(*at, ";"))
        .map(|at| verbs.direction_at(at, end))
        .find(|found| *found != Direction::Unknown)
        .unwrap_or_default()
}
