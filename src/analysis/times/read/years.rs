//! Years, fiscal years, decades and centuries. It never takes a count of something for a year.

use std::ops::RangeInclusive;

use crate::analysis::times::expression::Expression;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::year_in_words;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::{TimeClass, TimeList, is_on};

/// Years, school and fiscal years, decades, centuries.
#[must_use]
pub fn year(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    decade_or_century(reader, at)
        .or_else(|| fiscal(reader, at))
        .or_else(|| bare_year(reader, at))
        .or_else(|| spelled_year(reader, at))
}

/// The years in which a number in four figures is rather a year, whatever is before it.
const MODERN: RangeInclusive<i16> = 1900..=2050;

fn bare_year(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let year = reader.year(at)?;
    let edged = reader.is(at.wrapping_sub(1), "-") && reader.is_on(at.wrapping_sub(2), TimeList::EdgeOfYear);
    if edged {
        return Some(TimeMatch::date(at + 1, Expression::Year(year)));
    }
    if is_glued_to_another(reader, at) || is_number_of_something(reader, at, year) {
        return None;
    }
    if reader.is_any(at + 1, &["-", "/"]) && reader.is_glued(at + 1) && reader.is_glued(at + 2) {
        return year_of_range(reader, at, year);
    }
    Some(TimeMatch::date(at + 1, Expression::Year(year)))
}

/// "A1990", "7-1990": a mark without a space makes the number part of something else. "1989-1990" has two years.
fn is_glued_to_another(reader: TimeReader<'_>, at: usize) -> bool {
    if !reader.is_glued(at) || at == 0 {
        return false;
    }
    let opened = reader.is_any(at - 1, &["(", "[", "\"", "“", "-", "'", "/", ",", "‘"]);
    let joined = reader.is_any(at - 1, &["-", "/", ","]) && reader.is_glued(at - 1);
    !opened || joined && !is_year_before(reader, at)
}

/// "2000 soldiers", "about 1900", "flight 1990", "1990 miles".
fn is_number_of_something(reader: TimeReader<'_>, at: usize, year: i16) -> bool {
    let before = reader.before(at);
    let is_led = is_on(TimeList::LeadsYear, before);
    let is_round = year % 50 == 0;
    let is_counting = is_on(TimeList::Counts, before);
    let is_modern = MODERN.contains(&year);
    let is_counted = reader.is_plural(at + 1)
        && (is_counting || is_round && !matches!(before, "since" | "fiscal" | "the") || !is_modern);
    is_counted
        || reader.is_on(at.wrapping_sub(1), TimeList::Numbered)
        || !is_modern && !is_on(TimeList::LeadsOldYear, before)
        || is_counting && !is_led && is_round
        || reader.is_on(at + 1, TimeList::Measure)
        || !is_modern && reader.is_any(at + 1, &["of", "-"])
}

/// "2025-26", "2025/26", "1997-1999": a mark is glued after the year, and something to the mark.
fn year_of_range(reader: TimeReader<'_>, at: usize, year: i16) -> Option<TimeMatch> {
    if let Some(short) = reader.figures(at + 2, 2..=2)
        && i16::try_from(short).is_ok_and(|short| short == (year + 1) % 100)
        && !reader.is_glued_figure(at + 4)
    {
        return Some(TimeMatch::date(at + 3, Expression::Years(year, year + 1)));
    }
    // Two years on either side of a dash are two expressions.
    let ends_later = reader.year(at + 2).is_some_and(|last| last > year);
    let is_number = reader.get(at + 2).is_some_and(|next| next.number.is_some());
    (ends_later || !is_number).then(|| TimeMatch::date(at + 1, Expression::Year(year)))
}

fn is_year_before(reader: TimeReader<'_>, at: usize) -> bool {
    at >= 2
        && reader
            .get(at - 2)
            .is_some_and(|token| token.number.is_some() && token.span.len() == 4)
}

fn spelled_year(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (year, end) = year_in_words(reader, at)?;
    Some(TimeMatch::date(end, Expression::Year(year)))
}

/// "fiscal 2026", "fiscal year 2026", "FY2026", "FY26".
fn fiscal(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let next = match reader.word(at) {
        "fiscal" | "financial" => reader.skip(at + 1, "year"),
        "fy" if reader.is_capital(at) => at + 1,
        "year" if reader.is(at + 1, "-") && reader.is(at + 2, "end") => at + 3,
        _ => return None,
    };
    if let Some(year) = reader.year(next) {
        return Some(TimeMatch::date(next + 1, Expression::Year(year)));
    }
    let short = reader.figures(next, 2..=2).filter(|_| reader.is(at, "fy"))?;
    Some(TimeMatch::date(
        next + 1,
        Expression::Year(2000 + i16::try_from(short).ok()?),
    ))
}

/// "the 1990s", "the '90s", "the nineties", "the 20th century".
fn decade_or_century(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let TimeClass::Decade(tens) = reader.class(at) {
        let led = reader.is_any(at.wrapping_sub(1), &["the", "early", "late", "mid", "-"]);
        return led.then(|| TimeMatch::date(at + 1, Expression::Decade(190 + tens)));
    }
    reader.get(at)?;
    decade_in_figures(reader, at).or_else(|| century(reader, at))
}

/// Two figures below this name a decade of this century: "the '10s".
const THIS_CENTURY: u32 = 30;

/// "1990s", "'90s", "the 90s", "1990's".
fn decade_in_figures(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let token = reader.get(at)?;
    let year = token.number.filter(|year| year % 10 == 0)?;
    let mark = at + 1;
    let end = if reader.is(mark, "s") && reader.is_glued(mark) {
        mark + 1
    } else if reader.is(mark, "'") && reader.is_glued(mark) && reader.is(mark + 1, "s") && reader.is_glued(mark + 1) {
        mark + 2
    } else {
        return None;
    };
    let decade = i32::try_from(year / 10).ok()?;
    if token.span.len() == 4 && (1000..2100).contains(&year) {
        return Some(TimeMatch::date(end, Expression::Decade(decade)));
    }
    let is_short = token.glued && reader.is(at.wrapping_sub(1), "'");
    let is_led = year >= 20 && reader.is(at.wrapping_sub(1), "the");
    let century = if year < THIS_CENTURY { 200 } else { 190 };
    (token.span.len() == 2 && (is_short || is_led)).then(|| TimeMatch::date(end, Expression::Decade(century + decade)))
}

/// "20th century", "twentieth-century", "twenty-first century".
fn century(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (number, next) = match reader.class(at) {
        TimeClass::Ordinal(number) => (number, at + 1),
        TimeClass::Digits => {
            let (day, next) = reader.day_figures(at)?;
            (next == at + 2).then_some(())?;
            (u32::try_from(day).ok()?, next)
        }
        TimeClass::Number(20) if reader.is(at + 1, "-") && reader.is(at + 2, "first") => (21, at + 3),
        _ => return None,
    };
    let next = reader.skip(next, "-");
    let century = Expression::Century(i32::try_from(number).unwrap_or_default() - 1);
    reader.is(next, "century").then(|| TimeMatch::date(next + 1, century))
}
