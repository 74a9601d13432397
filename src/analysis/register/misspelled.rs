//! Misspellings that the file of people lists, where the draft was not read as having a name. It changes none.

use crate::analysis::register::entries::Register;
use crate::analysis::register::types::Spelling;
use crate::language::Language;
use crate::text::Span;

/// The most words that a misspelling has.
const WORDS: usize = 4;

/// The stretches of a block that the file lists as misspellings, letter for letter, in order. They begin with a capital and
/// overlap none of `names`, which are in order. Linear in the words.
#[must_use]
pub fn misspelled(text: &str, language: &Language, register: &Register, names: &[Span]) -> Vec<Span> {
    let words = &language.words;
    let mut names = names.iter().peekable();
    let mut found = Vec::new();
    for (first, word) in words.iter().enumerate() {
        while names.next_if(|name| name.end <= word.span.start).is_some() {}
        if !word.span.of(text).starts_with(char::is_uppercase) {
            continue;
        }
        let longest = words.iter().skip(first).take(WORDS);
        let stretches = longest.map(|last| Span::new(word.span.start, last.span.end));
        let is_free = |span: &Span| names.peek().is_none_or(|name| !name.overlaps(*span));
        found.extend(stretches.filter(is_free).find(|span| {
            let hit = register.find(span.of(text));
            hit.is_some_and(|hit| hit.is_exact && hit.spelling == Spelling::Misspelling)
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::register::{Entry, EntryKind};
    use crate::language::{analyse, embedded};

    #[test]
    fn a_misspelling_outside_names_is_found_letter_for_letter() {
        let mut entry = Entry::named("weil", EntryKind::Person, "Rosa Weil");
        entry.misspellings = vec!["Rosa Wail".into()];
        let register = Register::new(vec![entry]);
        let text = "The letters of Rosa Wail, of Rosa wail and of Rosa Wail.";
        let of = |names: &[Span]| {
            let found = misspelled(text, &analyse(text, embedded()), &register, names);
            found.iter().map(|span| span.start).collect::<Vec<_>>()
        };
        assert_eq!(of(&[]), [15, 46]);
        assert_eq!(of(&[Span::new(20, 24)]), [46]);
    }
}
