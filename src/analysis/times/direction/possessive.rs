//! Which way a possessive weekday looks: "Monday's ruling" has been given, "will not attend Monday's summit" looks ahead. It
//! knows no other weekday.

use crate::analysis::times::direction::nearest::{leftward, rightward};
use crate::analysis::times::direction::tagged::TimeVerbs;
use crate::analysis::times::types::Direction;
use crate::analysis::times::words::TimeList;

/// The direction of the weekday in the tokens `start..end`, after which "'s" follows, in a sentence. It is over unless the
/// clause looks ahead and what the day has is held on a day.
#[must_use]
pub fn of_possessive(verbs: TimeVerbs<'_>, start: usize, end: usize, sentence: (usize, usize)) -> Direction {
    let reader = verbs.reader;
    let (head, after) = head_noun(verbs, end + 2);
    let is_scheduled = reader.is_on(head, TimeList::Scheduled);
    let before = reader.before(start);
    // The word may be read as part of the time.
    if matches!(before, "after" | "since" | "despite") || reader.is(start, "following") {
        return Direction::Past;
    }
    let left = leftward(verbs, start, sentence.0);
    let is_subject = left == Direction::Unknown;
    let found = if is_subject {
        rightward(verbs, after, sentence.1)
    } else {
        left
    };
    let leads = matches!(before, "before" | "for" | "at" | "in" | "on" | "to" | "from");
    match found {
        Direction::Future if is_subject && is_scheduled => Direction::Future,
        Direction::Future if is_subject => Direction::Past,
        // "Will review video of Monday's march", "will discuss Monday's vote".
        Direction::Future if matches!(before, "of" | "about" | "over" | "from") => Direction::Either,
        Direction::Future if reader.is_on(start.wrapping_sub(1), TimeList::Reviews) => Direction::Past,
        Direction::Future if is_scheduled => Direction::Future,
        Direction::Future if matches!(before, "before" | "for" | "at") => Direction::Future,
        Direction::Future if leads => Direction::Either,
        // "Was named captain for Sunday's match", "tickets for Sunday's gala": before it or after it.
        _ if is_scheduled && before == "for" => Direction::Either,
        _ => Direction::Past,
    }
}

/// How many words what a day has may have: "Monday's first public hearing".
const LONGEST: usize = 5;

/// The last noun of what the day has, and the token after it.
fn head_noun(verbs: TimeVerbs<'_>, at: usize) -> (usize, usize) {
    let after = (at..at + LONGEST)
        .find(|at| !verbs.is_nominal(*at))
        .unwrap_or(at + LONGEST);
    (after.saturating_sub(1), after)
}
