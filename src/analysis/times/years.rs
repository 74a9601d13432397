//! Years, fiscal years, decades and centuries. It never takes a count of something for a year.

use crate::analysis::TimeKind;
use crate::analysis::times::expression::Expression;
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::{List, is_on};
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::Class;

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
    let edged = reader.is(at.wrapping_sub(1), "-") && reader.is_on(at.wrapping_sub(2), List::EdgeOfYear);
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
    let led = is_on(List::LeadsYear, before);
    let counting = is_on(List::Counts, before);
    let modern = (1900..=2050).contains(&year);
    let counted = reader.is_plural(at + 1)
        && (counting || year % 50 == 0 && !matches!(before, "since" | "fiscal" | "the") || !modern);
    if counted || !modern && !is_on(List::LeadsOldYear, before) || counting && !led && year % 50 == 0 {
        return None;
    }
    if reader.is_on(at + 1, List::Measure) {
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
