//! Word tables for actors: nouns for people, organisations and places, states and their seats, words of organisations, family
//! and given names.
//! The tables hold plain words; no decision is made here.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::ActorKind;
use crate::language::Gender;

/// What a noun says about those it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What it stands for.
    pub kind: ActorKind,
    /// Gender that the word marks ("spokeswoman").
    pub gender: Option<Gender>,
    /// Whether it can stand before a name as a title.
    pub title: bool,
    /// Whether it means a person, an organisation or a place on its own, not only before a name.
    pub alone: bool,
}

static NOUNS: LazyLock<FxHashMap<&'static str, Noun>> = LazyLock::new(|| {
    rows(include_str!("../data/nouns.tsv"))
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let (word, kind) = (fields.next()?, fields.next()?);
            let gender = gender_of(fields.next()?);
            let usage = fields.next()?;
            let kind = match kind {
                "person" => ActorKind::Person,
                "organization" => ActorKind::Organization,
                "place" => ActorKind::Place,
                _ => ActorKind::Other,
            };
            let noun = Noun {
                kind,
                gender,
                title: usage.starts_with("title"),
                alone: usage == "title" || usage == "-",
            };
            Some((word, noun))
        })
        .collect()
});

/// The entry of a noun, from its lower-case word in the singular or the plural; also compounds in -man, -woman, -person.
/// Gives the base form with it.
#[must_use]
pub fn noun(word: &str) -> Option<(SmolStr, Noun)> {
    let found = |base: &str| NOUNS.get(base).map(|noun| (SmolStr::new(base), *noun));
    let word = word.trim_end_matches('.');
    if let Some(exact) = found(word) {
        return Some(exact);
    }
    let irregular = match word {
        "people" => Some("person"),
        "men" => Some("man"),
        "women" => Some("woman"),
        "children" => Some("child"),
        "wives" => Some("wife"),
        "thieves" => Some("thief"),
        _ => None,
    };
    if let Some(base) = irregular {
        return found(base);
    }
    if let Some(stem) = word.strip_suffix("ies")
        && let Some(hit) = found(&format!("{stem}y"))
    {
        return Some(hit);
    }
    if let Some(stem) = word.strip_suffix("es")
        && let Some(hit) = found(stem)
    {
        return Some(hit);
    }
    if let Some(stem) = word.strip_suffix('s')
        && let Some(hit) = found(stem)
    {
        return Some(hit);
    }
    person_suffix(word)
}

/// Compounds that mark a person ("linesman", "linesmen", "tribeswoman") and the words that look like it.
fn person_suffix(word: &str) -> Option<(SmolStr, Noun)> {
    const NOT_PERSONS: [&str; 6] = ["ottoman", "talisman", "roman", "german", "human", "specimen"];
    if NOT_PERSONS.contains(&word) || word.len() < 6 {
        return None;
    }
    let (stem, ending, gender) = [
        ("women", "woman", Some(Gender::Feminine)),
        ("woman", "woman", Some(Gender::Feminine)),
        ("men", "man", Some(Gender::Masculine)),
        ("man", "man", Some(Gender::Masculine)),
        ("person", "person", None),
    ]
    .into_iter()
    .find_map(|(written, base, gender)| Some((word.strip_suffix(written)?, base, gender)))?;
    let noun = Noun {
        kind: ActorKind::Person,
        gender,
        title: true,
        alone: true,
    };
    Some((SmolStr::new(format!("{stem}{ending}")), noun)).filter(|_| stem.len() > 2)
}

/// A state or a seat of power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateWord {
    /// A name of the state itself.
    Name(&'static str),
    /// An adjective or a people.
    Demonym(&'static str),
    /// A capital or a seat that stands for its government.
    Seat(&'static str),
}

impl StateWord {
    /// The state's name.
    #[must_use]
    pub fn state(self) -> &'static str {
        match self {
            StateWord::Name(state) | StateWord::Demonym(state) | StateWord::Seat(state) => state,
        }
    }
}

static STATES: LazyLock<FxHashMap<&'static str, StateWord>> = LazyLock::new(|| {
    let mut map = FxHashMap::default();
    for line in rows(include_str!("../data/states.tsv")) {
        let mut fields = line.split('\t');
        let Some(name) = fields.next() else { continue };
        map.insert(name, StateWord::Name(name));
        let makers: [fn(&'static str) -> StateWord; 3] = [StateWord::Name, StateWord::Demonym, StateWord::Seat];
        for (field, make) in fields.zip(makers) {
            for word in field.split('|').filter(|word| *word != "-") {
                map.entry(word).or_insert_with(|| make(name));
            }
        }
    }
    map
});

/// What `name` ("the U.S.", "Beijing", "Chinese") is to a state.
#[must_use]
pub fn state(name: &str) -> Option<StateWord> {
    let name = name
        .strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name);
    STATES
        .get(name)
        .or_else(|| STATES.get(name.trim_end_matches('.')))
        .copied()
}

static FAMILY_FIRST: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../data/family_first.tsv")).collect());

/// Whether a name that begins with `word` usually begins with the family name.
#[must_use]
pub fn is_family_first(word: &str) -> bool {
    FAMILY_FIRST.contains(word)
}

static ORGANIZATION_WORDS: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    rows(include_str!("../data/organization_words.tsv"))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Whether many organisations share this first word of their names, in small letters.
#[must_use]
pub fn is_generic(word: &str) -> bool {
    ORGANIZATION_WORDS.contains(&(word, "generic")) || noun(word).is_some()
}

/// Whether a word, in small letters, says no more than that the bearer of a name is an organisation.
#[must_use]
pub fn is_corporate(word: &str) -> bool {
    ORGANIZATION_WORDS.contains(&(word, "corporate"))
}

static GIVEN: LazyLock<FxHashMap<&'static str, Gender>> = LazyLock::new(|| {
    rows(include_str!("../data/given_names.tsv"))
        .filter_map(|line| {
            let (name, gender) = line.split_once('\t')?;
            Some((name, gender_of(gender)?))
        })
        .collect()
});

/// The gender a given name usually goes with: a weak cue for pronouns, never to be shown, stored or exported.
#[must_use]
pub fn usual_gender(given_name: &str) -> Option<Gender> {
    GIVEN.get(given_name).copied()
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn gender_of(field: &str) -> Option<Gender> {
    match field {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_noun_table_is_read() {
        let lines = rows(include_str!("../data/nouns.tsv")).count();
        assert_eq!(NOUNS.len(), lines, "a row is malformed or doubled");
    }

    #[test]
    fn every_row_of_the_words_of_organisations_is_read() {
        let table = include_str!("../data/organization_words.tsv");
        let read = ORGANIZATION_WORDS.iter();
        let known = read.filter(|(word, _)| is_generic(word) || is_corporate(word)).count();
        assert_eq!(known, rows(table).count(), "a row is malformed or doubled");
        assert!(is_generic("national") && !is_corporate("national"));
        assert!(is_corporate("holdings"));
    }

    #[test]
    fn nouns_are_found_in_singular_and_plural() {
        for (word, base) in [
            ("ministers", "minister"),
            ("companies", "company"),
            ("actresses", "actress"),
            ("women", "woman"),
            ("people", "person"),
            ("tribeswomen", "tribeswoman"),
            ("u.n.", ""),
            ("Roman", ""),
            ("table", ""),
        ] {
            let found = noun(word).map_or(SmolStr::default(), |(base, _)| base);
            assert_eq!(found, base, "{word}");
        }
        let (_, spokeswoman) = noun("spokeswoman").unwrap();
        assert_eq!(spokeswoman.gender, Some(Gender::Feminine));
    }

    #[test]
    fn states_have_names_peoples_and_seats() {
        assert_eq!(state("the U.S."), Some(StateWord::Name("United States")));
        assert_eq!(state("Chinese"), Some(StateWord::Demonym("China")));
        assert_eq!(state("Kremlin"), Some(StateWord::Seat("Russia")));
        assert_eq!(state("Lindholm"), None);
    }

    #[test]
    fn names_that_go_with_both_genders_give_no_cue() {
        assert_eq!(usual_gender("Rosa"), Some(Gender::Feminine));
        assert_eq!(usual_gender("Alex"), None);
    }
}
