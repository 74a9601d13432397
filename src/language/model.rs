//! The one interface that taggers and parsers implement.

use crate::language::{Name, Word};

/// What annotates words. Implementations are pure: the same words with the same blanks between them give the same annotation on
/// every machine, whatever is around them.
pub trait Model: Send + Sync {
    /// Fills tag, lemma, morphology, head and relation of the words of one sentence, and gives its names, in order and
    /// without overlap.
    ///
    /// `words` has the spans (in `text`, the block's text) and nothing else set. Heads and the ranges of names are indices
    /// into `words`.
    fn annotate(&self, text: &str, words: &mut [Word]) -> Vec<Name>;
}

/// A model that looks at nothing but shapes; for tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct ShapeModel;

impl Model for ShapeModel {
    fn annotate(&self, _text: &str, _words: &mut [Word]) -> Vec<Name> {
        Vec::new()
    }
}
