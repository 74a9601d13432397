//! Times at which nothing is said to happen, only supposed: “even if they signed tomorrow”. It reads no time.

use crate::language::Language;
use crate::text::Span;

/// Words that open a condition.
const OPENERS: [&str; 8] = [
    "if",
    "unless",
    "whether",
    "suppose",
    "supposing",
    "imagine",
    "assuming",
    "provided",
];

/// Whether a time is in a condition or in what only could be: “even if they signed tomorrow”, “were the dam to fail tomorrow”,
/// “the pier could vanish tomorrow and nobody would notice”. Linear in the words of its sentence.
#[must_use]
pub fn is_supposed(text: &str, language: &Language, time: Span) -> bool {
    let sentence = language
        .sentence_at(time.start)
        .and_then(|at| language.sentences.get(at));
    let words = sentence
        .and_then(|sentence| language.words.get(sentence.words.clone()))
        .unwrap_or(&[]);
    let before = words.iter().take_while(|word| word.span.end <= time.start).count();
    let words: Vec<&str> = words.iter().map(|word| word.span.of(text)).collect();
    let (before, rest) = words.split_at_checked(before).unwrap_or((&words, &[]));
    // A comma ends the condition.
    let clause = before
        .rsplit(|word| matches!(*word, "," | ";" | "—" | "–"))
        .next()
        .unwrap_or(&[]);
    let is_any = |word: &str, forms: &[&str]| forms.contains(&word.to_lowercase().as_str());
    let opens = clause.iter().any(|word| is_any(word, &OPENERS));
    let is_inverted = clause.len() == before.len()
        && clause
            .first()
            .is_some_and(|word| ["Were", "Had", "Should"].contains(word))
        && words.last().is_none_or(|word| *word != "?");
    let would = rest.iter().any(|word| is_any(word, &["would", "wouldn't", "wouldn’t"]));
    let is_possible = would && clause.iter().any(|word| is_any(word, &["could", "might"]));
    opens || is_inverted || is_possible
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_condition_ends_at_a_comma() {
        let is = |text: &str| {
            let at = text.find("tomorrow").unwrap();
            is_supposed(text, &analyse(text, embedded()), Span::new(at, at + "tomorrow".len()))
        };
        for text in [
            "It would take years, even if they signed tomorrow.",
            "Were the dam to fail tomorrow, the town would flood.",
            "The pier could vanish tomorrow and nobody would notice.",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "If they sign, the fair opens tomorrow.",
            "The pier could open tomorrow.",
            "Were they here tomorrow?",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
