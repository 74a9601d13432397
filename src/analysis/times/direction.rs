//! Before or after the draft's date: what the verb beside a time tells. It looks at a bounded stretch of one sentence.

use crate::analysis::times::expression::Direction;
use crate::analysis::times::lists::List;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::verbs::Verbs;
use crate::language::{Language, Relation};

/// How many tokens to look at on either side.
const REACH: usize = 40;

/// The direction of the expression in the tokens `start..end`.
#[must_use]
pub fn direction(reader: Reader<'_>, language: &Language, start: usize, end: usize) -> Direction {
    let sentence = bounds(reader, language, start, end);
    let verbs = Verbs { reader, language };
    let begins = begins_clause(reader, start, sentence.0);
    if let Some(told) = preposition(reader, start, sentence.0) {
        // "Until Thursday, they had not called him a suspect."
        let over = begins && reader.before(start) == "until" && rightward(verbs, end, sentence.1) == Direction::Past;
        return if over { Direction::Past } else { told };
    }
    // "Tuesday's ruling" has been given, unless the sentence looks ahead to it.
    if reader.is(end, "'") && reader.is(end + 1, "s") {
        let before = reader.before(start);
        let looks = matches!(before, "before" | "for" | "at" | "in" | "on")
            && leftward(verbs, start, sentence.0) == Direction::Future;
        return if looks { Direction::Future } else { Direction::Past };
    }
    let left = || leftward(verbs, start, sentence.0);
    let right = || rightward(verbs, end, sentence.1);
    let (first, second) = if begins {
        (right(), None)
    } else {
        (left(), Some(right()))
    };
    let told = match first {
        Direction::Unknown => second.unwrap_or_else(left),
        told => told,
    };
    // "a program to cut costs by May": a deadline lies ahead where nothing says that it is over.
    if told == Direction::Unknown && reader.before(start) == "by" {
        Direction::Future
    } else {
        told
    }
}

/// Whether the parse hangs an expression on a noun ("a cut in supply in May", "the May vote"), so that a verb tells little.
#[must_use]
pub fn hangs_on_noun(reader: Reader<'_>, language: &Language, end: usize) -> bool {
    let verbs = Verbs { reader, language };
    let word = end.checked_sub(1).and_then(|last| verbs.word_at(last));
    word.is_some_and(|word| word.relation.is_kind_of(Relation::Nmod) || word.relation == Relation::Compound)
}

/// The tokens of the sentence around an expression, as far as they are looked at.
fn bounds(reader: Reader<'_>, language: &Language, start: usize, end: usize) -> (usize, usize) {
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

/// What the words right before the time tell on their own.
fn preposition(reader: Reader<'_>, start: usize, floor: usize) -> Option<Direction> {
    let mut at = start;
    for _ in 0..3 {
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

/// Whether nothing but a preposition stands between the time and the start of its clause.
fn begins_clause(reader: Reader<'_>, start: usize, floor: usize) -> bool {
    let mut at = start;
    while at > floor && reader.is_on(at - 1, List::Begins) {
        at -= 1;
    }
    at == floor || reader.is_any(at - 1, &["that", "\"", "“", "but", ";", ":"])
}

fn leftward(verbs: Verbs<'_>, start: usize, floor: usize) -> Direction {
    let mut at = start;
    while at > floor {
        at -= 1;
        if verbs.reader.is(at, ";") {
            break;
        }
        match verbs.told_by(at, floor) {
            Direction::Unknown => {}
            told => return told,
        }
    }
    Direction::Unknown
}

fn rightward(verbs: Verbs<'_>, end: usize, ceiling: usize) -> Direction {
    (end..ceiling)
        .take_while(|at| !verbs.reader.is(*at, ";"))
        .map(|at| verbs.told_by(at, end))
        .find(|told| *told != Direction::Unknown)
        .unwrap_or_default()
}
