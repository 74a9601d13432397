//! Before or after the draft's date: a time and the words around it come in, a
//! [`Direction`](crate::analysis::times::Direction) goes out.
//!
//! "met on Friday" looks back, "will meet on Friday" and "speaks Friday" look ahead. Which day that Friday is, is not decided here.

mod sentence;
mod verbs;

pub use sentence::{direction, hangs_on_noun};
