//! Dates that contradict the calendar. It states what the calendar says and judges nobody.

use jiff::civil::Date;

use crate::analysis::times::calendar::{in_words, month_name, weekday_name};
use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::nearest::{apart, nearest_day};
use crate::analysis::{CalendarFlag, CalendarFlagKind, Place};

/// What contradicts the calendar in an expression.
#[must_use]
pub fn flag(expression: &Expression, place: Place, anchor: Option<Date>) -> Option<CalendarFlag> {
    match expression {
        Expression::Day(day) => of_day(day, place, anchor),
        Expression::Clock { day: Some(day), .. } => flag(day, place, anchor),
        _ => None,
    }
}

fn of_day(name: &DayName, place: Place, anchor: Option<Date>) -> Option<CalendarFlag> {
    let year = match name.year {
        YearName::Given(year) => Some(year),
        YearName::Shift(shift) => anchor.and_then(|anchor| anchor.year().checked_add(i16::try_from(shift).ok()?)),
        YearName::Short(_) => return None,
        YearName::Unnamed | YearName::Beside(_) | YearName::YearAgo => None,
    };
    // A leap year when no year is given: 29 February exists in some.
    let exists = Date::new(year.unwrap_or(2000), name.month, name.day).ok();
    if exists.is_none() {
        let because = match year {
            Some(year) => format!("{} {year} has no day {}", month_name(name.month), name.day),
            None => format!("{} has no day {}", month_name(name.month), name.day),
        };
        return Some(CalendarFlag {
            place,
            kind: CalendarFlagKind::ImpossibleDate,
            because,
        });
    }
    let claimed = name.weekday?;
    let date = match year {
        Some(_) => exists?,
        None => nearest_day(anchor?, name.month, name.day)?,
    };
    let is = date.weekday().to_monday_one_offset();
    // Old style and new style dates differ before the calendar reforms.
    if is == claimed || date.year() < 1925 {
        return None;
    }
    // Far from the draft's date the year is a guess, and any neighbouring year will do.
    if let (None, Some(anchor)) = (year, anchor)
        && apart(date, anchor) > 60
    {
        let fits = |years: i16| {
            Date::new(date.year() + years, name.month, name.day)
                .is_ok_and(|other| other.weekday().to_monday_one_offset() == claimed)
        };
        if fits(-1) || fits(1) {
            return None;
        }
    }
    Some(CalendarFlag {
        place,
        kind: CalendarFlagKind::WeekdayMismatch,
        because: format!(
            "the draft says {}, the calendar says {}",
            weekday_name(claimed),
            in_words(date)
        ),
    })
}
