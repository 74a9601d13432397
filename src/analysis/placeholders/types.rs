//! Placeholders as plain data, no decisions.

use crate::text::Span;

/// A stretch that holds the place of something else, or speaks to the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Where it is, in the block's text.
    pub span: Span,
    /// What it is.
    pub kind: PlaceholderKind,
}

/// What kind of placeholder it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceholderKind {
    /// “TK”, “XX”, “???”: a word or a figure is missing.
    Missing,
    /// “[CHECK spelling]”, “(CQ)”, “EDS: …”: a note to the desk.
    Note,
    /// “Lorem ipsum”.
    Filler,
    /// “<<<<<<< HEAD”: two versions were merged and nobody chose.
    Conflict,
}
