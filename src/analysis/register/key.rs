//! Names made comparable for look-ups: without case, accents, marks, articles and corporate suffixes. It knows no names.

use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::analysis::actors::tables::is_sure_company_suffix;

/// The comparable form of `name`, words separated by one space; empty where nothing is left of it. Linear in its length.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = folded(name);
    if let Some(rest) = key.strip_prefix("the ").map(str::to_owned) {
        key = rest;
    }
    while let Some((before, last)) = key.rsplit_once(' ')
        && is_sure_company_suffix(last)
    {
        key.truncate(before.len());
    }
    key
}

/// A name without case, accents and marks, words separated by one space, with all its words. Linear in its length.
#[must_use]
pub fn folded(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    if name.is_ascii() {
        name.chars()
            .for_each(|letter| add(&mut key, letter.to_ascii_lowercase()));
    } else {
        name.nfd()
            .filter(|letter| !is_combining_mark(*letter))
            .flat_map(char::to_lowercase)
            .for_each(|letter| add(&mut key, plain(letter)));
    }
    key.truncate(key.trim_end().len());
    key
}

/// The id that an entry has where the file gives none: "rosa-weil" of "Rosa Weil".
#[must_use]
pub fn id_of(name: &str) -> String {
    key(name).replace(' ', "-")
}

/// Letters that have no accent but are written without their stroke where a keyboard has none.
fn plain(letter: char) -> char {
    match letter {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        _ => letter,
    }
}

fn add(key: &mut String, letter: char) {
    match letter {
        _ if letter.is_alphanumeric() || letter == '&' => key.push(letter),
        // "U.N." is "UN", "O'Hara" is "Ohara"; other marks part words.
        '.' | '\'' | '’' | '‘' | '"' | '“' | '”' => {}
        _ if !key.is_empty() && !key.ends_with(' ') => key.push(' '),
        _ => {}
    }
}

/// What a key is looked up by. The same on every machine; two keys may share it, so that whoever finds one compares.
pub(super) fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// The first and the last word of a key of several words.
pub(super) fn edges(key: &str) -> Option<(&str, &str)> {
    let (first, rest) = key.split_once(' ')?;
    Some((first, rest.rsplit(' ').next().unwrap_or(rest)))
}

/// The first letters of two words as one number.
pub(super) fn initials(first: &str, last: &str) -> u64 {
    let letter = |word: &str| word.chars().next().map_or(0, |letter| u64::from(u32::from(letter)));
    letter(last) << 32 | letter(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_leave_out_what_writers_leave_out() {
        for (one, other) in [
            ("the Lindqvist Group Inc.", "LINDQVIST GROUP"),
            ("Tomás  Ruiz", "Tomas Ruiz"),
            ("Ana-María Soto", "Ana Maria Soto"),
            ("H.W.U.", "HWU"),
            ("Dana “Duke” Marsh", "Dana Duke Marsh"),
            ("Niamh O’Hara", "Niamh O'Hara"),
            ("Zofia Wałek", "Zofia Walek"),
        ] {
            assert_eq!(key(one), key(other), "{one} and {other}");
        }
        assert_ne!(key("Ruiz"), key("Ruis"));
        assert_eq!(key("— "), "");
        assert_eq!(key("Co"), "co");
    }

    #[test]
    fn an_id_is_the_name_in_plain_letters() {
        assert_eq!(id_of("Rosa B. Weíl"), "rosa-b-weil");
    }
}
