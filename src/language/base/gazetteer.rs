//! Lists of plain facts that names are read with: countries, places, bodies, given names, titles. It decides nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::abbreviations::lines;
use crate::language::base::hashing::{Case, Form, feature};
use crate::language::tokens::tokenise;
use crate::text::Span;

/// The longest entry, in words.
const LONGEST: usize = 6;

/// Countries.
pub const COUNTRY: u16 = 1;
/// Capitals and other large cities.
pub const CITY: u16 = 1 << 1;
/// States, regions, seas and the like.
pub const PLACE: u16 = 1 << 2;
/// Organisations of every kind.
pub const ORGANIZATION: u16 = 1 << 3;
/// Peoples, adjectives of countries, events and works.
pub const OTHER: u16 = 1 << 4;
/// Common given names.
pub const GIVEN: u16 = 1 << 5;
/// Titles and roles before a name.
pub const TITLE: u16 = 1 << 6;
/// Words that make the name of an organisation.
pub const ORGANIZATION_WORD: u16 = 1 << 7;
/// Words that make the name of a place.
pub const PLACE_WORD: u16 = 1 << 8;
/// Verbs and pronouns that point at a person.
pub const PERSON_VERB: u16 = 1 << 9;
/// The entry goes on from the word before.
pub const INSIDE: u16 = 1 << 15;

static TABLE: LazyLock<FxHashMap<u64, u16>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for line in lines(include_str!("../data/names/countries.tsv")) {
        for (column, kind) in line.split('\t').zip([COUNTRY, OTHER, CITY]) {
            add(&mut table, column, kind);
        }
    }
    for (list, kind) in [
        (include_str!("../data/names/places.txt"), PLACE),
        (include_str!("../data/names/organizations.txt"), ORGANIZATION),
        (include_str!("../data/names/other.txt"), OTHER),
        (include_str!("../data/names/given.txt"), GIVEN),
        (include_str!("../data/names/titles.txt"), TITLE),
        (include_str!("../data/names/organization_words.txt"), ORGANIZATION_WORD),
        (include_str!("../data/names/place_words.txt"), PLACE_WORD),
        (include_str!("../data/names/person_verbs.txt"), PERSON_VERB),
    ] {
        for line in lines(list) {
            add(&mut table, line, kind);
        }
    }
    table
});

fn add(table: &mut FxHashMap<u64, u16>, list: &str, kind: u16) {
    for entry in list.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
        // A single word is taken as it stands: "sen." is one word, whatever its case.
        let words = if entry.contains(' ') {
            tokenise(entry)
        } else {
            single(entry)
        };
        let key = words
            .into_iter()
            .fold(0, |key, span| feature(key, &[Form::new(span.of(entry)).word]));
        *table.entry(key).or_default() |= kind;
    }
}

fn single(entry: &str) -> Vec<Span> {
    if entry.ends_with('.') {
        vec![Span::new(0, entry.len())]
    } else {
        tokenise(entry)
    }
}

/// What the lists say of each word of a sentence, the longest entry first.
#[must_use]
pub fn look_up(forms: &[Form]) -> Vec<u16> {
    const NAMES: u16 = COUNTRY | CITY | PLACE | ORGANIZATION | OTHER;
    let mut found = vec![0; forms.len()];
    let mut at = 0;
    let mut covered = 0;
    while let Some(form) = forms.get(at) {
        let is_lower = matches!(form.case, Case::Lower | Case::Mark | Case::Figure);
        let mut key = 0;
        let mut longest = (0, 0);
        let mut single = 0;
        for (length, form) in forms.iter().skip(at).take(LONGEST).enumerate() {
            key = feature(key, &[form.word]);
            let Some(&kinds) = TABLE.get(&key) else {
                if length == 0 && is_lower {
                    break;
                }
                continue;
            };
            if length == 0 {
                single = kinds & !NAMES;
            }
            if kinds & NAMES != 0 && !is_lower {
                longest = (length + 1, kinds & NAMES);
            }
        }
        if let Some(slot) = found.get_mut(at) {
            *slot |= single;
        }
        if longest.0 > 0 && at >= covered {
            for (place, slot) in found.iter_mut().skip(at).take(longest.0).enumerate() {
                *slot |= longest.1 | if place > 0 { INSIDE } else { 0 };
            }
            covered = at + longest.0;
        }
        at += 1;
    }
    found
}

/// Whether a list has a place, an organisation or a thing of this name, or a word that makes the name of one.
#[must_use]
pub fn is_listed(name: &str) -> bool {
    const KINDS: u16 = COUNTRY | CITY | PLACE | ORGANIZATION | OTHER | ORGANIZATION_WORD | PLACE_WORD;
    let forms: Vec<Form> = tokenise(name)
        .into_iter()
        .map(|span| Form::new(span.of(name)))
        .collect();
    look_up(&forms).iter().any(|kinds| kinds & KINDS != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_entry_wins() {
        let forms: Vec<Form> = ["New", "York", "Times", "in", "South", "Korea", "turkey"]
            .iter()
            .map(|word| Form::new(word))
            .collect();
        let found = look_up(&forms);
        assert_eq!(found[0], ORGANIZATION);
        assert_eq!(found[1], ORGANIZATION | INSIDE);
        assert_eq!(found[4] & COUNTRY, COUNTRY);
        assert_eq!(found[5], COUNTRY | INSIDE);
        assert_eq!(found[6], 0);
    }
}
