//! The grammar of time expressions: it takes tokens and gives what an expression says, never which day that is.
//!
//! "two weeks ago" is an [`Expression::Offset`](crate::analysis::times::Expression) of -2 weeks from the draft's date. [`longest`]
//! reads the longest expression at a token, and [`widened`] adds the words before it that belong to it ("the end of").

mod amounts;
mod clock;
mod dates;
mod day;
mod day_and_clock;
mod day_list;
mod days_from;
mod duration;
mod figures;
mod holidays;
mod matched;
mod months;
mod numbers;
mod parts;
mod quantity;
mod quarters;
mod reader;
mod references;
mod relative;
mod running;
mod seasons;
mod sets;
mod weekdays;
mod widen;
mod years;

pub use dates::calendar_date;
pub use day_and_clock::longest;
pub use day_list::listed_days;
pub use figures::figures_anywhere;
pub use reader::TimeReader;
pub use widen::widened;
