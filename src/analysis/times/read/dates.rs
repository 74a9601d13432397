//! Dates with the name of a month: "Friday, June 9, 2031", "9-11 June", "the 21st". It knows no dates in figures alone.

use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::read::figures::figures;
use crate::analysis::times::read::holidays::holiday;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::months::month;
use crate::analysis::times::read::parts::{after_shifts, month_at, trailing_year};
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::{TimeClass, TimeList};

/// "[Friday,] June 9[-11] [, 2017]", "[Friday] 9 June 2017", "June [2017]", "Christmas [2025]".
#[must_use]
pub fn calendar_date(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if matches!(reader.class(at), TimeClass::Shift(_) | TimeClass::Past) {
        return shifted_date(reader, at);
    }
    let (weekday, from) = claimed_weekday(reader, at);
    month_day(reader, from, weekday)
        .or_else(|| hyphenated(reader, from, weekday))
        .or_else(|| day_month(reader, from, weekday))
        .map(|found| with_weekday_after(reader, found))
        .or_else(|| figures_with_weekday(reader, from, weekday))
        .or_else(|| (weekday.is_none()).then(|| month(reader, at)).flatten())
        .or_else(|| holiday(reader, at))
        .or_else(|| day_of_month(reader, at))
        .or_else(|| second_day(reader, at))
}

/// "this coming Sunday, March 8": the date gives the day. "last May", "next Thanksgiving".
fn shifted_date(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (weekday, from) = claimed_weekday(reader, after_shifts(reader, at));
    if weekday.is_some()
        && let Some(found) = month_day(reader, from, weekday).or_else(|| day_month(reader, from, weekday))
    {
        return Some(found);
    }
    month_day(reader, at + 1, None)
        .or_else(|| month(reader, at))
        .or_else(|| holiday(reader, at))
}

/// The weekday at `at` and the index of what it belongs to ("Friday,", "Thu.,").
fn claimed_weekday(reader: TimeReader<'_>, at: usize) -> (Option<i8>, usize) {
    match reader.class(at) {
        TimeClass::Weekday { number, short } => {
            // "Brandon Sun, August 16" names a paper.
            let named = at > 0
                && reader.is_capital_name(at - 1)
                && !reader.is_any(at - 1, &["updated", "posted", "published", "on"]);
            if short && number == 7 && (named || reader.before(at) == "the") {
                return (None, at);
            }
            // A period belongs to a short form, or ends the sentence.
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

/// "8 June 2031 (Monday)", "June 15, 2031, a Tuesday": the weekday is claimed after the date.
fn with_weekday_after(reader: TimeReader<'_>, found: TimeMatch) -> TimeMatch {
    let Expression::Day(day) = found.expression else {
        return found;
    };
    let bracket = reader.is(found.end, "(");
    let article = reader.skip(found.end, ",");
    let at = match () {
        () if bracket => found.end + 1,
        () if article > found.end && reader.is_any(article, &["a", "which"]) => reader.skip(
            reader.skip(reader.skip(reader.skip(article, "which"), "is"), "was"),
            "a",
        ),
        () => return found,
    };
    let TimeClass::Weekday { number, short } = reader.class(at) else {
        return found;
    };
    let end = if short { reader.skip(at + 1, ".") } else { at + 1 };
    // "(Friday nights)", "a Monday holiday" say something else.
    let is_whole = if bracket {
        reader.is(end, ")")
    } else {
        !reader.is_noun_like(end) && !short
    };
    if day.weekday.is_some() || !reader.is_capital(at) || !is_whole {
        return found;
    }
    let weekday = Some(number);
    TimeMatch {
        end: end + usize::from(bracket),
        ..TimeMatch::date(end, Expression::Day(DayName { weekday, ..day }))
    }
}

/// "19-Nov-30", "19-Nov-2030".
fn hyphenated(reader: TimeReader<'_>, at: usize, weekday: Option<i8>) -> Option<TimeMatch> {
    let (day, next) = reader.day_figures(at)?;
    let is_joined = reader.is(next, "-") && (next..next + 4).all(|part| reader.is_glued(part));
    let TimeClass::Month { number: month, .. } = reader.class(next + 1) else {
        return None;
    };
    let year = match reader.year(next + 3) {
        Some(year) => YearName::Given(year),
        None => YearName::Short(i16::try_from(reader.figures(next + 3, 2..=2)?).ok()?),
    };
    let is_date = is_joined && reader.is(next + 2, "-") && day <= 31;
    let day = DayName {
        weekday,
        ..DayName::plain(year, month, day)
    };
    is_date.then(|| TimeMatch::date(next + 4, Expression::Day(day)))
}

/// "June 9", "June 9-11, 2031".
fn month_day(reader: TimeReader<'_>, at: usize, weekday: Option<i8>) -> Option<TimeMatch> {
    let (month, next) = month_at(reader, at)?;
    let next = reader.skip(next, "the");
    let (day, next) = day(reader, next)?;
    // "May 10 percent": a verb or a number of something, not a day.
    let clock = reader.is(next, ":") && reader.is_glued_figure(next + 1);
    if clock || reader.is_on(next, TimeList::Counted) {
        return None;
    }
    if is_too_many(reader, day, weekday, next) {
        return None;
    }
    let (last, next) = range_end(reader, next, month, true);
    let (year, next) = trailing_year(reader, next);
    Some(TimeMatch::date(
        next,
        Expression::Day(DayName {
            weekday,
            last,
            ..DayName::plain(year, month, day)
        }),
    ))
}

/// "9 June", "9-11 June 2031".
fn day_month(reader: TimeReader<'_>, at: usize, weekday: Option<i8>) -> Option<TimeMatch> {
    let at = if weekday.is_none() { reader.skip(at, "the") } else { at };
    let (day, next) = day(reader, at)?;
    // "Oct. 26 March" does not happen, "3-5 June" does.
    let (last_day, next) = match reader
        .is_any(next, &["-", "to", "and"])
        .then(|| reader.day_figures(next + 1))
        .flatten()
    {
        Some((last, after)) => (Some(last), after),
        None => (None, next),
    };
    let (month, next) = month_at(reader, reader.skip(next, "of"))?;
    if is_too_many(reader, day, weekday, next) {
        return None;
    }
    let (last, next) = match last_day {
        Some(last) => (Some((month, last)), next),
        None => range_end(reader, next, month, false),
    };
    let (year, next) = trailing_year(reader, next);
    Some(TimeMatch::date(
        next,
        Expression::Day(DayName {
            weekday,
            last,
            ..DayName::plain(year, month, day)
        }),
    ))
}

/// No month has so many days: the number of something, unless a weekday or a year claims a date.
fn is_too_many(reader: TimeReader<'_>, day: i8, weekday: Option<i8>, end: usize) -> bool {
    day > 31 && weekday.is_none() && !matches!(trailing_year(reader, end).0, YearName::Given(_))
}

/// "25", "25th", "fourth", "twenty-first".
#[must_use]
pub fn day(reader: TimeReader<'_>, at: usize) -> Option<(i8, usize)> {
    if let Some(found) = reader.day_figures(at) {
        return Some(found);
    }
    match reader.class(at) {
        TimeClass::Ordinal(number) if number <= 31 => Some((i8::try_from(number).ok()?, at + 1)),
        TimeClass::Number(tens @ (20 | 30)) if reader.is(at + 1, "-") => match reader.class(at + 2) {
            TimeClass::Ordinal(ones) if ones < 10 => Some((i8::try_from(tens + ones).ok()?, at + 3)),
            _ => None,
        },
        _ => None,
    }
}

/// "-26", "-Nov. 2" after a day.
fn range_end(reader: TimeReader<'_>, at: usize, month: i8, bare_day: bool) -> (Option<(i8, i8)>, usize) {
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

/// "Monday, 27/10/2025".
fn figures_with_weekday(reader: TimeReader<'_>, from: usize, weekday: Option<i8>) -> Option<TimeMatch> {
    weekday?;
    let found = figures(reader, from)?;
    let Expression::Day(day) = found.expression else {
        return None;
    };
    Some(TimeMatch::date(found.end, Expression::Day(DayName { weekday, ..day })))
}

/// The second day of "April 24 and 25".
fn second_day(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let before = |back: usize| at.checked_sub(back);
    let (day, next) = reader.day_figures(at)?;
    let (first, _) = before(2).and_then(|first| reader.day_figures(first))?;
    let month = if reader.is(at.wrapping_sub(3), ".") {
        before(4)
    } else {
        before(3)
    };
    let month = month.and_then(|month| month_at(reader, month))?.0;
    let counted = reader.is_noun_like(next) || reader.is_on(next, TimeList::PartOfNumber);
    (reader.is(at.wrapping_sub(1), "and") && first < day && day <= 31 && !counted).then(|| {
        let (year, next) = trailing_year(reader, next);
        TimeMatch::date(next, Expression::Day(DayName::plain(year, month, day)))
    })
}

/// "on the 21st".
fn day_of_month(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if !reader.is(at, "the") || !reader.is_any(at.wrapping_sub(1), &["on", "until", "by"]) {
        return None;
    }
    let (day, next) = reader.day_figures(at + 1)?;
    let suffixed = next == at + 3;
    let ends = reader
        .get(next)
        .is_none_or(|token| !token.lower.chars().all(char::is_alphabetic))
        || reader.is_any(next, &["and", "or", "at", "but"]);
    (suffixed && day <= 31 && ends).then(|| TimeMatch::date(next, Expression::DayOfMonth(day)))
}
