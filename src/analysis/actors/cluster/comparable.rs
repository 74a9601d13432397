//! The written form of a name, made comparable: without case, accents, articles, corporate suffixes and quotation marks.
//! It compares strings; what the names refer to is decided elsewhere.

use std::ops::RangeInclusive;

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::analysis::actors::tables::{self, StateWord};

/// How many letters an acronym has.
const ACRONYM: RangeInclusive<usize> = 2..=6;

/// A name as its comparable words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ComparableName {
    /// The words, folded.
    pub words: Vec<SmolStr>,
    /// Whether it is written like an acronym ("HWU", "H.W.U.").
    pub acronym: bool,
    /// What tells a person from a parent of the same name: "jr", "sr", "iii".
    pub suffix: Option<SmolStr>,
}

impl ComparableName {
    /// The words with a space between, and the suffix of a person.
    pub fn key(&self) -> String {
        let mut key = self.words.join(" ");
        if let Some(suffix) = &self.suffix {
            key.push_str(", ");
            key.push_str(suffix);
        }
        key
    }

    pub fn first(&self) -> &str {
        self.words.first().map_or("", SmolStr::as_str)
    }

    pub fn last(&self) -> &str {
        self.words.last().map_or("", SmolStr::as_str)
    }

    pub fn is_single(&self) -> bool {
        self.words.len() == 1
    }

    /// First letters of the words except for short function words: "uhw" of "Union of Harbour Workers".
    pub fn initials(&self) -> String {
        self.words
            .iter()
            .filter(|word| !matches!(word.as_str(), "of" | "and" | "the" | "for" | "in" | "on" | "de" | "&"))
            .flat_map(|word| word.split('-').filter_map(|part| part.chars().next()))
            .collect()
    }

    /// Whether all words of `self` are at the start of `longer`.
    pub fn begins(&self, longer: &ComparableName) -> bool {
        self.words.len() < longer.words.len() && longer.words.starts_with(&self.words)
    }

    /// Whether all words of `self` are at the end of `longer`.
    pub fn ends(&self, longer: &ComparableName) -> bool {
        self.words.len() < longer.words.len() && longer.words.ends_with(&self.words)
    }
}

/// The comparable form of `name`; empty where nothing is left of it.
pub(super) fn comparable(name: &str, is_organization: bool) -> ComparableName {
    if let Some(StateWord::Name(state)) = tables::state(name) {
        return ComparableName {
            words: state.split(' ').map(fold).collect(),
            acronym: false,
            suffix: None,
        };
    }
    let mut acronym = false;
    let mut words: Vec<SmolStr> = name
        .split_whitespace()
        .filter_map(|word| {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '&');
            let word = word
                .strip_suffix("'s")
                .or_else(|| word.strip_suffix("’s"))
                .unwrap_or(word);
            let word = without_domain(word);
            let plain: String = word.chars().filter(|letter| *letter != '.').collect();
            acronym = ACRONYM.contains(&plain.len()) && plain.chars().all(char::is_uppercase);
            (!plain.is_empty()).then(|| fold(&plain))
        })
        .collect();
    if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    acronym &= words.len() == 1;
    let suffix = generation(&words).map(SmolStr::new_static);
    if suffix.is_some() {
        words.pop();
    }
    while is_organization && words.len() > 1 && words.last().is_some_and(|word| tables::is_company_suffix(word)) {
        words.pop();
    }
    ComparableName {
        words,
        acronym,
        suffix: suffix.filter(|_| !is_organization),
    }
}

/// The suffix that a name ends with, in one spelling: "Milan Orbel Junior" and "Milan Orbel, Jr."; "Junior Orbel" bears the name.
fn generation(words: &[SmolStr]) -> Option<&'static str> {
    let [_, before @ .., last] = words else {
        return None;
    };
    match last.as_str() {
        "jr" => Some("jr"),
        "sr" => Some("sr"),
        "junior" if !before.is_empty() => Some("jr"),
        "senior" if !before.is_empty() => Some("sr"),
        "ii" => Some("ii"),
        "iii" => Some("iii"),
        "iv" => Some("iv"),
        _ => None,
    }
}

/// "Velda.com" is Velda.
fn without_domain(word: &str) -> &str {
    [".com", ".org", ".net", ".ca", ".co.uk", ".tv"]
        .iter()
        .find_map(|domain| word.strip_suffix(domain))
        .filter(|name| !name.is_empty() && !name.contains('.'))
        .unwrap_or(word)
}

/// `word` in lowercase and without accents.
fn fold(word: &str) -> SmolStr {
    if word.is_ascii() {
        return SmolStr::new(word.to_ascii_lowercase());
    }
    word.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == '’' { '\'' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_compared_without_case_accents_suffixes_and_marks() {
        for (one, other) in [
            ("the Lindqvist Group Inc.", "LINDQVIST GROUP"),
            ("Tomás Ruiz Jr.", "Tomas Ruiz"),
            ("the U.S.", "United States"),
            ("H.W.U.", "HWU"),
            ("Velda.com", "Velda"),
            ("Dana “Duke” Marsh", "Dana Duke Marsh"),
        ] {
            assert_eq!(
                comparable(one, true).words,
                comparable(other, true).words,
                "{one} and {other}"
            );
        }
        assert_ne!(comparable("Ruiz", false).words, comparable("Ruis", false).words);
    }

    #[test]
    fn a_suffix_tells_people_apart_in_whatever_spelling() {
        let key = |name| comparable(name, false).key();
        assert_eq!(key("Milan Orbel Junior"), key("Milan Orbel, Jr."));
        assert_ne!(key("Milan Orbel Sr."), key("Milan Orbel Jr."));
        assert_ne!(key("Milan Orbel II"), key("Milan Orbel III"));
        assert_ne!(key("Milan Orbel"), key("Milan Orbel Jr."));
        assert_eq!(comparable("Orbel Senior", false).suffix, None);
    }

    #[test]
    fn initials_leave_out_function_words() {
        assert_eq!(comparable("Union of Harbour Workers", true).initials(), "uhw");
        assert!(comparable("HWU", true).acronym);
        assert!(!comparable("Hwu", true).acronym);
    }
}
