//! What is counted from the draft's date or from what it mentioned before: "a year earlier", "the quarter", "on the 21st". Where
//! nothing was mentioned to count from, it claims no day.

use jiff::civil::Date;

use crate::analysis::locale::Locale;
use crate::analysis::times::calendar::{self, in_words, moved, unit_of};
use crate::analysis::times::expression::{Base, YearName};
use crate::analysis::times::resolve::choice;
use crate::analysis::times::resolve::mentioned::MentionedTimes;
use crate::analysis::times::resolve::resolved::ResolvedTime;
use crate::analysis::times::types::Direction;
use crate::analysis::times::unit::TimeUnit;

/// "the previous Friday": counted from what was mentioned last.
#[must_use]
pub fn weekday(
    mentioned: &MentionedTimes,
    weekday: i8,
    shift: i32,
    direction: Direction,
    locale: Locale,
) -> Option<ResolvedTime> {
    let from = mentioned.last(TimeUnit::Day)?;
    let resolved = choice::weekday(weekday, Some(shift), direction, from, locale)?;
    Some(ResolvedTime {
        confidence: 0.6,
        ..resolved
    })
}

/// "on the 21st": in the month mentioned last.
#[must_use]
pub fn day_of_month(mentioned: &MentionedTimes, day: i8, anchor: Date) -> Option<ResolvedTime> {
    let month = mentioned.last(TimeUnit::Month).unwrap_or(anchor);
    let date = Date::new(month.year(), month.month(), day).ok()?;
    Some(ResolvedTime::day(date, 0.5, "in the last month mentioned"))
}

/// A unit counted from the draft's date or from what was mentioned last.
#[must_use]
pub fn offset(
    mentioned: &MentionedTimes,
    unit: TimeUnit,
    amount: i32,
    base: Base,
    anchor: Date,
    locale: Locale,
) -> Option<ResolvedTime> {
    if unit == TimeUnit::Year
        && amount == -1
        && base != Base::Draft
        && let Some(quarter) = mentioned.recent_quarter()
    {
        let date = moved(quarter, TimeUnit::Year, -1)?;
        return Some(ResolvedTime::new(
            unit_of(date, TimeUnit::Quarter),
            0.6,
            "the same quarter of the year before",
        ));
    }
    let last = (base == Base::Narrated).then(|| mentioned.last(unit)).flatten();
    // "Two days later": later than something whose day was not given. The draft's date is not it.
    if base == Base::Narrated && last.is_none() && amount > 0 {
        return Some(ResolvedTime::unknown("", "nothing before it gives a day to count from"));
    }
    let (from, confidence) = match last {
        Some(date) => (date, 0.7),
        None => (anchor, 0.9),
    };
    let date = moved(from, unit, amount)?;
    let because = match last {
        Some(date) => format!("counted from the last time mentioned, {}", in_words(date, locale)),
        None => format!("counted from the draft's date, {}", in_words(anchor, locale)),
    };
    Some(ResolvedTime::new(unit_of(date, unit), confidence, because))
}

/// The quarter mentioned last, else the one that is over, in another year.
#[must_use]
pub fn quarter_of(mentioned: &MentionedTimes, year: YearName, anchor: Date) -> Option<ResolvedTime> {
    let base = match mentioned.recent_quarter() {
        Some(quarter) => quarter,
        None => moved(anchor, TimeUnit::Quarter, -1)?,
    };
    let year = match year {
        YearName::Given(year) => year,
        _ => base.year() - 1,
    };
    let value = calendar::quarter(year, calendar::quarter_of(base));
    Some(ResolvedTime::new(
        value,
        0.6,
        "the last quarter mentioned, in that year",
    ))
}

/// "the quarter", "the year": the quarter mentioned last, else the unit that the draft is in.
#[must_use]
pub fn running(mentioned: &MentionedTimes, unit: TimeUnit, anchor: Date, locale: Locale) -> Option<ResolvedTime> {
    if unit == TimeUnit::Quarter {
        let date = match mentioned.recent_quarter() {
            Some(quarter) => quarter,
            None => moved(anchor, TimeUnit::Quarter, -1)?,
        };
        return Some(ResolvedTime::new(
            unit_of(date, unit),
            0.6,
            "the last quarter mentioned",
        ));
    }
    Some(ResolvedTime::new(
        unit_of(anchor, unit),
        0.5,
        format!("at the draft's date, {}", in_words(anchor, locale)),
    ))
}
