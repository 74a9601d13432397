//! The lists of plain facts that names are read with: countries, places, organizations, given names, titles. It never
//! decides whether a word is a name.

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::base::hashing::{Case, Form, feature, word};
use crate::language::tokens::tokenise;
use crate::text::Span;
use crate::text::calendar::{self, CalendarForm};
use crate::text::table::lines;

/// The longest entry, in words.
const LONGEST: usize = 6;

/// The lists that a word is on, as a word by itself or within an entry of several words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(u16);

impl Lists {
    /// On no list.
    pub const NONE: Lists = Lists(0);
    /// Countries.
    pub const COUNTRY: Lists = Lists(1);
    /// Capitals and other large cities.
    pub const CITY: Lists = Lists(1 << 1);
    /// States, regions, seas and the like.
    pub const REGION: Lists = Lists(1 << 2);
    /// Organizations of every kind.
    pub const ORGANIZATION: Lists = Lists(1 << 3);
    /// Peoples, adjectives of countries, events and works.
    pub const OTHER: Lists = Lists(1 << 4);
    /// Common given names.
    pub const GIVEN: Lists = Lists(1 << 5);
    /// Titles and roles before a name.
    pub const TITLE: Lists = Lists(1 << 6);
    /// Words that make the name of an organization.
    pub const ORGANIZATION_WORD: Lists = Lists(1 << 7);
    /// Words that make the name of a place.
    pub const PLACE_WORD: Lists = Lists(1 << 8);
    /// Verbs and pronouns that point at a person.
    pub const PERSON_VERB: Lists = Lists(1 << 9);
    /// The entry goes on from the word before.
    const CONTINUED: Lists = Lists(1 << 15);

    /// Whatever is a place.
    pub const ANY_PLACE: Lists = Lists::COUNTRY.or(Lists::CITY).or(Lists::REGION);
    /// Words that end the names of organizations and places.
    pub const ENDS_OTHER: Lists = Lists::ORGANIZATION_WORD.or(Lists::PLACE_WORD);
    /// The lists whose entries are names and may have several words.
    pub const NAMES: Lists = Lists::ANY_PLACE.or(Lists::ORGANIZATION).or(Lists::OTHER);

    /// These lists and `more`.
    #[must_use]
    pub const fn or(self, more: Lists) -> Lists {
        Lists(self.0 | more.0)
    }

    /// Whether the word is on one of `lists`.
    #[must_use]
    pub const fn any(self, lists: Lists) -> bool {
        self.0 & lists.0 != 0
    }

    /// Whether the word is on no list.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the word goes on an entry that began before it: "York" in "New York".
    #[must_use]
    pub const fn goes_on(self) -> bool {
        self.any(Lists::CONTINUED)
    }

    /// As a value of features.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0 as u64
    }

    const fn only(self, lists: Lists) -> Lists {
        Lists(self.0 & lists.0)
    }

    const fn without(self, lists: Lists) -> Lists {
        Lists(self.0 & !lists.0)
    }
}

impl BitOr for Lists {
    type Output = Lists;

    fn bitor(self, more: Lists) -> Lists {
        self.or(more)
    }
}

static TABLE: LazyLock<FxHashMap<u64, Lists>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for line in lines(include_str!("../data/names/countries.tsv")) {
        for (column, list) in line.split('\t').zip([Lists::COUNTRY, Lists::OTHER, Lists::CITY]) {
            add(&mut table, column, list);
        }
    }
    for (entries, list) in [
        (include_str!("../data/names/places.txt"), Lists::REGION),
        (include_str!("../data/names/organizations.txt"), Lists::ORGANIZATION),
        (include_str!("../data/names/other.txt"), Lists::OTHER),
        (include_str!("../data/names/given.txt"), Lists::GIVEN),
        (include_str!("../data/names/titles.txt"), Lists::TITLE),
        (
            include_str!("../data/names/organization_words.txt"),
            Lists::ORGANIZATION_WORD,
        ),
        (include_str!("../data/names/place_words.txt"), Lists::PLACE_WORD),
        (include_str!("../data/names/person_verbs.txt"), Lists::PERSON_VERB),
    ] {
        for line in lines(entries) {
            add(&mut table, line, list);
        }
    }
    table
});

fn add(table: &mut FxHashMap<u64, Lists>, entries: &str, list: Lists) {
    for entry in entries.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
        // A single word with a point is one word, whatever its case: "sen.".
        let words = if entry.ends_with('.') && !entry.contains(' ') {
            vec![Span::new(0, entry.len())]
        } else {
            tokenise(entry)
        };
        let mut key = 0;
        for span in words {
            key = feature(key, &[Form::new(span.of(entry)).word]);
            // The beginning of an entry is in the table, too, so that a look-up ends where no entry goes on.
            table.entry(key).or_default();
        }
        let lists = table.entry(key).or_default();
        *lists = lists.or(list);
    }
}

/// What the lists say about each word of a sentence, the longest entry first. Linear in the number of words.
#[must_use]
pub fn look_up(forms: &[Form]) -> Vec<Lists> {
    let mut found = vec![Lists::NONE; forms.len()];
    let mut covered = 0;
    for at in 0..forms.len() {
        let (single, entry) = entries_at(forms.get(at..).unwrap_or(&[]));
        if let Some(slot) = found.get_mut(at) {
            *slot = slot.or(single);
        }
        if let Some((length, lists)) = entry.filter(|_| at >= covered) {
            for (place, slot) in found.iter_mut().skip(at).take(length).enumerate() {
                *slot = slot.or(lists);
                if place > 0 {
                    *slot = slot.or(Lists::CONTINUED);
                }
            }
            covered = at + length;
        }
    }
    found
}

/// What the first of these words is by itself, and the longest name that begins with it: its number of words and its lists.
fn entries_at(forms: &[Form]) -> (Lists, Option<(usize, Lists)>) {
    let is_small = forms
        .first()
        .is_none_or(|form| matches!(form.case, Case::Lower | Case::Mark | Case::Figure));
    let mut key = 0;
    let mut single = Lists::NONE;
    let mut longest = None;
    for (before, form) in forms.iter().take(LONGEST).enumerate() {
        key = feature(key, &[form.word]);
        let Some(&lists) = TABLE.get(&key) else { break };
        if before == 0 {
            single = lists.without(Lists::NAMES);
        }
        // No entry of a name begins with a small letter.
        if is_small {
            break;
        }
        if lists.any(Lists::NAMES) {
            longest = Some((before + 1, lists.only(Lists::NAMES)));
        }
    }
    (single, longest)
}

/// What the lists say about one word by itself.
#[must_use]
pub fn of_word(form: &Form) -> Lists {
    let (single, entry) = entries_at(std::slice::from_ref(form));
    single.or(entry.map_or(Lists::NONE, |(_, lists)| lists))
}

/// Whether a word, as written, is a title before a name.
#[must_use]
pub fn is_title(word: &str) -> bool {
    of_word(&Form::new(word)).any(Lists::TITLE)
}

/// Whether a word, as written, is a city, a country or a region.
#[must_use]
pub fn is_place(word: &str) -> bool {
    of_word(&Form::new(word)).any(Lists::ANY_PLACE)
}

/// Whether a word, in any case, is a given name and on no other list: not "jordan", nor "may".
#[must_use]
pub fn is_only_given_name(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect::<String>());
    first.is_some_and(|word| of_word(&Form::new(&word)) == Lists::GIVEN && !calendar::is_weekday(&word))
}

/// Whether a list has a place, an organization or a thing of this name, or a word that makes the name of one.
#[must_use]
pub fn is_listed(name: &str) -> bool {
    const KINDS: Lists = Lists::NAMES.or(Lists::ENDS_OTHER);
    let forms: Vec<Form> = tokenise(name)
        .into_iter()
        .map(|span| Form::new(span.of(name)))
        .collect();
    look_up(&forms).iter().any(|lists| lists.any(KINDS))
}

/// Whether a word ends no name, whatever its capital: "Reporting", "Wednesday", "Nobody".
#[must_use]
pub fn is_no_name(form: &Form) -> bool {
    static NO_NAMES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
        let days = calendar::words()
            .filter(|word| word.form == CalendarForm::Full)
            .map(|word| Form::new(word.word).word)
            .filter(|word| !NAMES_TOO.contains(word));
        words(include_str!("../data/names/no_names.txt"))
            .into_iter()
            .chain(days)
            .collect()
    });
    NO_NAMES.contains(&form.word)
}

/// Months that are names or other words as well, and are asked for what is next to them.
const NAMES_TOO: [u64; 6] = [
    word("march"),
    word("april"),
    word("may"),
    word("june"),
    word("july"),
    word("august"),
];

/// Whether a word is a month that may be a name or another word: "June", "march".
#[must_use]
pub fn is_month_or_name(form: &Form) -> bool {
    NAMES_TOO.contains(&form.word)
}

/// The single words of a list.
pub(super) fn words(list: &'static str) -> FxHashSet<u64> {
    lines(list)
        .flat_map(|line| line.split(','))
        .map(|word| Form::new(word.trim()).word)
        .collect()
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
        assert_eq!(found[0], Lists::ORGANIZATION);
        assert_eq!(found[1], Lists::ORGANIZATION | Lists::CONTINUED);
        assert!(found[4].any(Lists::COUNTRY));
        assert_eq!(found[5], Lists::COUNTRY | Lists::CONTINUED);
        assert_eq!(found[6], Lists::NONE);
    }
}
