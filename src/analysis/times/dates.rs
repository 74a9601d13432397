//! Calendar dates with month names: days, months, days of the month. It knows no figures-only dates and no years alone.

use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::figures::figures;
use crate::analysis::times::grammar::Match;
use crate::analysis::times::holidays::holiday;
use crate::analysis::times::lists::List;
use crate::analysis::times::months::month;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::Class;
use crate::analysis::times::years::year_in_words;

/// "Monday, 27/10/2025".
fn figures_with_weekday(reader: Reader<'_>, from: usize, weekday: Option<i8>) -> Option<Match> {
    weekday?;
    let found = figures(reader, from)?;
    let Expression::Day(day) = found.expression else {
        return None;
    };
    Some(Match::date(found.end, Expression::Day(DayName { weekday, ..day })))
}

/// The second day of "April 24 and 25".
fn second_day(reader: Reader<'_>, at: usize) -> Option<Match> {
    let before = |back: usize| at.checked_sub(back);
    let (day, next) = reader.day_figures(at)?;
    let (first, _) = before(2).and_then(|first| reader.day_figures(first))?;
    let month = if reader.is(at.wrapping_sub(3), ".") {
        before(4)
    } else {
        before(3)
    };
    let month = month.and_then(|month| month_at(reader, month))?.0;
    let counted = reader.is_noun_like(next) || reader.is_on(next, List::PartOfNumber);
    (reader.is(at.wrapping_sub(1), "and") && first < day && day <= 31 && !counted).then(|| {
        let (year, next) = trailing_year(reader, next);
        Match::date(
            next,
            Expression::Day(DayName {
                year,
                month,
                day,
                weekday: None,
                last: None,
                either_order: false,
            }),
        )
    })
}

/// "[Friday,] June 9[-11] [, 2017]", "[Friday] 9 June 2017", "June [2017]", "Christmas [2025]".
#[must_use]
pub fn calendar(reader: Reader<'_>, at: usize) -> Option<Match> {
    if matches!(reader.class(at), Class::Shift(_) | Class::Past) {
        // "this coming Sunday, March 8": the date tells the day.
        let (weekday, from) = claimed_weekday(reader, behind_shifts(reader, at));
        if weekday.is_some()
            && let Some(found) = month_day(reader, from, weekday).or_else(|| day_month(reader, from, weekday))
        {
            return Some(found);
        }
        return month_day(reader, at + 1, None)
            .or_else(|| month(reader, at))
            .or_else(|| holiday(reader, at));
    }
    let (weekday, from) = claimed_weekday(reader, at);
    let month_first = |from| month_day(reader, from, weekday);
    let day_first = |from| day_month(reader, from, weekday);
    month_first(from)
        .or_else(|| day_first(from))
        .or_else(|| figures_with_weekday(reader, from, weekday))
        .or_else(|| (weekday.is_none()).then(|| month(reader, at)).flatten())
        .or_else(|| holiday(reader, at))
        .or_else(|| day_of_month(reader, at))
        .or_else(|| second_day(reader, at))
}

/// The index behind "last", "this coming", "this past".
#[must_use]
pub fn behind_shifts(reader: Reader<'_>, at: usize) -> usize {
    match (reader.class(at), reader.class(at + 1)) {
        (Class::Shift(0), Class::Shift(1) | Class::Past) => at + 2,
        (Class::Shift(_) | Class::Past, _) => at + 1,
        _ => at,
    }
}

/// The weekday at `at` and the index of what it belongs to ("Friday,", "Thu.,").
fn claimed_weekday(reader: Reader<'_>, at: usize) -> (Option<i8>, usize) {
    match reader.class(at) {
        Class::Weekday { number, short } => {
            // "Brandon Sun, August 16" names a paper.
            let named = at > 0
                && reader.is_capital_name(at - 1)
                && !reader.is_any(at - 1, &["updated", "posted", "published", "on"]);
            if short && number == 7 && (named || reader.before(at) == "the") {
                return (None, at);
            }
            // A full stop belongs to a short form, or ends the sentence.
            let next = if short {
                reader.skip_stops(at + 1)
            } else {
                reader.skip(at + 1, ",")
            };
            let next = if reader.is_capital(next) {
                next
            } else {
                reader.skip(next, "the")
            };
            (Some(number), next)
        }
        _ => (None, at),
    }
}

/// A month and the index behind it and its full stop.
#[must_use]
pub fn month_at(reader: Reader<'_>, at: usize) -> Option<(i8, usize)> {
    match reader.class(at) {
        Class::Month { number, short } if reader.is_capital(at) => {
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

fn month_day(reader: Reader<'_>, at: usize, weekday: Option<i8>) -> Option<Match> {
    let (month, next) = month_at(reader, at)?;
    let next = reader.skip(next, "the");
    let (day, next) = day(reader, next)?;
    // "May 10 percent": a verb or a number of something, not a day.
    let clock = reader.is(next, ":") && reader.is_glued_figure(next + 1);
    if clock || reader.is_on(next, List::Counted) {
        return None;
    }
    // No month has so many days: a number of something, unless a weekday or a year claims a date.
    if day > 31 && weekday.is_none() && !matches!(trailing_year(reader, next).0, YearName::Given(_)) {
        return None;
    }
    let (last, next) = range_end(reader, next, month, true);
    let (year, next) = trailing_year(reader, next);
    Some(Match::date(
        next,
        Expression::Day(DayName {
            year,
            month,
            day,
            weekday,
            last,
            either_order: false,
        }),
    ))
}

fn day_month(reader: Reader<'_>, at: usize, weekday: Option<i8>) -> Option<Match> {
    let at = if weekday.is_none() { reader.skip(at, "the") } else { at };
    let (day, next) = day(reader, at)?;
    // "Oct. 26 March" does not happen, "3-5 June" does.
    let (last_day, next) = match reader
        .is_any(next, &["-", "to", "and"])
        .then(|| reader.day_figures(next + 1))
        .flatten()
    {
        Some((last, behind)) => (Some(last), behind),
        None => (None, next),
    };
    let (month, next) = month_at(reader, reader.skip(next, "of"))?;
    if day > 31 && weekday.is_none() && !matches!(trailing_year(reader, next).0, YearName::Given(_)) {
        return None;
    }
    let (last, next) = match last_day {
        Some(last) => (Some((month, last)), next),
        None => range_end(reader, next, month, false),
    };
    let (year, next) = trailing_year(reader, next);
    Some(Match::date(
        next,
        Expression::Day(DayName {
            year,
            month,
            day,
            weekday,
            last,
            either_order: false,
        }),
    ))
}

/// "25", "25th", "fourth", "twenty-first".
fn day(reader: Reader<'_>, at: usize) -> Option<(i8, usize)> {
    if let Some(found) = reader.day_figures(at) {
        return Some(found);
    }
    match reader.class(at) {
        Class::Ordinal(number) if number <= 31 => Some((i8::try_from(number).ok()?, at + 1)),
        Class::Number(tens @ (20 | 30)) if reader.is(at + 1, "-") => match reader.class(at + 2) {
            Class::Ordinal(ones) if ones < 10 => Some((i8::try_from(tens + ones).ok()?, at + 3)),
            _ => None,
        },
        _ => None,
    }
}

/// "-26", "-Nov. 2" behind a day.
fn range_end(reader: Reader<'_>, at: usize, month: i8, bare_day: bool) -> (Option<(i8, i8)>, usize) {
    if !reader.is(at, "-") {
        return (None, at);
    }
    if let Some((other, next)) = month_at(reader, at + 1)
        && let Some((day, next)) = reader.day_figures(next)
    {
        return (Some((other, day)), next);
    }
    if bare_day
        && let Some((day, next)) = reader.day_figures(at + 1)
        && !reader.is_glued_letter(next)
    {
        return (Some((month, day)), next);
    }
    (None, at)
}

/// The year behind a day or month, and the index behind it.
#[must_use]
pub fn trailing_year(reader: Reader<'_>, at: usize) -> (YearName, usize) {
    let behind = reader.skip(reader.skip_stop(at), "in");
    if let Some((year, end)) = year_in_words(reader, behind) {
        return (YearName::Given(year), end);
    }
    if let Some(year) = reader.year(behind) {
        // "June 3, 2000 soldiers": no year before what is counted.
        let counted = year % 100 == 0 && behind > at && reader.is_plural(behind + 1) && year != 2000;
        if !counted {
            return (YearName::Given(year), behind + 1);
        }
    }
    if reader.is(at, "'")
        && reader.is_glued(at + 1)
        && let Some(short) = reader.figures(at + 1, 2..=2)
    {
        return (YearName::Short(i16::try_from(short).unwrap_or_default()), at + 2);
    }
    if let Class::Shift(shift) = reader.class(behind)
        && matches!(
            reader.class(behind + 1),
            Class::Unit {
                unit: crate::analysis::times::words::Unit::Year,
                ..
            }
        )
        && !reader.is_any(behind, &["following", "previous", "preceding"])
    {
        return (YearName::Shift(shift), behind + 2);
    }
    (YearName::Unnamed, at)
}

/// "on the 21st".
fn day_of_month(reader: Reader<'_>, at: usize) -> Option<Match> {
    if !reader.is(at, "the") || !reader.is_any(at.wrapping_sub(1), &["on", "until", "by"]) {
        return None;
    }
    let (day, next) = reader.day_figures(at + 1)?;
    let suffixed = next == at + 3;
    let ends = reader
        .get(next)
        .is_none_or(|token| !token.lower.chars().all(char::is_alphabetic))
        || reader.is_any(next, &["and", "or", "at", "but"]);
    (suffixed && day <= 31 && ends).then(|| Match::date(next, Expression::DayOfMonth(day)))
}
