//! A stretch of a source, as every list of `extract` writes it. Nothing is worked out here.

use schemars::JsonSchema;
use serde::Serialize;

/// A stretch of the source and the words there.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Spot {
    /// The first unit.
    pub(super) start: usize,
    /// One past the last unit.
    pub(super) end: usize,
    /// The words there, with entities and escapes decoded and without the marks of the markup; in plain text exactly what is
    /// between `start` and `end`.
    pub(super) text: String,
}
