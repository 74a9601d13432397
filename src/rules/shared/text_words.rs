//! Which words a text has, in a few bytes: whoever searches a draft for one passes over most of its blocks. It is only sure that a
//! word is not there.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// Some bits for each of the words of a long paragraph.
const BITS: usize = 1024;

/// The words that a text has, as they are written, and some that it has not.
#[derive(Debug)]
pub struct TextWords {
    bits: [u64; BITS / 64],
}

impl TextWords {
    /// The words of a text. Linear.
    pub fn of(text: &str) -> Self {
        let mut words = Self { bits: [0; BITS / 64] };
        for word in text.split(|letter: char| !letter.is_alphanumeric()) {
            let word = TextWord::new(word);
            if let Some(bits) = words.bits.get_mut(word.slot) {
                *bits |= word.bit;
            }
        }
        words
    }

    /// Whether the text may have a word; it has not if the answer is no.
    pub fn may_hold(&self, word: TextWord) -> bool {
        self.bits.get(word.slot).is_some_and(|bits| bits & word.bit != 0)
    }
}

/// A word that is looked for in many texts.
#[derive(Clone, Copy, Debug)]
pub struct TextWord {
    slot: usize,
    bit: u64,
}

impl TextWord {
    /// This word, as it is written.
    pub fn new(word: &str) -> Self {
        let mut hasher = FxHasher::default();
        word.hash(&mut hasher);
        let at = hasher.finish() as usize % BITS;
        Self {
            slot: at / 64,
            bit: 1 << (at % 64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_left_out() {
        let words = TextWords::of("The ferry’s late—again, 2nd (été) Pier");
        for word in ["ferry", "s", "late", "again", "2nd", "été"] {
            assert!(words.may_hold(TextWord::new(word)), "{word}");
        }
        let held = ["the", "pier", "boat", "quay", "harbor", "mayor", "strike", "noon"];
        let held = held.iter().filter(|word| words.may_hold(TextWord::new(word)));
        assert!(held.count() < 3);
    }
}
