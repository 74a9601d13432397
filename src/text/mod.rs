//! Text as an editor edits it: the rope, lines, position encodings, edits. The only place that knows ropey.

mod span;

pub use span::Span;
