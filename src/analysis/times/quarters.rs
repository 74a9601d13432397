//! Quarters, halves and seasons. Games have halves and quarters too; without more they are none of ours.

use crate::analysis::times::expression::{Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::List;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::{Class, Unit};
use crate::analysis::times::years::year_in_words;

/// "the third quarter [of 1990]", "third-quarter", "last year's first quarter", "Q3 2025", "the first half of 2026".
#[must_use]
pub fn quarter(reader: Reader<'_>, at: usize) -> Option<Match> {
    if let Some(found) = short_quarter(reader, at) {
        return Some(found);
    }
    let (year, from) = leading_year(reader, at);
    let fiscal = reader.is(from, "fiscal");
    let from = reader.skip(from, "fiscal");
    // A fiscal quarter is told by its own year, which is most often the draft's.
    let year = if fiscal && year == YearName::Unnamed {
        YearName::Shift(0)
    } else {
        year
    };
    let from = if from > at && reader.is(from, "-") {
        from + 1
    } else {
        from
    };
    if let Some(found) = counted_quarters(reader, from) {
        return Some(found);
    }
    let ordinal = match reader.class(from) {
        Class::Ordinal(ordinal) => i8::try_from(ordinal).ok()?,
        Class::Unit {
            unit: Unit::Second,
            plural: false,
        } => 2,
        Class::Digits => {
            let (day, next) = reader.day_figures(from)?;
            return (next == from + 2)
                .then(|| ordinal_unit(reader, next, day, year))
                .flatten();
        }
        _ => return None,
    };
    ordinal_unit(reader, from + 1, ordinal, year)
}

/// "the last half of 2025", "the last quarter of 2025", "the first two quarters of 2025": with a year only.
fn counted_quarters(reader: Reader<'_>, from: usize) -> Option<Match> {
    let second = match reader.class(from) {
        Class::Shift(-1) if reader.is(from, "last") => true,
        Class::Ordinal(1) => false,
        _ => return None,
    };
    let two = reader.is(from + 1, "two") && reader.is(from + 2, "quarters");
    let next = if two { from + 2 } else { from + 1 };
    let (year, end) = trailing_year(reader, next + 1);
    let half = Expression::Half {
        half: if second { 2 } else { 1 },
        year,
    };
    if year == YearName::Unnamed || !reader.is(next + 1, "of") {
        None
    } else if two || second && reader.is(next, "half") {
        Some(Match::date(end, half))
    } else if second && reader.is(next, "quarter") {
        Some(Match::date(end, Expression::Quarter { quarter: 4, year }))
    } else {
        None
    }
}

fn ordinal_unit(reader: Reader<'_>, next: usize, ordinal: i8, year: YearName) -> Option<Match> {
    let next = if reader.is(next, "-") { next + 1 } else { next };
    let next = reader.skip(next, "fiscal");
    let (trailing, end) = trailing_year(reader, next + 1);
    let year = if trailing == YearName::Unnamed { year } else { trailing };
    match reader.class(next) {
        Class::Unit {
            unit: Unit::Quarter,
            plural: false,
        } if (1..=4).contains(&ordinal) => Some(Match::date(end, Expression::Quarter { quarter: ordinal, year })),
        _ if reader.is(next, "half") && (1..=2).contains(&ordinal) => {
            // Games have halves too.
            let told = year != YearName::Unnamed
                || reader.is(next, "half")
                    && reader.is(next.wrapping_sub(1), "-")
                    && reader.is_on(next + 1, List::FiguresOfHalf);
            let running = reader.is(next + 1, "of") && reader.is(next + 2, "the") && reader.is(next + 3, "year");
            (told || running).then(|| {
                Match::date(
                    if running { next + 4 } else { end },
                    Expression::Half { half: ordinal, year },
                )
            })
        }
        _ => None,
    }
}

fn short_quarter(reader: Reader<'_>, at: usize) -> Option<Match> {
    let letter = |at: usize| reader.is_capital(at).then(|| reader.word(at));
    let (which, number) = match (letter(at), reader.get(at + 1)) {
        (Some(which @ ("q" | "h")), Some(next)) if next.glued => (which, next.number?),
        _ => match (reader.get(at)?.number, letter(at + 1)) {
            (Some(number), Some("q")) if reader.is_glued(at + 1) => ("q", number),
            _ => return None,
        },
    };
    let (year, end) = trailing_year(reader, at + 2);
    let number = i8::try_from(number).ok()?;
    match which {
        "q" if (1..=4).contains(&number) => Some(Match::date(end, Expression::Quarter { quarter: number, year })),
        "h" if (1..=2).contains(&number) && year != YearName::Unnamed => {
            Some(Match::date(end, Expression::Half { half: number, year }))
        }
        _ => None,
    }
}

/// "this year's", "1989's", "the 1988", "the year-ago" before an ordinal.
fn leading_year(reader: Reader<'_>, at: usize) -> (YearName, usize) {
    let possessive = |next: usize| (reader.is(next, "'") && reader.is(next + 1, "s")).then_some(next + 2);
    if let Class::Shift(shift) = reader.class(at)
        && matches!(reader.class(at + 1), Class::Unit { unit: Unit::Year, .. })
        && let Some(next) = possessive(at + 2)
    {
        return (YearName::Shift(shift), next);
    }
    let from = reader.skip(at, "the");
    if let Some(year) = reader.year(from) {
        return (YearName::Given(year), possessive(from + 1).unwrap_or(from + 1));
    }
    if reader.is(from, "year") && reader.is(from + 1, "-") && reader.is_any(from + 2, &["ago", "earlier"]) {
        return (YearName::YearAgo, from + 3);
    }
    (YearName::Unnamed, from)
}

/// "of 1990", "1990", "of last year", "a year ago".
fn trailing_year(reader: Reader<'_>, at: usize) -> (YearName, usize) {
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
        && reader.is(from, "'")
        && reader.is_glued(from + 1)
        && let Some(short) = reader.figures(from + 1, 2..=2)
    {
        return (YearName::Short(i16::try_from(short).unwrap_or_default()), from + 2);
    }
    if let Class::Shift(shift) = reader.class(from)
        && matches!(reader.class(from + 1), Class::Unit { unit: Unit::Year, .. })
    {
        return (YearName::Shift(shift), from + 2);
    }
    if reader.is_any(from, &["a", "one"]) && reader.is(from + 1, "year") && reader.is_any(from + 2, &["ago", "earlier"])
    {
        return (YearName::YearAgo, from + 3);
    }
    (YearName::Unnamed, at)
}

/// "last summer", "the spring of 2025", "summer 2026", "in winter".
#[must_use]
pub fn season(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (shift, from) = match reader.class(at) {
        Class::Shift(shift) => (Some(shift), at + 1),
        Class::Past => (Some(-1), at + 1),
        _ => (None, reader.skip(at, "the")),
    };
    let Class::Season { code, plural: false } = reader.class(from) else {
        return None;
    };
    let (year, end) = trailing_year(reader, from + 1);
    if year != YearName::Unnamed {
        return Some(Match::date(end, Expression::Season { code, year }));
    }
    let led = reader.is_on(at.wrapping_sub(1), List::LeadsSeason);
    // "the fall of the government", "a spring": a season needs more than its name.
    let alone = led
        && !reader.is(from + 1, "of")
        && !reader.is_capital(from)
        && (code != "FA" || from > at || reader.is(from, "autumn"));
    (shift.is_some() || alone).then(|| {
        let year = shift.map_or(YearName::Unnamed, YearName::Beside);
        Match::date(from + 1, Expression::Season { code, year })
    })
}
