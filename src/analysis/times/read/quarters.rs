//! Quarters and halves of a year. Games have halves and quarters too; without more they are none of ours.

use crate::analysis::times::expression::{Expression, YearName};
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::year_after_of;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList};

/// How many words before and after a quarter may say that it is one of a game.
const NEAR: usize = 8;

/// "the third quarter [of 1990]", "third-quarter", "last year's first quarter", "Q3 2025", "the first half of 2026".
#[must_use]
pub fn quarter(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let Some(found) = short_quarter(reader, at) {
        return Some(found);
    }
    let (year, from) = leading_year(reader, at);
    let fiscal = reader.is(from, "fiscal");
    let from = reader.skip(from, "fiscal");
    // A fiscal quarter is counted in its own year, which is most often the draft's.
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
        TimeClass::Ordinal(ordinal) => i8::try_from(ordinal).ok()?,
        TimeClass::Unit {
            unit: TimeUnit::Second,
            plural: false,
        } => 2,
        TimeClass::Digits => {
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
fn counted_quarters(reader: TimeReader<'_>, from: usize) -> Option<TimeMatch> {
    let second = match reader.class(from) {
        TimeClass::Shift(-1) if reader.is(from, "last") => true,
        TimeClass::Ordinal(1) => false,
        _ => return None,
    };
    let two = reader.is(from + 1, "two") && reader.is(from + 2, "quarters");
    let next = if two { from + 2 } else { from + 1 };
    let (year, end) = year_after_of(reader, next + 1);
    let half = Expression::Half {
        half: if second { 2 } else { 1 },
        year,
    };
    if year == YearName::Unnamed || !reader.is(next + 1, "of") {
        None
    } else if two || second && reader.is(next, "half") {
        Some(TimeMatch::date(end, half))
    } else if second && reader.is(next, "quarter") {
        Some(TimeMatch::date(end, Expression::Quarter { quarter: 4, year }))
    } else {
        None
    }
}

fn ordinal_unit(reader: TimeReader<'_>, next: usize, ordinal: i8, year: YearName) -> Option<TimeMatch> {
    let next = if reader.is(next, "-") { next + 1 } else { next };
    let next = reader.skip(next, "fiscal");
    let (trailing, end) = year_after_of(reader, next + 1);
    let year = if trailing == YearName::Unnamed { year } else { trailing };
    match reader.class(next) {
        TimeClass::Unit {
            unit: TimeUnit::Quarter,
            plural: false,
        } if year == YearName::Unnamed && is_of_game(reader, next) => None,
        TimeClass::Unit {
            unit: TimeUnit::Quarter,
            plural: false,
        } if (1..=4).contains(&ordinal) => Some(TimeMatch::date(end, Expression::Quarter { quarter: ordinal, year })),
        _ if reader.is(next, "half") && (1..=2).contains(&ordinal) => {
            // Games have halves too.
            let named = year != YearName::Unnamed
                || reader.is(next, "half")
                    && reader.is(next.wrapping_sub(1), "-")
                    && reader.is_on(next + 1, TimeList::FiguresOfHalf);
            let running = reader.is(next + 1, "of") && reader.is(next + 2, "the") && reader.is(next + 3, "year");
            (named || running).then(|| {
                TimeMatch::date(
                    if running { next + 4 } else { end },
                    Expression::Half { half: ordinal, year },
                )
            })
        }
        _ => None,
    }
}

/// "scored twice in the third quarter": whether the words around say that it is the quarter of a game.
fn is_of_game(reader: TimeReader<'_>, at: usize) -> bool {
    let near = at.saturating_sub(NEAR)..=at + NEAR;
    near.into_iter().any(|at| reader.is_on(at, TimeList::OfGame))
}

fn short_quarter(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let letter = |at: usize| reader.is_capital(at).then(|| reader.word(at));
    let (which, number) = match (letter(at), reader.get(at + 1)) {
        (Some(which @ ("q" | "h")), Some(next)) if next.glued => (which, next.number?),
        _ => match (reader.get(at)?.number, letter(at + 1)) {
            (Some(number), Some("q")) if reader.is_glued(at + 1) => ("q", number),
            _ => return None,
        },
    };
    let (year, end) = year_after_of(reader, at + 2);
    let number = i8::try_from(number).ok()?;
    match which {
        "q" if (1..=4).contains(&number) => Some(TimeMatch::date(end, Expression::Quarter { quarter: number, year })),
        "h" if (1..=2).contains(&number) && year != YearName::Unnamed => {
            Some(TimeMatch::date(end, Expression::Half { half: number, year }))
        }
        _ => None,
    }
}

/// "this year's", "1989's", "the 1988", "the year-ago" before an ordinal.
fn leading_year(reader: TimeReader<'_>, at: usize) -> (YearName, usize) {
    let possessive = |next: usize| (reader.is(next, "'") && reader.is(next + 1, "s")).then_some(next + 2);
    if let TimeClass::Shift(shift) = reader.class(at)
        && matches!(
            reader.class(at + 1),
            TimeClass::Unit {
                unit: TimeUnit::Year,
                ..
            }
        )
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
