//! Days that have a name. It knows no custom of any country beyond the table.

use crate::analysis::times::dates::trailing_year;
use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::holidays;

pub fn holiday(reader: Reader<'_>, at: usize) -> Option<Match> {
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
