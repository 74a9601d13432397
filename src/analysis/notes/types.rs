//! What came of looking a quotation up in the notes, as plain data. No decisions.

use std::sync::Arc;

use crate::markup::Place;
use crate::verify::Checked;

/// A quotation that was looked up in the notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Verification {
    /// Which quotation, by its index; `None` for a block quotation, which has no marks and no frame.
    pub quotation: Option<usize>,
    /// The words without the marks around them; places of changes count from its start.
    pub words: Place,
    /// What came of it.
    pub checked: Arc<Checked>,
    /// Whether the paragraph says that the words are translated, so that no notes can have them.
    pub is_translated: bool,
}
