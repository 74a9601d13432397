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

/// The words of a text, in order. Characters without width are no part of a word at its ends, and part words as a space
/// does.
pub fn chunks(text: &str) -> Vec<Chunk<'_>> {
    text.split(|c: char| c.is_whitespace() || is_zero_width(c))
        .filter(|part| !part.is_empty())
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

/// Whether a character takes no room and breaks a line: a zero-width space, a word joiner, a mark of byte order.
fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}
