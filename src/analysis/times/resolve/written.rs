//! Times that say all themselves: years, decades, "March 2026", durations. It counts from no date.

use jiff::civil::Date;

use crate::analysis::times::calendar::{self, moved, season, unit_of, years_days};
use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::resolve::mentioned::MentionedTimes;
use crate::analysis::times::resolve::resolved::ResolvedTime;

/// What needs neither the draft's date nor what was mentioned before; nothing for all else.
#[must_use]
pub fn on_its_own(expression: &Expression) -> Option<ResolvedTime> {
    Some(match expression {
        Expression::Fixed(value) => ResolvedTime::new((value.clone(), None), 0.9, "needs no date"),
        Expression::NoSuchClock => ResolvedTime::unknown("", "no clock shows it"),
        Expression::Year(year) => ResolvedTime::new(
            (format!("{year:04}"), years_days(*year, *year)),
            0.95,
            "a year as written",
        ),
        Expression::Years(first, last) => ResolvedTime::new(
            (format!("{first:04}"), years_days(*first, *last)),
            0.8,
            "two years as written",
        ),
        Expression::Decade(decade) => {
            let first = i16::try_from(decade * 10).unwrap_or_default();
            ResolvedTime::new(
                (format!("{decade:03}"), years_days(first, first + 9)),
                0.9,
                "a decade as written",
            )
        }
        Expression::Century(century) => {
            let first = i16::try_from(century * 100).unwrap_or_default();
            ResolvedTime::new(
                (format!("{century:02}"), years_days(first, first + 99)),
                0.9,
                "a century as written",
            )
        }
        _ => return None,
    })
}

/// An expression of a draft that has no date: what is written out in full is still known, and a day counted from one that was mentioned.
#[must_use]
pub fn undated(mentioned: &MentionedTimes, expression: &Expression) -> ResolvedTime {
    let because = "the draft gives no date to count from";
    match expression {
        Expression::Weekday { weekday, .. } => ResolvedTime::unknown(format!("XXXX-WXX-{weekday}"), because),
        Expression::Month {
            month,
            year: YearName::Given(year),
        } => month_of(*month, *year),
        Expression::Month { month, .. } => ResolvedTime::unknown(format!("XXXX-{month:02}"), because),
        Expression::Season {
            code,
            year: YearName::Given(year),
        } => ResolvedTime::new(season(*year, code), 0.9, "season and year as written"),
        Expression::Quarter {
            quarter,
            year: YearName::Given(year),
        } => ResolvedTime::new(calendar::quarter(*year, *quarter), 0.95, "quarter and year as written"),
        Expression::Half {
            half,
            year: YearName::Given(year),
        } => ResolvedTime::new(calendar::half(*year, *half), 0.95, "half and year as written"),
        Expression::Season { code, .. } => ResolvedTime::unknown(format!("XXXX-{code}"), because),
        Expression::Quarter { quarter, .. } => ResolvedTime::unknown(format!("XXXX-Q{quarter}"), because),
        Expression::Half { half, .. } => ResolvedTime::unknown(format!("XXXX-H{half}"), because),
        Expression::Offset {
            unit,
            amount,
            base: Base::Narrated,
        } => match mentioned.last(*unit).and_then(|date| moved(date, *unit, *amount)) {
            Some(date) => ResolvedTime::new(unit_of(date, *unit), 0.6, "counted from the last time mentioned"),
            None => ResolvedTime::unknown("", because),
        },
        _ => ResolvedTime::unknown("", because),
    }
}

/// A month of a year.
#[must_use]
pub fn month_of(month: i8, year: i16) -> ResolvedTime {
    let days = Date::new(year, month, 1)
        .ok()
        .map(|first| (first, first.last_of_month()));
    ResolvedTime::new(
        (format!("{year:04}-{month:02}"), days),
        0.95,
        "month and year as written",
    )
}
