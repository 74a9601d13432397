//! The words of a text as white space parts them. No grammar is asked.

use crate::text::Span;

/// A stretch of text without white space, without the punctuation around its word.
#[derive(Clone, Copy, Debug)]
pub struct Chunk<'a> {
    /// The word itself.
    pub word: &'a str,
    /// Where it is.
    pub span: Span,
    /// Whether punctuation comes before the word.
    pub opens: bool,
    /// What follows the word.
    pub tail: &'a str,
}

/// The words of a text, in order.
pub fn chunks(text: &str) -> Vec<Chunk<'_>> {
    text.split_whitespace()
        .map(|part| {
            let start = part.as_ptr().addr() - text.as_ptr().addr();
            let head = part.trim_start_matches(|c: char| !c.is_alphanumeric());
            let word = head.trim_end_matches(|c: char| !c.is_alphanumeric());
            let opening = part.len() - head.len();
            Chunk {
                word,
                span: Span::new(start + opening, start + opening + word.len()),
                opens: opening > 0,
                tail: head.strip_prefix(word).unwrap_or(""),
            }
        })
        .collect()
}
