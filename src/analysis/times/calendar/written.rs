//! Dates as messages and hovers write them. It reads none.

use jiff::civil::{Date, Weekday};

use crate::language::calendar as words;

/// The English name of a weekday; Monday is 1.
#[must_use]
pub fn weekday_name(weekday: i8) -> &'static str {
    Weekday::from_monday_one_offset(weekday).map_or("", words::weekday_name)
}

/// "Monday, October 27, 2025".
#[must_use]
pub fn in_words(date: Date) -> String {
    format!(
        "{}, {} {}, {}",
        weekday_name(date.weekday().to_monday_one_offset()),
        words::month_name(date.month()),
        date.day(),
        date.year()
    )
}
