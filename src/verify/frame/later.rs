//! The words that the notes have after a quotation, up to where its sentence ends. It judges none.

use crate::text::Span;
use crate::verify::excerpt::ends_sentence;
use crate::verify::frame::before::Gap;
use crate::verify::ids::BOUNDARY;
use crate::verify::notes::Notes;

/// So many words are looked at.
const MOST: usize = 24;

/// A word after a quotation.
#[derive(Debug)]
pub struct Later {
    /// Where it is written.
    pub span: Span,
    /// The word in small letters, with a plain apostrophe.
    pub word: String,
    /// Whether it is written with a capital.
    pub has_capital: bool,
    /// What is between it and the one before.
    pub gap: Gap,
}

/// The words after the word `last` of the notes in its sentence, the nearest first. A dash or a semicolon ends them.
pub fn later(notes: &Notes, last: usize) -> Vec<Later> {
    let mut found: Vec<Later> = Vec::new();
    let Some((source, here)) = notes.source_at(last).zip(notes.words().get(last)) else {
        return found;
    };
    let text = &*source.text;
    let mut end = here.span();
    for word in notes.words().get(last + 1..).unwrap_or_default() {
        let span = word.span();
        // “Don't” is two words in one place.
        if span == end && word.id != BOUNDARY {
            continue;
        }
        if word.id == BOUNDARY || span.start < end.end || found.len() >= MOST || ends_sentence(text, end, span) {
            break;
        }
        let gap = Gap::of(Span::new(end.end, span.start).of(text));
        if matches!(gap, Gap::Break | Gap::Opening) {
            break;
        }
        found.push(Later {
            span,
            word: span.of(text).to_lowercase().replace('’', "'"),
            has_capital: span.of(text).starts_with(char::is_uppercase),
            gap,
        });
        end = span;
    }
    found
}
