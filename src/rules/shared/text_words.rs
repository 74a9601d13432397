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
            let (slot, bit) = place(word);
            if let Some(bits) = words.bits.get_mut(slot) {
                *bits |= bit;
            }
        }
        words
    }

    /// Whether the text may have a word; it has not if the answer is no.
    pub fn may_hold(&self, word: &str) -> bool {
        let (slot, bit) = place(word);
        self.bits.get(slot).is_some_and(|bits| bits & bit != 0)
    }
}

/// The bit of a word.
fn place(word: &str) -> (usize, u64) {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    let at = hasher.finish() as usize % BITS;
    (at / 64, 1 << (at % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_left_out() {
        let words = TextWords::of("The ferry’s late—again, 2nd (été) Pier");
        for word in ["ferry", "s", "late", "again", "2nd", "été"] {
            assert!(words.may_hold(word), "{word}");
        }
        let held = ["the", "pier", "boat", "quay", "harbor", "mayor", "strike", "noon"];
        let held = held.iter().filter(|word| words.may_hold(word));
        assert!(held.count() < 3);
    }
}
