//! The words that depend on each word of a block, listed once where the question is asked often. It decides nothing.

use crate::language::{Language, Word};

/// For each word of a block, the words whose head it is, in order.
///
/// [`crate::language::View::children`] finds them by a look at the whole sentence; with these lists it need not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependents {
    /// Where the list of each word begins in `words`, and where the last one ends.
    starts: Vec<usize>,
    words: Vec<usize>,
}

impl Dependents {
    /// The lists of a block. Linear in its words.
    #[must_use]
    pub fn of(language: &Language) -> Self {
        let count = language.words.len();
        let head_of = |word: &Word| word.head.filter(|head| *head < count);
        let mut starts = vec![0; count + 1];
        for head in language.words.iter().filter_map(head_of) {
            if let Some(length) = starts.get_mut(head) {
                *length += 1;
            }
        }
        let mut total = 0;
        for end in &mut starts {
            total += *end;
            *end = total;
        }
        // From the last word on, so that the place where a list ends moves to where it begins.
        let mut words = vec![0; total];
        for (at, word) in language.words.iter().enumerate().rev() {
            let Some(place) = head_of(word).and_then(|head| starts.get_mut(head)) else {
                continue;
            };
            *place -= 1;
            if let Some(slot) = words.get_mut(*place) {
                *slot = at;
            }
        }
        Self { starts, words }
    }

    /// The words whose head is `at`.
    #[must_use]
    pub fn list(&self, at: usize) -> &[usize] {
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        range
            .and_then(|(start, end)| self.words.get(*start..*end))
            .unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{View, analyse, embedded};

    #[test]
    fn the_lists_hold_what_a_look_at_the_sentence_finds() {
        let text = "It rained. The mayor of Velden said the bridge would open.";
        let language = analyse(text, embedded());
        let lists = Dependents::of(&language);
        let (scanned, listed) = (
            View::new(text, &language),
            View::new(text, &language).with_dependents(&lists),
        );
        for at in 0..language.words.len() + 2 {
            let expected: Vec<usize> = scanned.children(at).collect();
            assert_eq!(listed.children(at).collect::<Vec<_>>(), expected, "of word {at}");
            assert_eq!(lists.list(at), expected, "of word {at}");
        }
        assert!(Dependents::of(&Language::default()).list(0).is_empty());
    }
}
