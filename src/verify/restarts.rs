//! Phrases that are begun anew: “we will, we will close”, “the har— the harbor”. It finds the first tries and leaves nothing out.

use std::ops::Range;

use crate::text::Span;
use crate::verify::excerpt::ends_sentence;
use crate::verify::ids::{BOUNDARY, SmallWords, UNKNOWN, WordId};
use crate::verify::words::tables;

/// A word in a row of words: which one it is, and where it is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spoken {
    /// Which word.
    pub id: WordId,
    /// Where in the text.
    pub span: Span,
}

/// Words that are begun anew at most; longer ones are no slip of the tongue.
const LONGEST: usize = 6;

/// The first tries among `count` words of a text: words that are said again right after them in the same sentence, with a small
/// word among them, and words that are broken off (“har—”) before they are said. Of single words only those count that are said
/// twice before a speaker goes on: others may be meant so (“very, very”). Linear.
pub fn restarts(count: usize, text: &str, word: impl Fn(usize) -> Spoken, small: &SmallWords) -> Vec<Range<usize>> {
    let row = Row {
        count,
        text,
        word,
        small,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < count {
        match (1..=LONGEST).find(|length| row.is_begun_anew(at, *length)) {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

struct Row<'t, W> {
    count: usize,
    text: &'t str,
    word: W,
    small: &'t SmallWords,
}

impl<W: Fn(usize) -> Spoken> Row<'_, W> {
    /// Whether so many words are said again after them.
    fn is_begun_anew(&self, at: usize, length: usize) -> bool {
        if at + 2 * length > self.count {
            return false;
        }
        let last = at + length - 1;
        let is_repeated = (at..last).all(|one| self.is_same(one, one + length));
        let is_whole = is_repeated && self.is_same(last, last + length);
        let is_slip = is_whole && (at..=last).any(|one| self.is_small(one, length))
            || is_repeated && self.is_broken_off(last, last + length);
        is_slip && (at..last + length).all(|one| !self.is_end(one))
    }

    /// Whether a word is one of those that a phrase of so many words has if it is begun anew.
    fn is_small(&self, at: usize, length: usize) -> bool {
        let id = (self.word)(at).id;
        self.small.repeated.contains(&id) || length > 1 && self.small.others.contains(&id)
    }

    fn is_same(&self, one: usize, other: usize) -> bool {
        let id = (self.word)(one).id;
        id == (self.word)(other).id && !matches!(id, BOUNDARY | UNKNOWN)
    }

    /// Whether a word is the beginning of another one, with a dash right after it. What matters by itself is no beginning.
    fn is_broken_off(&self, one: usize, other: usize) -> bool {
        let (one, other) = ((self.word)(one), (self.word)(other));
        let after = self.text.get(one.span.end..).unwrap_or("");
        let is_broken = after.starts_with(['–', '—'])
            || after
                .strip_prefix('-')
                .is_some_and(|rest| rest.starts_with(|letter: char| letter == '-' || letter.is_whitespace()));
        if !is_broken || other.id == BOUNDARY {
            return false;
        }
        let folded = |span: Span| span.of(self.text).to_lowercase();
        let (begun, whole) = (folded(one.span), folded(other.span));
        let lists = [&tables::NEGATIONS, &tables::MODALS, &tables::COUNTING];
        begun.len() < whole.len()
            && whole.starts_with(&begun)
            && begun.chars().all(char::is_alphabetic)
            && !lists.iter().any(|list| list.contains(begun.as_str()))
    }

    /// Whether a sentence ends after a word.
    fn is_end(&self, at: usize) -> bool {
        let (one, next) = ((self.word)(at), (self.word)(at + 1));
        one.id == BOUNDARY || next.id == BOUNDARY || ends_sentence(self.text, one.span, next.span)
    }
}
