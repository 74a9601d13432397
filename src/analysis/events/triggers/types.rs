//! A word that names an event. Plain data, no decisions.

use crate::analysis::events::lexicon::EventSense;

/// A word that names an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The word.
    pub word: usize,
    /// What it names.
    pub sense: EventSense,
    /// Whether it is a noun.
    pub nominal: bool,
    /// The light verb of which it is the object ("held" of "held talks").
    pub light: Option<usize>,
}

impl Trigger {
    /// The verb of its clause: the light verb where it has one, else the word itself.
    #[must_use]
    pub fn verb(&self) -> usize {
        self.light.unwrap_or(self.word)
    }
}
