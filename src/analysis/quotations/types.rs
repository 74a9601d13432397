//! A marked region, as data. No decisions.

use crate::text::Span;

/// A stretch of a block between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The region with its marks, in the block's text.
    pub span: Span,
    /// The words between the marks.
    pub inner: Span,
    /// Whether the closing mark is in the block. An open region reaches to the end of the block.
    pub closed: bool,
    /// Whether the marks are single ones (‘…’, '…').
    pub single: bool,
    /// Regions inside this one, as spans with their marks.
    pub nested: Vec<Span>,
}
