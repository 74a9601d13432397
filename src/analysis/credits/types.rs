//! A caption, as data. No decisions.

use crate::text::Span;

/// The caption of a picture that runs into a paragraph, known by the credit after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// The caption with its credit, in the block's text.
    pub span: Span,
    /// The sentences of the block before it.
    pub before: Vec<Span>,
    /// Whether it has a full date, as most captions do.
    pub is_dated: bool,
}
