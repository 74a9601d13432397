//! Which verb of its sentence a time follows. It looks at a bounded stretch of one sentence, and never at another.

use crate::analysis::times::direction::nearest::{leftward, rightward};
use crate::analysis::times::direction::plans::{fell_through, is_moved_to, lasted};
use crate::analysis::times::direction::possessive::of_possessive;
use crate::analysis::times::direction::tagged::TimeVerbs;
use crate::analysis::times::read::TimeReader;
use crate::analysis::times::types::Direction;
use crate::analysis::times::words::TimeList;
use crate::language::{Language, Relation, View};

/// How many tokens to look at on either side.
const REACH: usize = 40;

/// The direction of the expression in the tokens `start..end`.
#[must_use]
pub fn direction(reader: TimeReader<'_>, view: View<'_>, start: usize, end: usize) -> Direction {
    let sentence = bounds(reader, view.language, start, end);
    let time = end - 1;
    let verbs = TimeVerbs { reader, view, time };
    let begins = begins_clause(reader, start, sentence.0);
    // "Until Wednesday, when the water fell": what was done then says which Wednesday.
    let comma = reader.skip(end, ",");
    if comma > end && reader.is(comma, "when") {
        let then = rightward(verbs, comma + 1, sentence.1);
        if then != Direction::Unknown {
            return then;
        }
    }
    let is_possessive = reader.is(end, "'") && reader.is(end + 1, "s");
    if let Some(said) = preposition(reader, start, sentence.0) {
        // "Until Thursday, they had not called him a suspect."
        let until = matches!(reader.before(start), "until" | "till");
        let over = until && begins && rightward(verbs, end, sentence.1) == Direction::Past
            || until && !begins && !is_possessive && lasted(verbs, start, sentence.0);
        return if over { Direction::Past } else { said };
    }
    if is_possessive {
        return of_possessive(verbs, start, end, sentence);
    }
    if is_moved_to(reader, start, end, sentence.0) {
        return Direction::Future;
    }
    // "Friday marks a year": the day itself is the subject.
    let leads = start == sentence.0 || reader.is_any(start - 1, &["that", "\"", "“", "but", ";"]);
    if leads && verbs.is_subject_of_present(end) {
        return Direction::Future;
    }
    let left = || leftward(verbs, start, sentence.0);
    let right = || rightward(verbs, end, sentence.1);
    let (first, second) = if begins {
        (right(), None)
    } else {
        (left(), Some(right()))
    };
    let found = match first {
        Direction::Unknown => second.unwrap_or_else(left),
        found => found,
    };
    // "A fire at a mill on Monday leaves 40 without work": the day is that of the noun, and the verb tells what came of it.
    if found == Direction::Future && !begins && left() == Direction::Unknown && verbs.is_told_of_noun(end, sentence.1) {
        return Direction::Either;
    }
    if found == Direction::Future && fell_through(verbs, start, end, sentence) {
        return Direction::Past;
    }
    // "a program to cut costs by May": a deadline is ahead where nothing says that it is over.
    if found == Direction::Unknown && reader.before(start) == "by" {
        Direction::Future
    } else {
        found
    }
}

/// Whether the parse attaches an expression to a noun ("a cut in supply in May", "the May vote"), so that a verb says little.
#[must_use]
pub fn hangs_on_noun(reader: TimeReader<'_>, view: View<'_>, end: usize) -> bool {
    let verbs = TimeVerbs {
        reader,
        view,
        time: end.saturating_sub(1),
    };
    let relation = end.checked_sub(1).map_or(Relation::None, |last| verbs.relation(last));
    relation.is_kind_of(Relation::Nmod) || relation == Relation::Compound
}

/// The tokens of the sentence around an expression, as far as they are looked at.
fn bounds(reader: TimeReader<'_>, language: &Language, start: usize, end: usize) -> (usize, usize) {
    let sentence = reader
        .get(start)
        .and_then(|token| language.sentence_at(token.span.start))
        .and_then(|index| language.sentences.get(index))
        .map(|sentence| sentence.span);
    let inside = |at: usize| match (reader.get(at), sentence) {
        (Some(token), Some(sentence)) => sentence.contains(token.span.start),
        (Some(_), None) => !reader.is_any(at, &[".", "!", "?"]) || reader.is_glued(at + 1),
        (None, _) => false,
    };
    let mut first = start;
    while first > 0 && start - first < REACH && inside(first - 1) {
        first -= 1;
    }
    let mut last = end;
    while last < end + REACH && inside(last) {
        last += 1;
    }
    (first, last)
}

/// How many words before a time may say which way it looks.
const PREPOSITIONS: usize = 3;

/// What the words right before the time say on their own: "until Friday", "since May", "as early as Tuesday".
fn preposition(reader: TimeReader<'_>, start: usize, floor: usize) -> Option<Direction> {
    let mut at = start;
    for _ in 0..PREPOSITIONS {
        at = at.checked_sub(1).filter(|at| *at >= floor)?;
        match reader.word(at) {
            "ahead" | "until" | "till" | "upcoming" | "effective" | "through" => return Some(Direction::Future),
            "since" => return Some(Direction::Past),
            "soon" | "early" if reader.is(at + 1, "as") => return Some(Direction::Future),
            "of" | "the" | "early" | "late" | "mid" | "on" | "from" | "as" => {}
            _ => return None,
        }
    }
    None
}

/// Whether nothing but a preposition is between the time and the start of its clause.
fn begins_clause(reader: TimeReader<'_>, start: usize, floor: usize) -> bool {
    let mut at = start;
    while at > floor && reader.is_on(at - 1, TimeList::Begins) {
        at -= 1;
    }
    at == floor || reader.is_any(at - 1, &["that", "\"", "“", "but", ";", ":"])
}
