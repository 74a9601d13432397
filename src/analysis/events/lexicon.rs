//! The words that name events and those around them, read once from tables. It knows no grammar.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::events::kinds::{EventKind, TimeMlClass};
use crate::text::table;

/// What a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The type.
    pub kind: EventKind,
    /// TimeML class.
    pub timeml: TimeMlClass,
}

/// What verbs name that are in no table.
const ACT: Entry = Entry {
    kind: EventKind::Act,
    timeml: TimeMlClass::Occurrence,
};

/// The entry of a verb by its base form; verbs outside the table are acts.
#[must_use]
pub fn verb(lemma: &str) -> Entry {
    known_verb(lemma).unwrap_or(ACT)
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

/// Whether a verb reports what somebody says, by its base form.
#[must_use]
pub fn is_saying(lemma: &str) -> bool {
    verb(lemma).kind == EventKind::Say
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

static VERBS: LazyLock<FxHashMap<&'static str, Entry>> = LazyLock::new(|| entries("v"));
static NOUNS: LazyLock<FxHashMap<&'static str, Entry>> = LazyLock::new(|| entries("n"));

static ROLES: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> = LazyLock::new(|| {
    table::rows(include_str!("roles.tsv"))
        .map(|[class, words]| (class, words.split(' ').collect()))
        .collect()
});

fn entries(part_of_speech: &str) -> FxHashMap<&'static str, Entry> {
    table::rows(include_str!("triggers.tsv"))
        .filter(|[named, ..]: &[&str; 4]| *named == part_of_speech)
        .filter_map(|[_, lemma, kind, timeml]| {
            let entry = Entry {
                kind: EventKind::from_name(kind)?,
                timeml: TimeMlClass::from_name(timeml)?,
            };
            Some((lemma, entry))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let (triggers, roles) = (include_str!("triggers.tsv"), include_str!("roles.tsv"));
        assert_eq!(table::malformed::<4>(triggers).next(), None);
        assert_eq!(table::lines(triggers).count(), VERBS.len() + NOUNS.len());
        assert_eq!(table::malformed::<2>(roles).next(), None);
        assert_eq!(table::lines(roles).count(), ROLES.len());
    }

    #[test]
    fn a_verb_outside_the_table_is_an_act() {
        assert_eq!(verb("meet").kind, EventKind::Meet);
        assert_eq!((known_verb("yodel"), verb("yodel")), (None, ACT));
        assert!(is_saying("say") && !is_saying("meet") && is_light("hold"));
    }
}
