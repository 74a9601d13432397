//! What may end a sentence: points, question marks, abbreviations. Whether it does depends on what follows, see
//! [`openers`](super::openers).

use crate::language::abbreviations::{self, Abbreviation};
use crate::language::sentences::splitter::Splitter;

/// What a word means for the end of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Terminator {
    /// A point on its own.
    Point,
    /// A question or exclamation mark.
    Loud,
    /// "…", "..."
    Trailing,
    /// An abbreviation whose point may also end the sentence.
    Abbreviation(Shortened),
}

/// Kinds of abbreviations whose point may also end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shortened {
    /// "p.m."
    Time,
    /// "J."
    Initial,
    /// "U.S.", "Corp."
    Place,
}

impl Splitter<'_> {
    pub(super) fn terminator(&self, at: usize) -> Option<Terminator> {
        let word = self.word(at);
        // Most words, and no mark.
        if word.ends_with(|last: char| last.is_ascii_alphanumeric()) {
            return None;
        }
        match word {
            "." | "。" | "।" | "۔" => return Some(Terminator::Point),
            "…" => return Some(Terminator::Trailing),
            "？" | "！" | "؟" => return Some(Terminator::Loud),
            _ => {}
        }
        if !word.ends_with(['.', '!', '?']) || word.len() < 2 && !matches!(word, "!" | "?") {
            return None;
        }
        if word.bytes().all(|byte| matches!(byte, b'.' | b'!' | b'?')) {
            let loud = word.contains(['!', '?']);
            return Some(if loud { Terminator::Loud } else { Terminator::Trailing });
        }
        let form = word.strip_suffix('.')?;
        if form.contains('.') {
            let lower = form.to_ascii_lowercase();
            return match lower.as_str() {
                "a.m" | "p.m" => Some(Terminator::Abbreviation(Shortened::Time)),
                "e.g" | "i.e" => None,
                _ => Some(Terminator::Abbreviation(Shortened::Place)),
            };
        }
        match abbreviations::of(form) {
            Some(Abbreviation::Title | Abbreviation::Number) => None,
            Some(_) => Some(Terminator::Abbreviation(Shortened::Place)),
            None if form.chars().count() == 1 => Some(Terminator::Abbreviation(Shortened::Initial)),
            None => None,
        }
    }
}
