//! Time expressions with their TIMEX3 values, and dates that contradict the calendar. It gives no advice.
//!
//! Two entry points: [`of_block`] reads one block and says what each expression means before any date is known ("two weeks ago":
//! two weeks back from the draft's date); [`of_draft`] sets the expressions of a draft against its date and against each other.
//!
//! The way of an expression: `words` (tokens and their classes), `read` (what it says), `direction` (what its verb says),
//! `resolve` (which days it names), with the arithmetic of `calendar`.

mod another_time;
mod block;
mod calendar;
mod direction;
mod draft;
mod expression;
mod read;
mod resolve;
mod supposed;
#[cfg(test)]
mod tests;
mod types;
mod unit;
mod words;

pub use block::of_block;
pub use calendar::apart as days_apart;
pub use calendar::{day_in_words, in_words, month_in_words};
pub use draft::of_draft;
pub use expression::{Base, DayName, Expression, HolidayRule, YearName};
pub use resolve::date_field;
pub use supposed::is_supposed;
pub use types::{Anchor, AnchorSource, CalendarFlag, CalendarFlagKind, Direction, LocalTime, Time, TimeKind};
pub use unit::TimeUnit;
