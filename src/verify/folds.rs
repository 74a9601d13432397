//! What had to be overlooked so that words are the same, found by comparing how they are written. It decides nothing.

use crate::text::Span;
use crate::verify::types::Fold;

/// Where a word is written on both sides.
#[derive(Clone, Copy, Debug)]
pub struct Same {
    /// In the quotation.
    pub quoted: Span,
    /// In the text of the notes.
    pub said: Span,
}

/// What differs in how words in a row are written on both sides, and in what is between them. Marks at both ends do not count.
pub fn folds(quoted: &str, said: &str, words: &[Same], folds: &mut Vec<Fold>) {
    let mut add = |fold: Fold| {
        if !folds.contains(&fold) {
            folds.push(fold);
        }
    };
    let mut before: Option<Same> = None;
    for word in words {
        let (one, other) = (word.quoted.of(quoted), word.said.of(said));
        for fold in of_word(one, other) {
            add(fold);
        }
        if let Some(before) = before {
            // A currency is read after its number and may be written before it: there is nothing between them.
            let between = |text, from: Span, to: Span| Span::new(from.end, to.start).of(text);
            let is_in_order = before.quoted.end <= word.quoted.start && before.said.end <= word.said.start;
            let gaps = (
                between(quoted, before.quoted, word.quoted),
                between(said, before.said, word.said),
            );
            if let Some(fold) = of_gap(gaps.0, gaps.1).filter(|_| is_in_order) {
                add(fold);
            }
        }
        before = Some(*word);
    }
}

/// What differs in how a word is written.
fn of_word(one: &str, other: &str) -> Vec<Fold> {
    if one == other {
        return Vec::new();
    }
    let letters = |text: &str| -> String { text.chars().filter(|letter| letter.is_alphanumeric()).collect() };
    let (one_letters, other_letters) = (letters(one), letters(other));
    if one_letters.to_lowercase() != other_letters.to_lowercase() {
        return vec![Fold::Spelling];
    }
    let mut folds = Vec::new();
    if one_letters != other_letters {
        folds.push(Fold::Case);
    }
    let marks = |text: &str| -> String { text.chars().filter(|letter| !letter.is_alphanumeric()).collect() };
    if marks(one) != marks(other) {
        folds.push(Fold::Marks);
    }
    folds
}

/// What differs between two words.
fn of_gap(one: &str, other: &str) -> Option<Fold> {
    if one == other {
        return None;
    }
    let is_space = |text: &str| text.chars().all(char::is_whitespace);
    Some(match is_space(one) && is_space(other) {
        true => Fold::Space,
        false => Fold::Marks,
    })
}
