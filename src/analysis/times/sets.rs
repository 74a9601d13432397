//! Sets and references: "every Tuesday", "daily", "now", "the past". It never names a day.

use crate::analysis::TimeKind;
use crate::analysis::times::grammar::Match;
use crate::analysis::times::quantity::{amount_of_units, duration};
use crate::analysis::times::reader::{Amount, Reader};
use crate::analysis::times::words::{Class, Unit};

/// "every Tuesday", "each year", "every two weeks", "daily".
#[must_use]
pub fn set(reader: Reader<'_>, at: usize) -> Option<Match> {
    if let Class::Frequency(value) = reader.class(at) {
        let name = reader.is_capital(at) && at > 0;
        return (!name).then(|| Match::fixed(at + 1, TimeKind::Set, value));
    }
    if reader.is(at, "per")
        && let Class::Unit { unit, plural: false } = reader.class(at + 1)
        && unit != Unit::Second
    {
        return Some(Match::fixed(at + 2, TimeKind::Set, duration(Amount::Exact(1), unit)));
    }
    if reader.class(at) != Class::Every {
        return None;
    }
    let from = if reader.is(at + 1, "other") || reader.class(at + 1) == Class::Ordinal(2) {
        at + 2
    } else {
        at + 1
    };
    let times = if from > at + 1 { 2 } else { 1 };
    match reader.class(from) {
        Class::Unit { unit, plural: false } => Some(Match::fixed(
            from + 1,
            TimeKind::Set,
            duration(Amount::Exact(times), unit),
        )),
        Class::Weekday { number, short: false } => {
            Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}")))
        }
        Class::Month { number, short: false } => {
            Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-{number:02}")))
        }
        Class::Season { code, .. } => Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-{code}"))),
        Class::Part(code) => Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-XX-XXT{code}"))),
        _ => {
            let (amount, unit, end) = amount_of_units(reader, from)?;
            Some(Match::fixed(end, TimeKind::Set, duration(amount, unit)))
        }
    }
}

/// "now", "recently", "the past", "the near future", "these days".
#[must_use]
pub fn reference(reader: Reader<'_>, at: usize) -> Option<Match> {
    let dated = |end: usize, value: &str| Some(Match::fixed(end, TimeKind::Date, value));
    let word = reader.word(at);
    match reader.class(at) {
        // "every now and again".
        Class::Present if reader.is(at + 1, "and") && reader.is_any(at + 2, &["again", "then"]) => return None,
        // "Now, the weather.": a word that opens a speech.
        Class::Present if word == "now" && reader.is_capital(at) && reader.is_any(at + 1, &[",", "for"]) => {
            return None;
        }
        Class::Present => return dated(at + 1, "PRESENT_REF"),
        // "most recently in May": the other time tells.
        Class::PastReference if word == "recently" && reader.before(at) == "most" => return None,
        Class::PastReference if word != "recent" => return dated(at + 1, "PAST_REF"),
        Class::FutureReference if word != "future" => return dated(at + 1, "FUTURE_REF"),
        _ => {}
    }
    match word {
        "the" => match reader.word(at + 1) {
            "past" if !reader.is_any(at + 2, &["and"]) => {
                let ends = reader
                    .get(at + 2)
                    .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric))
                    || reader.is_any(at + 2, &["that", "it", "he", "she", "they", "but", "when", "because"]);
                ends.then(|| dated(at + 2, "PAST_REF")).flatten()
            }
            "future" => dated(at + 2, "FUTURE_REF"),
            "near" | "foreseeable" | "immediate" if reader.is(at + 2, "future") => dated(at + 3, "FUTURE_REF"),
            "near" | "short" if reader.is(at + 2, "term") && !reader.is_noun_like(at + 3) => {
                dated(at + 3, "FUTURE_REF")
            }
            "moment" if reader.before(at) == "at" => dated(at + 2, "PRESENT_REF"),
            _ => None,
        },
        "a" if reader.is(at + 1, "later") && reader.is_any(at + 2, &["date", "time"]) => dated(at + 3, "FUTURE_REF"),
        "these" if reader.is(at + 1, "days") => dated(at + 2, "PRESENT_REF"),
        "right" if reader.is(at + 1, "now") => dated(at + 2, "PRESENT_REF"),
        "present" if reader.before(at) == "at" => dated(at + 1, "PRESENT_REF"),
        _ => None,
    }
}
