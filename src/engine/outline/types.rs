//! The lines of the outline as plain data. Nothing here chooses or words one.

use crate::text::Span;

/// One line of the outline. All spans count in the source; the spans of the children are inside `span`, and so is
/// `selection`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineItem {
    /// What the draft says there, shortened at its ends.
    pub name: String,
    /// The day of an event, the speaker of a quotation; may be empty.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// Everything it covers.
    pub span: Span,
    /// What to jump to.
    pub selection: Span,
    /// Its parts.
    pub children: Vec<OutlineItem>,
}

/// What a line of the outline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlineKind {
    /// What the story is about.
    MainEvent,
    /// Something that happened, goes on or is to come.
    Event,
    /// Somebody's words.
    Quotation,
    /// A heading.
    Heading,
}
