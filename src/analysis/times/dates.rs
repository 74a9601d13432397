//! Calendar dates in the forms that news uses: with month names, in figures, years, decades, centuries.

use crate::analysis::TimeKind;
use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::{Class, holidays};

/// Words before a month that make it one although it is also a name or a verb.
const BEFORE_MONTH: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "from", "through", "before", "after", "during", "for", "early", "late",
    "mid", "last", "next", "this", "and", "between", "each", "every", "previous", "past", "to", "or", "-", "around",
    "on", "end",
];

/// "[Friday,] July 21[-23] [, 2017]", "[Friday] 21 July 2017", "July [2017]", "Christmas [2025]".
#[must_use]
pub fn calendar(reader: Reader<'_>, at: usize) -> Option<Match> {
    if matches!(reader.class(at), Class::Shift(-1 | 1) | Class::Past) {
        return month_day(reader, at + 1, None).or_else(|| month(reader, at));
    }
    let (weekday, from) = claimed_weekday(reader, at);
    let month_first = |from| month_day(reader, from, weekday);
    let day_first = |from| day_month(reader, from, weekday);
    month_first(from)
        .or_else(|| day_first(from))
        .or_else(|| (weekday.is_none()).then(|| month(reader, at)).flatten())
        .or_else(|| holiday(reader, at))
        .or_else(|| day_of_month(reader, at))
}

/// The weekday at `at` and the index of what it belongs to ("Friday,", "Thu.,").
fn claimed_weekday(reader: Reader<'_>, at: usize) -> (Option<i8>, usize) {
    match reader.class(at) {
        Class::Weekday { number, short } => {
            // "Edmonton Sun, August 16" names a paper.
            let named = at > 0
                && reader.is_capital_name(at - 1)
                && !reader.is_any(at - 1, &["updated", "posted", "published", "on"]);
            if short && number == 7 && (named || reader.before(at) == "the") {
                return (None, at);
            }
            let next = reader.skip_stops(at + 1);
            let next = reader.skip(next, "the");
            (Some(number), next)
        }
        _ => (None, at),
    }
}

fn month_at(reader: Reader<'_>, at: usize) -> Option<(i8, usize)> {
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
    if clock || reader.is_any(next, &["percent", "%", "million", "billion", "people"]) {
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

fn trailing_year(reader: Reader<'_>, at: usize) -> (YearName, usize) {
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

/// A month on its own or with a year.
fn month(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (shift, from) = match reader.class(at) {
        Class::Shift(shift) => (Some(shift), at + 1),
        Class::Past => (Some(-1), at + 1),
        _ => (None, at),
    };
    let (number, next) = month_at(reader, from)?;
    let short = matches!(reader.class(from), Class::Month { short: true, .. });
    let behind = reader.skip(next, "of");
    if let (YearName::Given(_) | YearName::Shift(_), _) = trailing_year(reader, behind) {
        let (year, end) = trailing_year(reader, behind);
        return Some(Match::date(end, Expression::Month { month: number, year }));
    }
    let doubtful = short || matches!(number, 3..=6 | 8);
    let helped = shift.is_some() || BEFORE_MONTH.contains(&reader.before(from)) && !reader.is_capital_name(from + 1);
    let name_before = from > 0 && reader.is_capital(from - 1) && !BEFORE_MONTH.contains(&reader.before(from));
    if (doubtful || name_before) && !helped {
        return None;
    }
    // "to march" and "to May": a person or a verb.
    if doubtful && reader.before(from) == "to" && !matches!(reader.class(from.saturating_sub(2)), Class::Month { .. }) {
        return None;
    }
    let year = shift.map_or(YearName::Unnamed, YearName::Beside);
    Some(Match::date(
        if short { next } else { from + 1 },
        Expression::Month { month: number, year },
    ))
}

fn holiday(reader: Reader<'_>, at: usize) -> Option<Match> {
    if !reader.is_capital(at) {
        return None;
    }
    // Apostrophes are tokens of their own: "new", "year", "'", "s", "day".
    let spelled = |from: usize, name: &[&'static str]| -> Option<usize> {
        let mut next = from;
        for word in name {
            for piece in word.split_inclusive('\'') {
                let letters = piece.trim_end_matches('\'');
                if !letters.is_empty() {
                    if !reader.is(next, letters) {
                        return None;
                    }
                    next += 1;
                }
                if piece.ends_with('\'') {
                    if !reader.is(next, "'") {
                        return None;
                    }
                    next += 1;
                }
            }
        }
        Some(next)
    };
    let (named, next) = holidays(reader.word(at))
        .iter()
        .find_map(|holiday| Some((holiday, spelled(at, &holiday.words)?)))?;
    let (year, next) = trailing_year(reader, next);
    let alone = named.words.len() == 1 && year == YearName::Unnamed;
    if alone
        && (reader.is_capital(next)
            || !reader.is_any(
                at.wrapping_sub(1),
                &[
                    "on", "before", "after", "by", "until", "at", "since", "for", "last", "next", "this",
                ],
            ))
    {
        return None;
    }
    Some(Match::date(
        next,
        Expression::Day(DayName {
            year,
            month: named.month,
            day: named.day,
            weekday: None,
            last: None,
            either_order: false,
        }),
    ))
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

/// Dates in figures, as [`figures`], with "20251027" also where letters or a hyphen follow, as in a file name.
#[must_use]
pub fn figures_anywhere(reader: Reader<'_>, at: usize) -> Option<Match> {
    figures(reader, at).or_else(|| compact(reader, at))
}

/// "20251027".
fn compact(reader: Reader<'_>, at: usize) -> Option<Match> {
    let token = reader.get(at).filter(|token| token.span.len() == 8)?;
    let value = token.number?;
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let exists = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    exists.then_some(())?;
    Some(Match::date(
        at + 1,
        Expression::Day(DayName {
            year: YearName::Given(i16::try_from(year).ok()?),
            month: i8::try_from(month).ok()?,
            day: i8::try_from(day).ok()?,
            weekday: None,
            last: None,
            either_order: false,
        }),
    ))
}

/// Dates in figures: "2025-10-27", "10/27/2025", "27.10.2025", "20251027".
#[must_use]
pub fn figures(reader: Reader<'_>, at: usize) -> Option<Match> {
    let first = reader.get(at)?;
    let value = first.number?;
    if at > 0 && first.glued && !reader.is_any(at - 1, &["(", "[", "\"", "“", "'"]) {
        return None;
    }
    let expression = |year: YearName, month: u32, day: u32, either_order: bool| -> Option<Expression> {
        Some(Expression::Day(DayName {
            year,
            month: i8::try_from(month).ok()?,
            day: i8::try_from(day).ok()?,
            weekday: None,
            last: None,
            either_order,
        }))
    };
    if first.span.len() == 8 {
        return if reader.is_glued(at + 1) && !reader.is_any(at + 1, &[",", ".", ")", ";", ":"]) {
            None
        } else {
            compact(reader, at)
        };
    }
    let mark = reader.word(at + 1);
    if !matches!(mark, "-" | "/" | ".") || !reader.is(at + 3, mark) {
        return None;
    }
    let parts = [at + 1, at + 2, at + 3, at + 4];
    if !parts.iter().all(|part| reader.is_glued(*part)) || reader.is_glued_figure(at + 5) {
        return None;
    }
    let second = reader.get(at + 2)?;
    let third = reader.get(at + 4)?;
    let (second_value, third_value) = (second.number?, third.number?);
    let lengths = (first.span.len(), second.span.len(), third.span.len());
    let found = match lengths {
        (4, 1..=2, 1..=2) if (1000..2200).contains(&value) => expression(
            YearName::Given(i16::try_from(value).ok()?),
            second_value,
            third_value,
            false,
        ),
        (1..=2, 1..=2, 4 | 2) if mark != "-" || third.span.len() == 4 => {
            let year = i16::try_from(third_value).ok()?;
            let year = if third.span.len() == 4 {
                YearName::Given(year)
            } else {
                YearName::Short(year)
            };
            // "3.4.25" may be a version or a section; only slashes carry short years.
            if third.span.len() == 2 && mark != "/" {
                return None;
            }
            if mark == "." || value > 12 && second_value <= 12 {
                expression(year, second_value, value, false)
            } else {
                expression(year, value, second_value, value <= 12 && second_value <= 12)
            }
        }
        _ => None,
    }?;
    // Without a name in it, a date that does not exist is rather no date.
    let Expression::Day(day) = &found else { return None };
    ((1..=12).contains(&day.month) && (1..=31).contains(&day.day)).then(|| Match::date(at + 5, found))
}

/// Years, school and fiscal years, decades, centuries.
#[must_use]
pub fn year(reader: Reader<'_>, at: usize) -> Option<Match> {
    decade_or_century(reader, at)
        .or_else(|| fiscal(reader, at))
        .or_else(|| bare_year(reader, at))
        .or_else(|| spelled_year(reader, at))
}

fn bare_year(reader: Reader<'_>, at: usize) -> Option<Match> {
    let year = reader.year(at)?;
    let glued = reader.is_glued(at);
    let edged = reader.is(at.wrapping_sub(1), "-")
        && reader.is_any(at.wrapping_sub(2), &["mid", "early", "late", "post", "pre", "fiscal"]);
    if edged {
        return Some(Match::date(at + 1, Expression::Year(year)));
    }
    if glued && at > 0 && !reader.is_any(at - 1, &["(", "[", "\"", "“", "-", "'", "/", ",", "‘"]) {
        return None;
    }
    if glued
        && reader.is_any(at.wrapping_sub(1), &["-", "/", ","])
        && !is_year_before(reader, at)
        && reader.is_glued(at - 1)
    {
        return None;
    }
    let before = reader.before(at);
    let led = matches!(
        before,
        "in" | "since"
            | "of"
            | "by"
            | "until"
            | "till"
            | "from"
            | "during"
            | "early"
            | "late"
            | "mid"
            | "fiscal"
            | "through"
            | "before"
            | "after"
            | "year"
            | "("
            | "and"
            | "between"
            | "to"
            | "the"
            | "for"
    );
    let counting = matches!(
        before,
        "about"
            | "some"
            | "over"
            | "nearly"
            | "almost"
            | "than"
            | "least"
            | "most"
            | "roughly"
            | "around"
            | "no"
            | "no."
            | "up"
            | "only"
            | "highway"
            | "flight"
            | "route"
            | "room"
            | "another"
            | "index"
    );
    let modern = (1900..=2050).contains(&year);
    let counted = reader.is_plural(at + 1)
        && (counting || year % 50 == 0 && !matches!(before, "since" | "fiscal" | "the") || !modern);
    if counted
        || !modern
            && !matches!(
                before,
                "in" | "since" | "of" | "by" | "until" | "from" | "during" | "(" | "early" | "late"
            )
        || counting && !led && year % 50 == 0
    {
        return None;
    }
    if reader.is_any(
        at + 1,
        &[
            "miles",
            "mile",
            "feet",
            "metres",
            "meters",
            "km",
            "kilometres",
            "kilometers",
            "dollars",
            "euros",
            "pounds",
            "people",
            "percent",
            "tons",
            "tonnes",
            "votes",
            "hours",
            "barrels",
            "points",
            "gmt",
            "est",
            "utc",
        ],
    ) {
        return None;
    }
    if !modern && reader.is_any(at + 1, &["of", "-"]) {
        return None;
    }
    // "2025-26", "2025/26", "1997-1999".
    if reader.is_any(at + 1, &["-", "/"]) && reader.is_glued(at + 1) && reader.is_glued(at + 2) {
        if let Some(short) = reader.figures(at + 2, 2..=2)
            && let Ok(short) = i16::try_from(short)
            && short == (year + 1) % 100
            && !reader.is_glued_figure(at + 4)
        {
            return Some(Match::date(at + 3, Expression::Years(year, year + 1)));
        }
        if let Some(last) = reader.year(at + 2)
            && last > year
        {
            // Two years on either side of a dash are two expressions.
            return Some(Match::date(at + 1, Expression::Year(year)));
        }
        if reader.get(at + 2).is_some_and(|next| next.number.is_some()) {
            return None;
        }
    }
    Some(Match::date(at + 1, Expression::Year(year)))
}

fn is_year_before(reader: Reader<'_>, at: usize) -> bool {
    at >= 2
        && reader
            .get(at - 2)
            .is_some_and(|token| token.number.is_some() && token.span.len() == 4)
}

fn spelled_year(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (year, end) = year_in_words(reader, at)?;
    Some(Match::date(end, Expression::Year(year)))
}

/// "nineteen ninety-six", "the year two thousand", "two thousand five", and the index behind it.
#[must_use]
pub fn year_in_words(reader: Reader<'_>, at: usize) -> Option<(i16, usize)> {
    let Class::Number(century @ (17..=20)) = reader.class(at) else {
        if reader.is(at, "two") && reader.is(at + 1, "thousand") && matches!(reader.before(at), "year" | "in" | "of") {
            let next = reader.skip(at + 2, "and");
            let (year, next) = match reader.class(next) {
                Class::Number(more) if more < 100 => (2000 + i16::try_from(more).ok()?, next + 1),
                _ => (2000, at + 2),
            };
            return (!reader.is_plural(next)).then_some((year, next));
        }
        return None;
    };
    let Class::Number(tens @ (10..=90)) = reader.class(at + 1) else {
        return None;
    };
    let mut year = century * 100 + tens;
    let mut next = at + 2;
    if tens >= 20 {
        let ones = reader.skip(next, "-");
        if let Class::Number(more @ 1..=9) = reader.class(ones) {
            year += more;
            next = ones + 1;
        }
    }
    Some((i16::try_from(year).ok()?, next))
}

/// "fiscal 2026", "fiscal year 2026", "FY2026", "FY26".
fn fiscal(reader: Reader<'_>, at: usize) -> Option<Match> {
    let next = match reader.word(at) {
        "fiscal" | "financial" => reader.skip(at + 1, "year"),
        "fy" if reader.is_capital(at) => at + 1,
        "year" if reader.is(at + 1, "-") && reader.is(at + 2, "end") => at + 3,
        _ => return None,
    };
    if let Some(year) = reader.year(next) {
        return Some(Match::date(next + 1, Expression::Year(year)));
    }
    let short = reader.figures(next, 2..=2).filter(|_| reader.is(at, "fy"))?;
    Some(Match::date(
        next + 1,
        Expression::Year(2000 + i16::try_from(short).ok()?),
    ))
}

/// "the 1990s", "the '90s", "the nineties", "the 20th century".
fn decade_or_century(reader: Reader<'_>, at: usize) -> Option<Match> {
    if let Class::Decade(tens) = reader.class(at) {
        let led = reader.is_any(at.wrapping_sub(1), &["the", "early", "late", "mid", "-"]);
        return led.then(|| Match::date(at + 1, Expression::Decade(190 + tens)));
    }
    let (figure, mark) = (reader.get(at)?.number, at + 1);
    let plural = |mark: usize| {
        reader.is(mark, "s") && reader.is_glued(mark)
            || reader.is(mark, "'") && reader.is_glued(mark) && reader.is(mark + 1, "s") && reader.is_glued(mark + 1)
    };
    if let Some(year) = figure
        && plural(mark)
    {
        let end = if reader.is(mark, "'") { mark + 2 } else { mark + 1 };
        let token = reader.get(at)?;
        if token.span.len() == 4 && year % 10 == 0 && (1000..2100).contains(&year) {
            return Some(Match::date(end, Expression::Decade(i32::try_from(year / 10).ok()?)));
        }
        let short = token.span.len() == 2 && year % 10 == 0 && token.glued && reader.is(at.wrapping_sub(1), "'");
        let led = token.span.len() == 2 && year % 10 == 0 && year >= 20 && reader.is(at.wrapping_sub(1), "the");
        if short || led {
            let century = if year < 30 { 200 } else { 190 };
            return Some(Match::date(
                end,
                Expression::Decade(century + i32::try_from(year / 10).ok()?),
            ));
        }
    }
    let (number, next) = match reader.class(at) {
        Class::Ordinal(number) => (number, at + 1),
        Class::Digits => {
            let (day, next) = reader.day_figures(at)?;
            (next == at + 2).then_some(())?;
            (u32::try_from(day).ok()?, next)
        }
        Class::Number(20) if reader.is(at + 1, "-") && reader.is(at + 2, "first") => (21, at + 3),
        _ => return None,
    };
    let next = reader.skip(next, "-");
    reader.is(next, "century").then(|| Match {
        end: next + 1,
        kind: TimeKind::Date,
        expression: Expression::Century(i32::try_from(number).unwrap_or_default() - 1),
    })
}
