//! What two titles say about whether they are one person's. It knows no office-holders.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::actors::tables;
use crate::analysis::titles::{contradict, office_words};
use crate::text::table;

/// A title or role, made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// As it is written.
    pub text: String,
    /// Its words without those that say when it was held; the head is the last one.
    words: Vec<SmolStr>,
    /// The states that it names.
    states: Vec<&'static str>,
    /// Whether it is said to be past, or not held in full.
    is_past: bool,
}

static SHORT: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    table::rows(include_str!("data/short_titles.tsv"))
        .map(|[short, long]| (short, long))
        .collect()
});

/// Words that say when or how a title is held, and nothing of what it is.
static WHEN_HELD: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/when_held.txt")).collect());

impl Office {
    /// A title as a document gives it. `None` for what says nothing about who somebody is: no head, or no word that people have as a
    /// title, or somebody's ("his friend").
    #[must_use]
    pub fn of(text: &str) -> Option<Office> {
        let is_somebodys = |word: &str| {
            matches!(
                word.to_lowercase().as_str(),
                "his" | "her" | "their" | "my" | "our" | "your" | "its"
            )
        };
        if text.split_whitespace().any(is_somebodys) {
            return None;
        }
        let plain = text.replace('-', " ");
        let mut is_past = false;
        let mut words: Vec<SmolStr> = Vec::new();
        for word in office_words(&plain) {
            if WHEN_HELD.contains(word.as_str()) {
                is_past = true;
            } else if !word.chars().any(|letter| letter.is_ascii_digit()) {
                words.push(SHORT.get(word.as_str()).map_or(word, SmolStr::new));
            }
        }
        let head = words.last()?;
        let is_title = tables::noun(head).is_some_and(|(_, noun)| noun.title);
        let mut states: Vec<&'static str> = plain
            .split([' ', ','])
            .filter_map(|word| Some(tables::state(word)?.state()))
            .collect();
        states.dedup();
        (is_title || words.len() > 1).then(|| Office {
            text: text.to_owned(),
            words,
            states,
            is_past,
        })
    }

    /// What offices that may be the same share: the head.
    #[must_use]
    pub fn head(&self) -> &str {
        self.words.last().map_or("", SmolStr::as_str)
    }

    /// What tells it from other offices.
    #[must_use]
    pub fn key(&self) -> String {
        let mut words = self.words.clone();
        words.sort_unstable();
        let mut key = words.join(" ");
        for state in &self.states {
            key = format!("{key}, {state}");
        }
        key
    }

    /// Whether both may be one office: the same head, all words of one are in the other, and no other state.
    #[must_use]
    pub fn is_like(&self, other: &Office) -> bool {
        let within = |one: &Office, other: &Office| one.words.iter().all(|word| other.words.contains(word));
        self.head() == other.head()
            && !self.is_elsewhere(other)
            && !self.differs(other)
            && (within(self, other) || within(other, self))
    }

    /// How many words both have.
    #[must_use]
    pub fn common_words(&self, other: &Office) -> usize {
        self.words.iter().filter(|word| other.words.contains(word)).count()
    }

    /// Whether nobody holds both at one time: other offices of one kind, or the same one of two states.
    #[must_use]
    pub fn contradicts(&self, other: &Office) -> bool {
        let are_held = !self.is_past && !other.is_past;
        are_held && (self.differs(other) || (self.head() == other.head() && self.is_elsewhere(other)))
    }

    fn differs(&self, other: &Office) -> bool {
        contradict(&self.words.join(" "), &other.words.join(" "))
    }

    fn is_elsewhere(&self, other: &Office) -> bool {
        let shared = self.states.iter().any(|state| other.states.contains(state));
        !self.states.is_empty() && !other.states.is_empty() && !shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(text: &str) -> Office {
        Office::of(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn an_office_is_the_same_in_other_words() {
        for (one, other) in [
            ("Foreign Minister", "foreign minister"),
            ("Minister of Defence", "Defence Minister"),
            ("Sen.", "senator"),
            ("Gov.", "former governor"),
            ("captain", "harbour captain"),
            ("Norwegian foreign minister", "Foreign Minister"),
        ] {
            assert!(
                office(one).is_like(&office(other)) && office(other).is_like(&office(one)),
                "{one} {other}"
            );
            assert!(!office(one).contradicts(&office(other)), "{one} {other}");
        }
    }

    #[test]
    fn offices_of_one_kind_contradict_and_others_say_nothing() {
        for (one, other) in [
            ("Foreign Minister", "Defence Minister"),
            ("Foreign Minister", "Deputy Foreign Minister"),
            ("Norwegian Foreign Minister", "Swedish Foreign Minister"),
        ] {
            assert!(
                office(one).contradicts(&office(other)) && !office(one).is_like(&office(other)),
                "{one} {other}"
            );
        }
        for (one, other) in [
            ("harbour captain", "poet"),
            ("Foreign Minister", "former Defence Minister"),
        ] {
            assert!(
                !office(one).contradicts(&office(other)) && !office(one).is_like(&office(other)),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn what_is_somebodys_says_nothing() {
        assert_eq!(Office::of("his father"), None);
        assert_eq!(Office::of("man"), None);
    }
}
