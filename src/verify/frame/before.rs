//! The words that the notes have before a quotation, backwards to where its sentence begins. It judges none.

use crate::text::Span;
use crate::verify::excerpt::ends_sentence;
use crate::verify::ids::BOUNDARY;
use crate::verify::notes::Notes;
use crate::verify::weight;
use crate::verify::words::tables;

/// So many words are looked at.
const MOST: usize = 40;

/// A word before a quotation.
#[derive(Debug)]
pub struct Earlier {
    /// Where it is written.
    pub span: Span,
    /// The word in small letters, with a plain apostrophe.
    pub word: String,
    /// Whether it is written with a capital.
    pub has_capital: bool,
    /// What is between it and the next one.
    pub gap: Gap,
}

/// What is between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Spaces, or a sound that fills a pause.
    Plain,
    /// A colon or a quotation mark, after which somebody's words may begin.
    Opening,
    /// A comma.
    Comma,
    /// Any other mark.
    Break,
}

impl Gap {
    /// What stands between two words. Captions run over several of them; another paragraph and a label end what governs.
    pub fn of(between: &str) -> Self {
        let (line, rest) = between.split_once(['\n', '\r']).unwrap_or((between, ""));
        let is_caption = rest.contains("-->");
        let is_paragraph = rest.lines().any(|line| line.trim().is_empty());
        if !is_caption && (is_paragraph || rest.contains(char::is_alphabetic)) {
            return Gap::Break;
        }
        let marks = line.trim();
        if marks.is_empty() || marks.contains(char::is_alphabetic) {
            Gap::Plain
        } else if marks.chars().all(|mark| ":“‘\"'„«".contains(mark)) {
            Gap::Opening
        } else if marks == "," {
            Gap::Comma
        } else {
            Gap::Break
        }
    }
}

/// The words before the word `first` of the notes in its sentence, the nearest first, and whether these are all.
pub fn before(notes: &Notes, first: usize) -> (Vec<Earlier>, bool) {
    let mut found: Vec<Earlier> = Vec::new();
    let Some((source, here)) = notes.source_at(first).zip(notes.words().get(first)) else {
        return (found, true);
    };
    let text = &*source.text;
    let mut next = here.span();
    for word in notes.words().get(..first).unwrap_or_default().iter().rev() {
        let span = word.span();
        // “Don't” is two words in one place.
        if span == next && word.id != BOUNDARY {
            continue;
        }
        if word.id == BOUNDARY || span.end > next.start || ends_sentence(text, span, next) {
            return (found, true);
        }
        if found.len() >= MOST {
            return (found, false);
        }
        found.push(Earlier {
            span,
            word: span.of(text).to_lowercase().replace('’', "'"),
            has_capital: span.of(text).starts_with(char::is_uppercase),
            gap: Gap::of(Span::new(span.end, next.start).of(text)),
        });
        next = span;
    }
    (found, true)
}

impl Earlier {
    /// Whether it denies what comes after it: “not”, “never”, “don't”, “refuse”.
    pub fn denies(&self) -> bool {
        let folded = weight::folded_words(&self.word);
        folded
            .last()
            .is_some_and(|last| tables::NEGATIONS.contains(last.as_str()))
    }
}
