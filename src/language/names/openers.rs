//! Words that only open a sentence: whether a draft shows that they are no names. It reads no list.

use rustc_hash::FxHashSet;

use crate::language::names::evidence::NameEvidence;

/// The words that open a sentence as a name of one word that no list has.
pub(super) fn openers(paragraphs: &[&NameEvidence]) -> FxHashSet<u64> {
    let names = paragraphs.iter().flat_map(|paragraph| paragraph.each());
    let opening = names.filter(|(name, _)| name.opens);
    opening.filter_map(|(_, words)| words.first().copied()).collect()
}

/// Those of `openers` that a paragraph has in small letters as well: "Gold rose" where "the price of gold" is. One walk over its
/// words, if there are openers.
pub(super) fn common_words(paragraph: &NameEvidence, openers: &FxHashSet<u64>) -> FxHashSet<u64> {
    if openers.is_empty() {
        return FxHashSet::default();
    }
    let words = paragraph.words.iter().zip(&paragraph.is_small);
    let common = words.filter(|(word, is_small)| **is_small && openers.contains(word));
    common.map(|(word, _)| *word).collect()
}

#[cfg(test)]
mod tests {
    use crate::language::names::agree;
    use crate::language::{Language, analyse, embedded};

    #[test]
    fn a_word_that_the_draft_has_in_small_letters_is_no_name_where_it_opens_a_sentence() {
        let names = |texts: &[&str]| {
            let mut languages: Vec<Language> = texts.iter().map(|text| analyse(text, embedded())).collect();
            agree(texts, &mut languages);
            languages
                .iter()
                .map(|language| language.names.len())
                .collect::<Vec<_>>()
        };
        let opener = "Velda rose on Friday.";
        assert_eq!(names(&[opener]), [1]);
        assert_eq!(names(&[opener, "They buy velda by the ton."]), [0, 0]);
        assert_eq!(names(&[opener, "They buy velda from Velda."]), [1, 1]);
    }
}
