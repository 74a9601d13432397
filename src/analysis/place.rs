//! Where something is in a draft. It knows nothing of what is there.

use crate::text::Span;

/// A place in a draft: a stretch of one block's decoded text. Ordered as the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index into [`crate::markup::Markup::blocks`].
    pub block: usize,
    /// Bytes in that block's text.
    pub span: Span,
}

impl Place {
    /// The place of `span` in block `block`.
    #[must_use]
    pub fn new(block: usize, span: Span) -> Self {
        Self { block, span }
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Place) -> bool {
        self.block == other.block && self.span.overlaps(other.span)
    }

    /// Whether `other` lies inside, ends included.
    #[must_use]
    pub fn covers(self, other: Place) -> bool {
        self.block == other.block && self.span.covers(other.span)
    }
}
