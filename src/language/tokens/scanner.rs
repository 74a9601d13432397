//! The words that are cut so far, and the text they are cut from. How a word is cut is in the files next to this one.

use crate::text::Span;

/// Cuts a text into words.
pub(super) struct Scanner<'a> {
    pub text: &'a str,
    pub words: Vec<Span>,
}

impl Scanner<'_> {
    pub(super) fn push(&mut self, start: usize, end: usize) -> usize {
        self.words.push(Span::new(start, end));
        end
    }

    pub(super) fn get(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The end of the run of characters from `at` that fit.
    pub(super) fn run(&self, at: usize, end: usize, fits: impl Fn(char) -> bool) -> usize {
        self.get(at, end)
            .find(|symbol| !fits(symbol))
            .map_or(end, |length| at + length)
    }
}
