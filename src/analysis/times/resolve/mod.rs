//! Sets expressions against the draft's date: it takes an expression with its direction and gives a TIMEX3 value with its days.
//!
//! "Friday" in the past, in a draft of Wednesday, October 15, 2025, is 2025-10-10. A [`Story`] resolves the expressions of a draft
//! in order, since "a day earlier" counts from what was mentioned before. No text is read here except for the draft's date.

mod anchor;
mod choice;
mod counted;
mod mentioned;
mod resolved;
mod story;
mod written;

pub use anchor::{anchor_of, date_field};
pub use story::Story;
