//! The words of a text and what is between them, while sentences are cut. It knows no word.

use crate::text::Span;

/// Cuts words into sentences.
pub(super) struct Splitter<'a> {
    pub text: &'a str,
    pub words: &'a [Span],
}

impl<'a> Splitter<'a> {
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |span| span.of(self.text))
    }

    #[inline]
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let (start, end) = self.ends_of_gap(at);
        self.text.get(start..end).unwrap_or("")
    }

    /// Whether a blank line is before a word. Most words have one space before them, which is not even looked at.
    #[inline]
    pub(super) fn is_after_blank_line(&self, at: usize) -> bool {
        let (start, end) = self.ends_of_gap(at);
        end > start + 1 && self.gap(at).bytes().filter(|&byte| byte == b'\n').count() > 1
    }

    #[inline]
    fn ends_of_gap(&self, at: usize) -> (usize, usize) {
        let start = self.words.get(at.wrapping_sub(1)).map_or(0, |span| span.end);
        let end = self.words.get(at).map_or(self.text.len(), |span| span.start);
        (start, end)
    }

    pub(super) fn is_attached(&self, at: usize) -> bool {
        self.gap(at).is_empty()
    }
}
