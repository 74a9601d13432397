//! Which words of a draft are its own: those outside quotation marks and headings. It judges no word.

use crate::analysis::{Marked, Place};
use crate::markup::Block;
use crate::rules::Context;

/// Which words of a draft are its own.
pub struct OwnWords {
    marked: Marked,
}

impl OwnWords {
    /// The own words of a draft. Linear in its quotations.
    pub fn of(context: &Context<'_>) -> Self {
        Self {
            marked: Marked::of(&context.facts.quotations),
        }
    }

    /// Whether a place is running text of the draft's own.
    pub fn hold(&self, context: &Context<'_>, place: Place) -> bool {
        let in_running_text = |block: &Block| block.kind.is_body() && !is_transcript(&block.text);
        context.block(place).is_some_and(in_running_text) && !self.are_quoted(context, place)
    }

    /// Whether some of a place is between quotation marks, or in a block quote.
    pub fn are_quoted(&self, context: &Context<'_>, place: Place) -> bool {
        context.block(place).is_some_and(|block| block.in_quote) || self.marked.overlaps(place)
    }
}

/// Whether a block is a question or an answer of a transcript: “Q: …”, “A: …”.
fn is_transcript(text: &str) -> bool {
    ["Q:", "A:", "Q. "].iter().any(|label| text.starts_with(label))
}

/// The word right before `at`, in lowercase, and whether the sentence begins there; empty at the start of a text.
pub fn word_before(text: &str, at: usize) -> String {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(']);
    before
        .rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .next()
        .unwrap_or("")
        .to_lowercase()
}

/// Whether there is nothing but an opening mark between `at` and the start of its sentence.
pub fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(', '‘']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '”', '–', '—', '-', '*', '•'])
}
