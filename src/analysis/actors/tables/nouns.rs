//! Nouns that stand for people, organizations and places. It looks at no sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::ActorKind;
use crate::analysis::actors::tables::given_names::gender_of;
use crate::language::Gender;
use crate::text::table;

const TABLE: &str = include_str!("../data/nouns.tsv");

/// What a noun says about those it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What it stands for.
    pub kind: ActorKind,
    /// Gender that the word marks ("spokeswoman").
    pub gender: Option<Gender>,
    /// Whether it can be a title before a name.
    pub title: bool,
    /// Whether it means a person, an organization or a place on its own, not only before a name.
    pub alone: bool,
}

static NOUNS: LazyLock<FxHashMap<&'static str, Noun>> = LazyLock::new(|| {
    table::rows(TABLE)
        .map(|[word, kind, gender, usage]| {
            let kind = match kind {
                "person" => ActorKind::Person,
                "organization" => ActorKind::Organization,
                "place" => ActorKind::Place,
                _ => ActorKind::Other,
            };
            let noun = Noun {
                kind,
                gender: gender_of(gender),
                title: usage.starts_with("title"),
                alone: usage == "title" || usage == "-",
            };
            (word, noun)
        })
        .collect()
});

/// The entry of a noun, from its lowercase word in the singular or the plural; also compounds in -man, -woman, -person.
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
        ("woman", Some(Gender::Feminine)),
        ("man", Some(Gender::Masculine)),
        ("person", None),
    ]
    .into_iter()
    .find_map(|(base, gender)| {
        let plural = || {
            base.ends_with("man")
                .then(|| word.strip_suffix(&base.replace("man", "men")))
        };
        let stem = word.strip_suffix(base).or_else(|| plural().flatten())?;
        Some((stem, base, gender))
    })?;
    let noun = Noun {
        kind: ActorKind::Person,
        gender,
        title: true,
        alone: true,
    };
    Some((SmolStr::new(format!("{stem}{ending}")), noun)).filter(|_| stem.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(table::malformed::<4>(TABLE).next(), None);
        assert_eq!(NOUNS.len(), table::lines(TABLE).count(), "a row is doubled");
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
}
