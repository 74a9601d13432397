//! Text as an editor edits it: the rope, lines, position encodings, edits. The only place that knows ropey.
//!
//! A line ends with `\n`, `\r\n` or `\r` and nothing else, as in the Language Server Protocol: U+2028, U+0085
//! and their like are ordinary characters.

pub mod calendar;
mod document;
pub mod letters;
mod line_index;
pub mod parallel;
mod phrases;
mod position;
mod replaced;
mod span;
pub mod table;
mod words;

pub use document::{Change, Document};
pub use line_index::{Column, LineIndex};
pub use phrases::Phrases;
pub use position::{Encoding, Position, Range};
pub use replaced::Replaced;
pub use span::{Span, one_covers};
pub use words::count_words;
