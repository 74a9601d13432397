//! The words of times: text comes in, tokens go out, each with the class that it can be of.
//!
//! "at 10 p.m. Friday" is at · 10 · p · . · m · . · Friday; "10" is `Digits`, "Friday" a `Weekday`. What a word means next to other
//! words is decided in [`crate::analysis::times::read`].

mod classes;
mod lists;
mod tokens;

pub use classes::{TimeClass, class_of};
pub use lists::{TimeList, is_on};
pub use tokens::{TimeToken, tokens};
