//! Dates in figures alone. It takes no score, version or telephone number for one.

use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::reader::Reader;

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
    let exists = match day.year {
        // "31.04.2025" may be a section or a version, "2025-04-31" and "31/04/2025" are dates.
        YearName::Given(year) if mark == "." || mark == "-" && first.span.len() <= 2 => {
            jiff::civil::Date::new(year, day.month, day.day).is_ok()
        }
        _ => true,
    };
    (exists && (1..=12).contains(&day.month) && (1..=31).contains(&day.day)).then(|| Match::date(at + 5, found))
}
