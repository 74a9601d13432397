//! The capitalized words of one block that could be names of one word. It does not know which of them were read as names.

use crate::language::{Language, Upos, Word};
use crate::text::Span;

/// The capitalized words of a text that have no other beside them, one by one; with a hyphen, both parts are one. A long noun or
/// adjective that opens a sentence counts: a name that nobody knows is often read as one there. Linear in its words.
#[must_use]
pub fn of_block(text: &str, language: &Language) -> Vec<Span> {
    let words = &language.words;
    let is_capital = |word: &Word| word.span.of(text).starts_with(char::is_uppercase);
    let firsts: Vec<usize> = language.sentences.iter().map(|sentence| sentence.words.start).collect();
    let is_long_opener = |at: usize, word: &Word| {
        matches!(word.upos, Upos::Noun | Upos::Adj) && word.span.len() >= LONG && firsts.binary_search(&at).is_ok()
    };
    let mut compounds = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let mut end = at + 1;
        if is_capital(word) {
            while let (Some(hyphen), Some(next)) = (words.get(end), words.get(end + 1))
                && matches!(hyphen.span.of(text), "-" | "‑")
                && is_capital(next)
            {
                end += 2;
            }
            let has_capital = |word: Option<&Word>| word.is_some_and(is_capital);
            let is_alone =
                !at.checked_sub(1).is_some_and(|before| has_capital(words.get(before))) && !has_capital(words.get(end));
            if let Some(last) = words.get(end - 1)
                && is_alone
                && (end > at + 1 || word.upos == Upos::Propn || is_long_opener(at, word))
            {
                compounds.push(word.span.join(last.span));
            }
        }
        at = end;
    }
    compounds
}

/// From this length on a word is hardly ever a slip away from a name by chance, in bytes.
const LONG: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_word_with_another_capital_beside_it_is_part_of_a_name() {
        let of = |text: &'static str| -> Vec<&str> {
            let found = of_block(text, &analyse(text, embedded()));
            found.into_iter().map(|span| span.of(text)).collect()
        };
        assert_eq!(of("The harbor of Holm waited for Ana Lund."), ["Holm"]);
        assert_eq!(of("The harbor of Holm-Weil was shut."), ["Holm-Weil"]);
    }
}
