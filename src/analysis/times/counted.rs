//! What is counted from the draft's date or from what it told before: "a year earlier", "the quarter", "on the 21st". Where
//! nothing was told to count from, it claims no day.

use jiff::civil::Date;

use crate::analysis::times::calendar;
use crate::analysis::times::choice;
use crate::analysis::times::expression::{Base, Direction, YearName};
use crate::analysis::times::resolve::Resolved;
use crate::analysis::times::told::Told;
use crate::analysis::times::words::Unit;

/// "the previous Friday": counted from what was told last.
#[must_use]
pub fn weekday(told: &Told, weekday: i8, shift: i32, direction: Direction) -> Option<Resolved> {
    let from = told.last(Unit::Day)?;
    let resolved = choice::weekday(weekday, Some(shift), direction, from)?;
    Some(Resolved {
        confidence: 0.6,
        ..resolved
    })
}

/// "on the 21st": in the month told last.
#[must_use]
pub fn day_of_month(told: &Told, day: i8, anchor: Date) -> Option<Resolved> {
    let month = told.last(Unit::Month).unwrap_or(anchor);
    let date = Date::new(month.year(), month.month(), day).ok()?;
    Some(Resolved::new(
        (date.to_string(), Some((date, date))),
        0.5,
        "in the month told last",
    ))
}

/// A unit counted from the draft's date or from what was told last.
#[must_use]
pub fn offset(told_before: &Told, unit: Unit, amount: i32, base: Base, anchor: Date) -> Option<Resolved> {
    if unit == Unit::Year
        && amount == -1
        && base != Base::Draft
        && let Some(quarter) = told_before.recent_quarter()
    {
        let date = calendar::moved(quarter, Unit::Year, -1)?;
        return Some(Resolved::new(
            calendar::unit_of(date, Unit::Quarter),
            0.6,
            "the same quarter of the year before",
        ));
    }
    let told = (base == Base::Narrated).then(|| told_before.last(unit)).flatten();
    // "Two days later": later than something that was not told by its day. The draft's date is not it.
    if base == Base::Narrated && told.is_none() && amount > 0 {
        return Some(Resolved::unknown(
            "",
            "nothing told before it gives a day to count from",
        ));
    }
    let (from, confidence) = match told {
        Some(told) => (told, 0.7),
        None => (anchor, 0.9),
    };
    let date = calendar::moved(from, unit, amount)?;
    let because = match told {
        Some(told) => format!("counted from the time told last, {}", calendar::in_words(told)),
        None => format!("counted from the draft's date, {}", calendar::in_words(anchor)),
    };
    Some(Resolved::new(calendar::unit_of(date, unit), confidence, because))
}

/// The quarter told last, else the one that is over, in another year.
#[must_use]
pub fn quarter_of(told: &Told, year: YearName, anchor: Date) -> Option<Resolved> {
    let base = match told.recent_quarter() {
        Some(quarter) => quarter,
        None => calendar::moved(anchor, Unit::Quarter, -1)?,
    };
    let year = match year {
        YearName::Given(year) => year,
        _ => base.year() - 1,
    };
    let value = calendar::quarter(year, calendar::quarter_of(base));
    Some(Resolved::new(value, 0.6, "the quarter told last, in that year"))
}

/// "the quarter", "the year": the quarter told last, else the unit that the draft is in.
#[must_use]
pub fn running(told: &Told, unit: Unit, anchor: Date) -> Option<Resolved> {
    if unit == Unit::Quarter {
        let date = match told.recent_quarter() {
            Some(quarter) => quarter,
            None => calendar::moved(anchor, Unit::Quarter, -1)?,
        };
        return Some(Resolved::new(
            calendar::unit_of(date, unit),
            0.6,
            "the quarter told last",
        ));
    }
    Some(Resolved::new(
        calendar::unit_of(anchor, unit),
        0.5,
        format!("at the draft's date, {}", calendar::in_words(anchor)),
    ))
}
