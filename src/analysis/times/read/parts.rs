//! Parts that several dates share: the month, the year after it, "last" before it. No part is a time on its own.

use crate::analysis::times::expression::YearName;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::TimeClass;

/// A month and the index after it and its period.
#[must_use]
pub fn month_at(reader: TimeReader<'_>, at: usize) -> Option<(i8, usize)> {
    match reader.class(at) {
        TimeClass::Month { number, short } if reader.is_capital(at) => {
            let stop = reader.is(at + 1, ".") && reader.is_glued(at + 1);
            Some((
                number,
                if stop && (short || reader.get(at + 2).is_some_and(|token| token.number.is_some())) {
                    at + 2
                } else {
                    at + 1
                },
            ))
        }
        _ => None,
    }
}

/// The index after "last", "this coming", "this past".
#[must_use]
pub fn after_shifts(reader: TimeReader<'_>, at: usize) -> usize {
    match (reader.class(at), reader.class(at + 1)) {
        (TimeClass::Shift(0), TimeClass::Shift(1) | TimeClass::Past) => at + 2,
        (TimeClass::Shift(_) | TimeClass::Past, _) => at + 1,
        _ => at,
    }
}

/// "last", "this", "past" before a month, a season or a holiday: how far it shifts, and the index after it.
#[must_use]
pub fn leading_shift(reader: TimeReader<'_>, at: usize) -> Option<(i32, usize)> {
    match reader.class(at) {
        TimeClass::Shift(shift) => Some((shift, at + 1)),
        TimeClass::Past => Some((-1, at + 1)),
        _ => None,
    }
}

/// The year after a day or month, and the index after it: "June 3, 2031", "June ’31", "June of this year".
#[must_use]
pub fn trailing_year(reader: TimeReader<'_>, at: usize) -> (YearName, usize) {
    let next = reader.skip(reader.skip_stop(at), "in");
    // "It closed in May. Last year it reopened."
    if reader.is(at, ".") && reader.is_capital(next) {
        return (YearName::Unnamed, at);
    }
    if let Some((year, end)) = year_in_words(reader, next) {
        return (YearName::Given(year), end);
    }
    if let Some(year) = reader.year(next) {
        // "June 3, 2000 soldiers": no year before what is counted.
        let counted = year % 100 == 0 && next > at && reader.is_plural(next + 1) && year != 2000;
        if !counted {
            return (YearName::Given(year), next + 1);
        }
    }
    if let Some(short) = short_year(reader, at) {
        return (short, at + 2);
    }
    if !reader.is_any(next, &["following", "previous", "preceding"])
        && let Some(found) = shifted_year(reader, next)
    {
        return found;
    }
    (YearName::Unnamed, at)
}

/// "of 1990", "1990", "of last year", "a year ago" after a quarter or a season, and the index after it.
#[must_use]
pub fn year_after_of(reader: TimeReader<'_>, at: usize) -> (YearName, usize) {
    let from = if reader.is_any(at, &["of", ",", "in"]) {
        at + 1
    } else {
        at
    };
    if let Some(year) = reader.year(from) {
        return (YearName::Given(year), from + 1);
    }
    if let Some((year, end)) = year_in_words(reader, from) {
        return (YearName::Given(year), end);
    }
    // "the summer of '69".
    if from > at
        && let Some(short) = short_year(reader, from)
    {
        return (short, from + 2);
    }
    if let Some(found) = shifted_year(reader, from) {
        return found;
    }
    if reader.is_any(from, &["a", "one"]) && reader.is(from + 1, "year") && reader.is_any(from + 2, &["ago", "earlier"])
    {
        return (YearName::YearAgo, from + 3);
    }
    (YearName::Unnamed, at)
}

/// "'69".
fn short_year(reader: TimeReader<'_>, at: usize) -> Option<YearName> {
    if !reader.is(at, "'") || !reader.is_glued(at + 1) {
        return None;
    }
    let short = reader.figures(at + 1, 2..=2)?;
    Some(YearName::Short(i16::try_from(short).unwrap_or_default()))
}

/// "last year", "this year".
fn shifted_year(reader: TimeReader<'_>, at: usize) -> Option<(YearName, usize)> {
    match (reader.class(at), reader.class(at + 1)) {
        (
            TimeClass::Shift(shift),
            TimeClass::Unit {
                unit: TimeUnit::Year, ..
            },
        ) => Some((YearName::Shift(shift), at + 2)),
        _ => None,
    }
}

/// "nineteen ninety-six", "the year two thousand", "two thousand five", and the index after it.
#[must_use]
pub fn year_in_words(reader: TimeReader<'_>, at: usize) -> Option<(i16, usize)> {
    let TimeClass::Number(century @ (17..=20)) = reader.class(at) else {
        if reader.is(at, "two") && reader.is(at + 1, "thousand") && matches!(reader.before(at), "year" | "in" | "of") {
            let next = reader.skip(at + 2, "and");
            let (year, next) = match reader.class(next) {
                TimeClass::Number(more) if more < 100 => (2000 + i16::try_from(more).ok()?, next + 1),
                _ => (2000, at + 2),
            };
            return (!reader.is_plural(next)).then_some((year, next));
        }
        return None;
    };
    let TimeClass::Number(tens @ (10..=90)) = reader.class(at + 1) else {
        return None;
    };
    let mut year = century * 100 + tens;
    let mut next = at + 2;
    if tens >= 20 {
        let ones = reader.skip(next, "-");
        if let TimeClass::Number(more @ 1..=9) = reader.class(ones) {
            year += more;
            next = ones + 1;
        }
    }
    Some((i16::try_from(year).ok()?, next))
}
