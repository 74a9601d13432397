//! The first word of a quotation, for whoever looks at what the notes have before it. It looks at no other.

use crate::text::Span;
use crate::verify::excerpt::one_line;
use crate::verify::quoted::{Question, QuotedWord};
use crate::verify::types::{Change, Weight};

/// The first word of a quotation and what stands before it.
pub struct Opening<'a> {
    /// The word.
    pub word: &'a QuotedWord,
    /// Whether nothing but marks stands before it: no bracket with words of the writer.
    pub is_bare: bool,
    /// Whether it is written as the beginning of a sentence.
    pub has_capital: bool,
}

impl Opening<'_> {
    /// The opening of a quotation whose first word is the word `first` of the notes.
    pub fn of<'a>(question: &Question<'a>, first: usize) -> Option<Opening<'a>> {
        let word = question.prepared.parts.first()?.words.first()?;
        let there = question.notes.words().get(first)?;
        let text = question.quoted.text;
        word.is_said_by(there.id).then(|| Opening {
            word,
            is_bare: !Span::new(0, word.span.start).of(text).contains(char::is_alphanumeric),
            has_capital: word.span.of(text).starts_with(char::is_uppercase),
        })
    }

    /// What the first word stands for in the notes, where the words from `from` on belong to it.
    pub fn change(&self, question: &Question<'_>, (from, first): (Span, usize), weight: Weight) -> Option<Change> {
        let place = match self.is_bare {
            true => Span::new(0, self.word.span.end),
            false => self.word.span,
        };
        let there = question.notes.words().get(first)?.span();
        let source = question.notes.source_at(first)?;
        Some(Change {
            place,
            written: place.of(question.quoted.text).to_owned(),
            said: one_line(from.join(there).of(&source.text)),
            weight,
        })
    }
}
