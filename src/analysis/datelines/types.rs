//! Datelines as plain data, no decisions.

use crate::analysis::Place;
use crate::text::Span;

/// A dateline: “BRANDVIK, May 7 (NPA) -”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// From the town to the mark that ends it.
    pub place: Place,
    /// Where its date is, if it has one: the place of a time expression.
    pub date: Option<Place>,
}

/// The dateline of a block; spans count in the block's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalDateline {
    /// From the town to the mark that ends it.
    pub span: Span,
    /// Its date.
    pub date: Option<Span>,
}
