//! The calendar: it takes dates and gives other dates, their values and what contradicts them.
//!
//! The weekday of June 12, 2031, is Thursday, so that "Monday, 12 June 2031" is a [`flag`]. No draft is read here beyond one
//! expression.

mod flags;
mod holidays;
mod nearest;
mod units;
mod written;

pub use flags::{flag, is_tabular};
pub use holidays::holiday_in;
pub use nearest::{apart, earliest_day, latest_day, nearest_day};
pub use units::{
    Days, days_until, half, moved, plus_days, quarter, quarter_of, season, unit_of, weekend_of, years_days,
};
pub use written::{day_in_words, in_words, month_in_words};
