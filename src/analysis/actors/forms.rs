//! The written form of a name, made comparable: without case, accents, articles, corporate suffixes and quotation marks.
//! It compares strings; what the names stand for is decided elsewhere.

use std::borrow::Cow;

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::analysis::actors::tables::{self, StateWord};

/// A name as its comparable words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Form {
    /// The words, folded.
    pub words: Vec<SmolStr>,
    /// Whether it is written like an acronym ("HWU", "H.W.U.").
    pub acronym: bool,
}

impl Form {
    /// The words with a space between.
    pub fn key(&self) -> String {
        self.words.join(" ")
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

    /// First letters of the words but for short function words.
    pub fn initials(&self) -> String {
        self.words
            .iter()
            .filter(|word| !matches!(word.as_str(), "of" | "and" | "the" | "for" | "in" | "on" | "de" | "&"))
            .flat_map(|word| word.split('-').filter_map(|part| part.chars().next()))
            .collect()
    }

    /// Whether all words of `self` stand at the start of `longer`.
    pub fn begins(&self, longer: &Form) -> bool {
        self.words.len() < longer.words.len() && longer.words.starts_with(&self.words)
    }

    /// Whether all words of `self` stand at the end of `longer`.
    pub fn ends(&self, longer: &Form) -> bool {
        self.words.len() < longer.words.len() && longer.words.ends_with(&self.words)
    }
}

/// The comparable form of `name`; empty where nothing is left of it.
pub(super) fn form(name: &str, is_organization: bool) -> Form {
    if let Some(StateWord::Name(state)) = tables::state(name) {
        return Form {
            words: state.split(' ').map(fold).collect(),
            acronym: false,
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
            acronym = (2..=6).contains(&plain.len()) && plain.chars().all(char::is_uppercase);
            (!plain.is_empty()).then(|| fold(&plain))
        })
        .collect();
    if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    acronym &= words.len() == 1;
    while words.len() > 1 && words.last().is_some_and(|word| is_suffix(word, is_organization)) {
        words.pop();
    }
    Form { words, acronym }
}

/// `text` with one space wherever white space parts its words. Most texts are written so and cost nothing.
pub(in crate::analysis) fn one_spaced(text: &str) -> Cow<'_, str> {
    let is_spaced = text
        .split(' ')
        .all(|word| !word.is_empty() && !word.contains(char::is_whitespace));
    if is_spaced {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// `text` in lower case. Words in lower case cost nothing.
pub(in crate::analysis) fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
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

fn is_suffix(word: &str, is_organization: bool) -> bool {
    const COMPANY: [&str; 16] = [
        "inc", "corp", "ltd", "co", "plc", "llc", "llp", "nv", "sa", "ag", "gmbh", "spa", "ab", "oyj", "bhd", "limited",
    ];
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv") || (is_organization && COMPANY.contains(&word))
}

/// `word` in lower case and without accents.
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
            assert_eq!(form(one, true).words, form(other, true).words, "{one} and {other}");
        }
        assert_ne!(form("Ruiz", false).words, form("Ruis", false).words);
    }

    #[test]
    fn texts_are_made_comparable() {
        assert_eq!(one_spaced(" Ana\u{a0}\n Weil"), "Ana Weil");
        assert_eq!(one_spaced("Ana Weil"), "Ana Weil");
        assert_eq!(one_spaced(""), "");
        assert_eq!(lower("Élan"), "élan");
        assert_eq!(lower("the élan"), "the élan");
        assert_eq!(lower("the crew"), "the crew");
    }

    #[test]
    fn initials_leave_out_function_words() {
        assert_eq!(form("Union of Harbour Workers", true).initials(), "uhw");
        assert!(form("HWU", true).acronym);
        assert!(!form("Hwu", true).acronym);
    }
}
