//! Times that say all themselves: years, decades, "March 2026", durations. It counts from no date.

use jiff::civil::Date;

use crate::analysis::times::calendar;
use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::resolve::Resolved;
use crate::analysis::times::told::Told;

/// What needs neither the draft's date nor what was told before; nothing for all else.
#[must_use]
pub fn on_its_own(expression: &Expression) -> Option<Resolved> {
    Some(match expression {
        Expression::Fixed(value) => Resolved::new((value.clone(), None), 0.9, "needs no date"),
        Expression::NoSuchClock => Resolved::unknown("", "no clock shows it"),
        Expression::Year(year) => Resolved::new(
            (format!("{year:04}"), calendar::years_days(*year, *year)),
            0.95,
            "a year as written",
        ),
        Expression::Years(first, last) => Resolved::new(
            (format!("{first:04}"), calendar::years_days(*first, *last)),
            0.8,
            "two years as written",
        ),
        Expression::Decade(decade) => {
            let first = i16::try_from(decade * 10).unwrap_or_default();
            Resolved::new(
                (format!("{decade:03}"), calendar::years_days(first, first + 9)),
                0.9,
                "a decade as written",
            )
        }
        Expression::Century(century) => {
            let first = i16::try_from(century * 100).unwrap_or_default();
            Resolved::new(
                (format!("{century:02}"), calendar::years_days(first, first + 99)),
                0.9,
                "a century as written",
            )
        }
        _ => return None,
    })
}

/// An expression of a draft that has no date: what is written out in full is still known, and a day beside a told one.
#[must_use]
pub fn undated(told: &Told, expression: &Expression) -> Resolved {
    let because = "the draft gives no date to count from";
    match expression {
        Expression::Weekday { weekday, .. } => Resolved::unknown(format!("XXXX-WXX-{weekday}"), because),
        Expression::Month {
            month,
            year: YearName::Given(year),
        } => month_of(*month, *year),
        Expression::Month { month, .. } => Resolved::unknown(format!("XXXX-{month:02}"), because),
        Expression::Season {
            code,
            year: YearName::Given(year),
        } => Resolved::new(calendar::season(*year, code), 0.9, "season and year as written"),
        Expression::Quarter {
            quarter,
            year: YearName::Given(year),
        } => Resolved::new(calendar::quarter(*year, *quarter), 0.95, "quarter and year as written"),
        Expression::Half {
            half,
            year: YearName::Given(year),
        } => Resolved::new(calendar::half(*year, *half), 0.95, "half and year as written"),
        Expression::Season { code, .. } => Resolved::unknown(format!("XXXX-{code}"), because),
        Expression::Quarter { quarter, .. } => Resolved::unknown(format!("XXXX-Q{quarter}"), because),
        Expression::Half { half, .. } => Resolved::unknown(format!("XXXX-H{half}"), because),
        Expression::Offset {
            unit,
            amount,
            base: Base::Narrated,
        } => match told.last(*unit).and_then(|told| calendar::moved(told, *unit, *amount)) {
            Some(date) => Resolved::new(calendar::unit_of(date, *unit), 0.6, "counted from the time told last"),
            None => Resolved::unknown("", because),
        },
        _ => Resolved::unknown("", because),
    }
}

/// A month of a year.
#[must_use]
pub fn month_of(month: i8, year: i16) -> Resolved {
    let days = Date::new(year, month, 1)
        .ok()
        .map(|first| (first, first.last_of_month()));
    Resolved::new(
        (format!("{year:04}-{month:02}"), days),
        0.95,
        "month and year as written",
    )
}
