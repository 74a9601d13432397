//! Quotation marks and brackets around the end of a sentence. It pairs none of them.

use crate::language::sentences::splitter::Splitter;
use crate::language::tokens::{char_at, char_before, is_apostrophe, is_space};

impl Splitter<'_> {
    /// Whether the mark at `at` closes what ended before it.
    pub(super) fn closes(&self, at: usize) -> bool {
        match self.word(at) {
            ")" | "]" | "}" | "”" | "»" | "’’" => {
                self.is_attached(at) || self.gap(at).len() <= 1 && self.word(at) != ")"
            }
            "\"" | "''" | "'" | "’" | "“" => self.is_attached(at) && self.closes_by_place(at),
            // "Go!." and the like.
            "." => self.is_attached(at),
            _ => false,
        }
    }

    /// A symmetric mark closes where white space, the end, or more punctuation is after it.
    fn closes_by_place(&self, at: usize) -> bool {
        let Some(span) = self.words.get(at) else { return false };
        char_at(self.text, span.end).is_none_or(|next| is_space(next) || !next.is_alphanumeric())
    }

    pub(super) fn is_opening_mark(&self, at: usize) -> bool {
        let word = self.word(at);
        let opens = match word {
            "“" | "‘" | "«" | "„" | "(" | "[" | "``" | "‘‘" => true,
            "\"" | "''" | "'" => true,
            _ => word.chars().all(is_apostrophe) && !word.is_empty(),
        };
        opens
            && self.words.get(at).is_some_and(|span| {
                char_before(self.text, span.start).is_none_or(|before| is_space(before) || !before.is_alphanumeric())
            })
    }
}
