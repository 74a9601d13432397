//! The words of a text and what is between them, while sentences are cut. It knows no word.

use crate::text::Span;

/// Cuts words into sentences.
pub(super) struct Splitter<'a> {
    pub text: &'a str,
    pub words: &'a [Span],
}

impl<'a> Splitter<'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |span| span.of(self.text))
    }

    pub(super) fn gap(&self, at: usize) -> &'a str {
        let start = self.words.get(at.wrapping_sub(1)).map_or(0, |span| span.end);
        let end = self.words.get(at).map_or(self.text.len(), |span| span.start);
        self.text.get(start..end).unwrap_or("")
    }

    pub(super) fn is_attached(&self, at: usize) -> bool {
        self.gap(at).is_empty()
    }
}
