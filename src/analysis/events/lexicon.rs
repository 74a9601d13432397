//! The tables of event words and event types, read once. It knows no grammar.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// An event type.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Own name, the stable one.
    pub name: &'static str,
    /// Group for display.
    pub group: &'static str,
    /// PLOVER event type.
    pub plover: Option<&'static str>,
}

/// What a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The type.
    pub kind: &'static Kind,
    /// TimeML class.
    pub timeml: &'static str,
}

/// The entry of a verb by its base form; verbs outside the table are acts.
#[must_use]
pub fn verb(lemma: &str) -> Entry {
    VERBS.get(lemma).copied().unwrap_or(Entry {
        kind: act(),
        timeml: "OCCURRENCE",
    })
}

/// The entry of a verb by its base form, if it is in the table.
#[must_use]
pub fn known_verb(lemma: &str) -> Option<Entry> {
    VERBS.get(lemma).copied()
}

/// The entry of a noun by its base form.
#[must_use]
pub fn noun(lemma: &str) -> Option<Entry> {
    NOUNS.get(lemma).copied()
}

/// Whether a verb says little beside an event noun as its object ("held talks").
#[must_use]
pub fn is_light(lemma: &str) -> bool {
    is("light", lemma)
}

/// Whether a word belongs to a class of `roles.tsv`.
#[must_use]
pub fn is(class: &str, word: &str) -> bool {
    ROLES.get(class).is_some_and(|words| words.contains(word))
}

/// The type that stands for anything else.
#[must_use]
pub fn act() -> &'static Kind {
    kind("act").unwrap_or(&OTHER)
}

/// A type by its name.
#[must_use]
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.get(name)
}

static OTHER: Kind = Kind {
    name: "act",
    group: "Other",
    plover: None,
};

static KINDS: LazyLock<FxHashMap<&'static str, Kind>> = LazyLock::new(|| {
    rows(include_str!("kinds.tsv"))
        .filter_map(|row| match row.as_slice() {
            [name, group, plover] => Some((
                *name,
                Kind {
                    name,
                    group,
                    plover: (*plover != "-").then_some(*plover),
                },
            )),
            _ => None,
        })
        .collect()
});

static VERBS: LazyLock<FxHashMap<&'static str, Entry>> = LazyLock::new(|| entries("v"));
static NOUNS: LazyLock<FxHashMap<&'static str, Entry>> = LazyLock::new(|| entries("n"));

static ROLES: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> = LazyLock::new(|| {
    let mut roles: FxHashMap<&'static str, FxHashSet<&'static str>> = FxHashMap::default();
    for row in rows(include_str!("roles.tsv")) {
        if let [class, words] = row.as_slice() {
            roles.entry(class).or_default().extend(words.split(' '));
        }
    }
    roles
});

fn entries(class: &str) -> FxHashMap<&'static str, Entry> {
    rows(include_str!("triggers.tsv"))
        .filter_map(|row| match row.as_slice() {
            [named, lemma, name, timeml] if *named == class => Some((
                *lemma,
                Entry {
                    kind: kind(name)?,
                    timeml,
                },
            )),
            _ => None,
        })
        .collect()
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        assert_eq!(rows(include_str!("kinds.tsv")).count(), KINDS.len());
        assert_eq!(rows(include_str!("triggers.tsv")).count(), VERBS.len() + NOUNS.len());
        assert!(rows(include_str!("roles.tsv")).all(|row| row.len() == 2));
    }
}
