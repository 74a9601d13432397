//! The present, the past and the future without a date: "now", "recently", "the near future". It never names a day.

use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::words::TimeClass;

/// "now", "recently", "the past", "the near future", "these days".
#[must_use]
pub fn reference(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let word = reader.word(at);
    match reader.class(at) {
        TimeClass::Present if opens_another_phrase(reader, at) => None,
        TimeClass::Present => dated(at + 1, "PRESENT_REF"),
        // "most recently in May": the other time decides.
        TimeClass::PastReference if word == "recently" && reader.before(at) == "most" => None,
        TimeClass::PastReference if word != "recent" => dated(at + 1, "PAST_REF"),
        TimeClass::FutureReference if word != "future" => dated(at + 1, "FUTURE_REF"),
        _ => phrase(reader, at),
    }
}

fn dated(end: usize, value: &str) -> Option<TimeMatch> {
    Some(TimeMatch::fixed(end, TimeKind::Date, value))
}

/// "every now and again"; "Now, the weather", where the word opens a speech.
fn opens_another_phrase(reader: TimeReader<'_>, at: usize) -> bool {
    reader.is(at + 1, "and") && reader.is_any(at + 2, &["again", "then"])
        || reader.is(at, "now") && reader.is_capital(at) && reader.is_any(at + 1, &[",", "for"])
}

/// References of several words, by the first.
fn phrase(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    match reader.word(at) {
        "the" => after_article(reader, at),
        "a" if reader.is(at + 1, "later") && reader.is_any(at + 2, &["date", "time"]) => dated(at + 3, "FUTURE_REF"),
        "these" if reader.is(at + 1, "days") => dated(at + 2, "PRESENT_REF"),
        "right" if reader.is(at + 1, "now") => dated(at + 2, "PRESENT_REF"),
        "present" if reader.before(at) == "at" => dated(at + 1, "PRESENT_REF"),
        _ => None,
    }
}

/// "the past", "the near future", "at the moment".
fn after_article(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    match reader.word(at + 1) {
        "past" if !reader.is(at + 2, "and") => {
            let ends = reader
                .get(at + 2)
                .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric))
                || reader.is_any(at + 2, &["that", "it", "he", "she", "they", "but", "when", "because"]);
            ends.then(|| dated(at + 2, "PAST_REF")).flatten()
        }
        "future" => dated(at + 2, "FUTURE_REF"),
        "near" | "foreseeable" | "immediate" if reader.is(at + 2, "future") => dated(at + 3, "FUTURE_REF"),
        "near" | "short" if reader.is(at + 2, "term") && !reader.is_noun_like(at + 3) => dated(at + 3, "FUTURE_REF"),
        "moment" if reader.before(at) == "at" => dated(at + 2, "PRESENT_REF"),
        _ => None,
    }
}
