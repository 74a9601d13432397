//! The words that a newsroom does not want, or wants written in another way: its own list, ready to be looked for. Nothing here
//! reads a configuration or decides what is quoted.

mod endings;
mod index;
mod list;
mod pattern;
mod search;
mod types;

pub use list::Terms;
pub use pattern::Pattern;
pub use search::Found;
pub use types::{Term, TermScope};
