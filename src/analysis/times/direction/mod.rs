//! Before or after the draft's date: it takes a time and the words around it and gives a
//! [`Direction`](crate::analysis::times::Direction).
//!
//! "met on Friday" looks back, "will meet on Friday" and "speaks Friday" look ahead. Which day that Friday is, is not decided here.

mod nearest;
mod plans;
mod possessive;
mod sentence;
mod tagged;
mod verbs;

pub use sentence::{direction, hangs_on_noun};
