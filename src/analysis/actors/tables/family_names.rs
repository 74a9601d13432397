//! Which word of a name is the family name, where that is not the last one. It looks at the words alone and knows no draft.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::table::WordList;

/// Family names that usually come first.
static FAMILY_FIRST: WordList = WordList::new(include_str!("../data/family_first.txt"));

/// Those of them that are given names, too.
static GIVEN_TOO: WordList = WordList::new(include_str!("../data/given_too.txt"));

/// A given name of Chinese, Korean or Vietnamese syllables: "Jinping" and "Jae-myung" are, "Lund" is not.
static SYLLABLES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let syllable = "(?:ch|gi|gh|hs|kh|ngh?|nh|ph|qu|sh|th|tr|ts|zh|[b-df-hj-np-tv-z])?[aeiou]{1,3}\
                    (?:ng|nh|ch|ck|[chklmnptwy])?";
    Regex::new(&format!("(?i)^(?:{syllable}-?)+$")).ok()
});

/// Where the family name is in the name of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyName {
    /// It is the first word: "Wang Yi".
    First,
    /// It is the last word: "Bo Lund".
    Last,
    /// It may be either: "Kim Long", "Wei Zhang".
    Unclear,
}

/// Where the family name is in a name that begins with `first`; `rest` are its other words.
#[must_use]
pub fn family_name(first: &str, rest: &[&str]) -> FamilyName {
    if !FAMILY_FIRST.has(first) || !(1..=2).contains(&rest.len()) {
        return FamilyName::Last;
    }
    let is_given_too = GIVEN_TOO.has(first);
    let has_syllables = rest
        .iter()
        .all(|word| SYLLABLES.as_ref().is_some_and(|shape| shape.is_match(word)));
    let is_hyphened = rest.iter().any(|word| word.contains('-'));
    let ends_in_family_name = matches!(rest, [last] if FAMILY_FIRST.has(last));
    match (is_given_too, has_syllables) {
        (true, false) => FamilyName::Last,
        (_, true) if is_hyphened => FamilyName::First,
        (false, true) if !ends_in_family_name => FamilyName::First,
        _ => FamilyName::Unclear,
    }
}

/// Whether the family name may be the first word of a name.
#[must_use]
pub fn may_be_family_first(first: &str, rest: &[&str]) -> bool {
    family_name(first, rest) != FamilyName::Last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> FamilyName {
        let words: Vec<&str> = name.split(' ').collect();
        family_name(words[0], &words[1..])
    }

    #[test]
    fn a_first_name_is_no_family_name_before_a_western_one() {
        for name in [
            "Bo Lund",
            "Lee Haskill",
            "Kim Brask",
            "Li Anders",
            "An Peters",
            "Lee Ann Brask",
            "Rosa Weil",
        ] {
            assert_eq!(found(name), FamilyName::Last, "{name}");
        }
    }

    #[test]
    fn a_family_name_comes_before_syllables() {
        for name in [
            "Wang Yi",
            "Xi Haomin",
            "Kim Jae-song",
            "Nguyen Van Trong",
            "Tran Thi Hoa",
            "Zhou Qiangwei",
        ] {
            assert_eq!(found(name), FamilyName::First, "{name}");
        }
    }

    #[test]
    fn what_may_be_either_is_unclear() {
        for name in [
            "Kim Long",
            "Wei Zhang",
            "Li Nan",
            "Bo Weil",
            "Wang Smith",
            "Orban Stefan",
            "Zhou Liu",
        ] {
            assert_eq!(found(name), FamilyName::Unclear, "{name}");
        }
    }

    #[test]
    fn what_is_a_given_name_too_is_a_family_name_first() {
        let missing = GIVEN_TOO.words().find(|name| !FAMILY_FIRST.has(name));
        assert_eq!(missing, None);
    }
}
