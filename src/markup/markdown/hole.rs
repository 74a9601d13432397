//! A part of the source that is no Markdown. It does not say why.

use crate::text::Span;

/// What is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hole {
    pub span: Span,
    /// Whether it stands for a word of its sentence.
    pub is_object: bool,
}
