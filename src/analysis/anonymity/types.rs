//! Anonymity as plain data, no decisions.

use crate::text::Span;

/// A promise not to name a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anonymity {
    /// The words that say so (“on condition of anonymity”), in the block's text.
    pub span: Span,
    /// Whether the sentence, the one before it or the one after it says why.
    pub is_explained: bool,
}
