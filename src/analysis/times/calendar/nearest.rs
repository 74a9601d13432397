//! The day or year that is nearest to another. It knows no expression and no verb.

use jiff::civil::Date;

/// Days between two dates.
#[must_use]
pub fn apart(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX / 4, |span| span.get_days().abs())
}

/// The day of a month in the year that brings it nearest to `anchor`; leap days look four years around.
#[must_use]
pub fn nearest_day(anchor: Date, month: i8, day: i8) -> Option<Date> {
    days_around(anchor, month, day).min_by_key(|date| apart(*date, anchor))
}

/// The last one up to `anchor`.
#[must_use]
pub fn latest_day(anchor: Date, month: i8, day: i8) -> Option<Date> {
    days_around(anchor, month, day).filter(|date| *date <= anchor).max()
}

/// The first one from `anchor` on.
#[must_use]
pub fn earliest_day(anchor: Date, month: i8, day: i8) -> Option<Date> {
    days_around(anchor, month, day).filter(|date| *date >= anchor).min()
}

fn days_around(anchor: Date, month: i8, day: i8) -> impl Iterator<Item = Date> {
    let reach = if month == 2 && day == 29 { LEAP_REACH } else { 1 };
    (-reach..=reach).filter_map(move |years| Date::new(anchor.year() + years, month, day).ok())
}

/// How many years may be between two leap days, as around 1900.
const LEAP_REACH: i16 = 8;
