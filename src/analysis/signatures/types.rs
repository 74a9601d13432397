//! Signatures as plain data, no decisions.

use crate::analysis::Place;

/// A name that signs a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The quotation, as an index into the draft's.
    pub quotation: usize,
    /// From the name to the end of its line or paragraph.
    pub place: Place,
}
