//! Days that have a name. It knows no custom of any country beyond the table.

use crate::analysis::times::dates::trailing_year;
use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::{Class, HolidayRule, holidays};

pub fn holiday(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (shift, from) = match reader.class(at) {
        Class::Shift(shift) => (Some(shift), at + 1),
        Class::Past => (Some(-1), at + 1),
        _ => (None, at),
    };
    if !reader.is_capital(from) {
        return None;
    }
    // Apostrophes are tokens of their own: "new", "year", "'", "s", "day".
    let spelled = |start: usize, name: &[&'static str]| -> Option<usize> {
        let mut next = start;
        for word in name {
            for piece in word.split_inclusive(['\'', '.']) {
                let letters = piece.trim_end_matches(['\'', '.']);
                let mark = piece.strip_prefix(letters).unwrap_or("");
                for expected in [letters, mark].into_iter().filter(|part| !part.is_empty()) {
                    if !reader.is(next, expected) {
                        return None;
                    }
                    next += 1;
                }
            }
        }
        Some(next)
    };
    let (named, next) = holidays(reader.word(from))
        .iter()
        .find_map(|holiday| Some((holiday, spelled(from, &holiday.words)?)))?;
    let (year, next) = match shift {
        Some(shift) => (YearName::Beside(shift), next),
        None => trailing_year(reader, next),
    };
    let alone = named.words.len() == 1 && year == YearName::Unnamed;
    let led = reader.is_any(
        at.wrapping_sub(1),
        &["on", "before", "after", "by", "until", "at", "since", "for", "over"],
    );
    // "Easter eggs", "Thanksgiving Parade": the day is named beside what it is for.
    if named.words.len() == 1 && reader.is_capital(next) || alone && !led {
        return None;
    }
    let expression = match (named.rule, year) {
        (
            HolidayRule::Fixed(month, day),
            YearName::Unnamed | YearName::Given(_) | YearName::Short(_) | YearName::Shift(_),
        ) => Expression::Day(DayName {
            year,
            month,
            day,
            weekday: None,
            last: None,
            either_order: false,
        }),
        (rule, year) => Expression::Holiday { rule, year },
    };
    Some(Match::date(next, expression))
}
