//! Titles in sentences about somebody's career: what is held there was held once. It compares no titles.

use crate::language::Language;
use crate::text::Span;
use crate::text::table::WordList;

/// Words that speak of what was once.
static CAREER: WordList = WordList::new(include_str!("career_words.txt"));

/// What is counted on one day before “later”.
const HOURS: [&str; 6] = ["hour", "hours", "minute", "minutes", "moments", "afternoon"];

/// Whether the sentence of a title says what was once: “later a driver for Governor Weil”. Linear in the words of the sentence.
#[must_use]
pub fn is_of_a_career(text: &str, language: &Language, title: Span) -> bool {
    let sentence = language
        .sentence_at(title.start)
        .and_then(|at| language.sentences.get(at));
    let words = sentence
        .and_then(|sentence| language.words.get(sentence.words.clone()))
        .unwrap_or(&[]);
    let words = || words.iter().map(|word| word.span.of(text));
    // “Later Governor Weil left”, “two hours later Governor Weil left” are on the same day.
    let before = std::iter::once("").chain(words());
    words().zip(before).any(|(word, before)| {
        let same_day = matches!(word, "Later" | "Then" | "Earlier")
            || matches!(word, "later" | "earlier") && HOURS.iter().any(|hours| before.eq_ignore_ascii_case(hours));
        !same_day && CAREER.has(&word.to_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn what_happened_hours_later_is_no_career() {
        let is = |text: &str| {
            let at = text.find("Governor").unwrap();
            is_of_a_career(text, &analyse(text, embedded()), Span::new(at, at + "Governor".len()))
        };
        assert!(is("Holt was later a driver for Governor Weil."));
        assert!(!is("Two hours later Governor Weil left.") && !is("Later Governor Weil left."));
    }
}
