//! How much a difference matters: a word that denies, a number, a name and a word for what will or must be matter whatever the
//! rest of the sentence is like. It knows only the words that differ.

use std::collections::BTreeSet;

use crate::text::Span;
use crate::verify::types::Weight;
use crate::verify::words::{Folder, Shape, Sink, scan, tables};

/// The words of one side of a difference.
#[derive(Clone, Debug, Default)]
pub struct Side<'a> {
    /// Folded.
    pub words: Vec<&'a str>,
    /// Whether one is written as a name.
    pub has_name: bool,
}

/// How much it matters that one side has these words and the other those.
pub fn weight(one: &Side<'_>, other: &Side<'_>) -> Weight {
    let differ = |is_meant: &dyn Fn(&str) -> bool| {
        let of = |side: &Side<'_>| -> BTreeSet<String> {
            side.words
                .iter()
                .filter(|word| is_meant(word))
                .map(|word| (*word).to_owned())
                .collect()
        };
        of(one) != of(other)
    };
    if differ(&|word| tables::NEGATIONS.contains(word)) {
        Weight::Negation
    } else if differ(&|word| is_number(word)) && !is_one_and_article(one, other) {
        Weight::Number
    } else if (one.has_name || other.has_name) && differ(&|word| !is_small(word)) {
        Weight::Name
    } else if differ(&|word| tables::MODALS.contains(word)) {
        Weight::Modal
    } else if differ(&|word| !is_small(word)) {
        Weight::Word
    } else {
        Weight::Slight
    }
}

/// Whether a folded word is a number, or a part of one.
pub fn is_number(word: &str) -> bool {
    word.starts_with(['#', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) || tables::COUNTING.contains(word)
}

/// “One ferry” and “a ferry” are as many.
fn is_one_and_article(one: &Side<'_>, other: &Side<'_>) -> bool {
    let is_article = |side: &Side<'_>| matches!(side.words.as_slice(), ["a" | "an"]);
    let is_one = |side: &Side<'_>| side.words.as_slice() == ["#1"];
    is_article(one) && is_one(other) || is_one(one) && is_article(other)
}

/// Whether a folded word changes little.
pub fn is_small(word: &str) -> bool {
    tables::SMALL.contains(word) || tables::REPEATED.contains(word)
}

/// Whether a text has a word that turns the sentence around: “not”, “never”, “nobody”.
#[must_use]
pub fn denies(text: &str) -> bool {
    let mut words = folded_words(text).into_iter();
    words.any(|word| tables::NEGATIONS.contains(word.as_str()))
}

/// The words of a text as they are compared with notes: in small letters, numbers as “#40”, contractions in full. Linear.
#[must_use]
pub fn folded_words(text: &str) -> Vec<String> {
    struct Words(Vec<String>);
    impl Sink for Words {
        fn word(&mut self, word: &str, _: Span, _: Shape) {
            self.0.push(word.to_owned());
        }
    }
    let mut folder = Folder::new(Words(Vec::new()));
    scan(text, Span::new(0, text.len()), &mut folder);
    folder.finish().0
}
