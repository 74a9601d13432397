//! What is tried with an input of each kind: the targets of `tests/fuzz`. Nothing here says what the right answer is.

#[path = "../../tests/fuzz/targets.rs"]
mod targets;

pub use targets::{analysis, configuration, edits, markup, messages};
