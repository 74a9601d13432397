//! Words that say something about a quotation or its speaker, from `data/words.tsv`, which says what each class is for. It
//! decides nothing about a sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::calendar::{self, CalendarForm, CalendarName};
use crate::text::table;

/// A class of `data/words.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the table says what each is for")]
pub enum WordClass {
    BeforeTitle,
    Day,
    Exclamation,
    Gesture,
    Label,
    Listener,
    Loose,
    Maker,
    Manner,
    Naming,
    Nameless,
    Outlet,
    Particle,
    Quantity,
    Reaction,
    Standalone,
    TimeUnit,
    TitleSmall,
    Utterance,
    Uttered,
    Voicing,
    WhichTime,
    Work,
}

impl WordClass {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "before-title" => WordClass::BeforeTitle,
            "day" => WordClass::Day,
            "exclamation" => WordClass::Exclamation,
            "gesture" => WordClass::Gesture,
            "label" => WordClass::Label,
            "listener" => WordClass::Listener,
            "loose" => WordClass::Loose,
            "maker" => WordClass::Maker,
            "manner" => WordClass::Manner,
            "naming" => WordClass::Naming,
            "nameless" => WordClass::Nameless,
            "outlet" => WordClass::Outlet,
            "particle" => WordClass::Particle,
            "quantity" => WordClass::Quantity,
            "reaction" => WordClass::Reaction,
            "standalone" => WordClass::Standalone,
            "time-unit" => WordClass::TimeUnit,
            "title-small" => WordClass::TitleSmall,
            "utterance" => WordClass::Utterance,
            "uttered" => WordClass::Uttered,
            "voicing" => WordClass::Voicing,
            "which-time" => WordClass::WhichTime,
            "work" => WordClass::Work,
            _ => return None,
        })
    }
}

const TABLE: &str = include_str!("data/words.tsv");

static WORDS: LazyLock<FxHashMap<WordClass, Vec<&'static str>>> = LazyLock::new(|| {
    let mut words: FxHashMap<WordClass, Vec<&'static str>> = FxHashMap::default();
    for [word, class] in table::rows(TABLE) {
        if let Some(class) = WordClass::from_name(class) {
            words.entry(class).or_default().push(word);
        }
    }
    words
});

fn of(class: WordClass) -> &'static [&'static str] {
    WORDS.get(&class).map_or(&[], Vec::as_slice)
}

/// Whether a word is in a class, compared without case.
#[must_use]
pub fn is_in(class: WordClass, word: &str) -> bool {
    of(class).iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a word is in a class as the table writes it: "show" is a work, the station "Show" is not one.
#[must_use]
pub fn is_listed(class: WordClass, word: &str) -> bool {
    of(class).contains(&word)
}

/// Whether a phrase holds a word of a class as the table writes it: "the Ostby Times".
#[must_use]
pub fn part_of(class: WordClass, phrase: &str) -> bool {
    of(class).iter().any(|word| phrase.contains(word))
}

/// Whether a word names a weekday ("Monday", "Mon."), or a day relative to the draft's ("today"). "Sat" and "sun" are other words
/// as often.
#[must_use]
pub fn is_day(word: &str) -> bool {
    let is_weekday = calendar::named(word).is_some_and(|known| {
        matches!(known.names, CalendarName::Weekday(_)) && known.form != CalendarForm::Plural && !known.is_other_word
    });
    is_weekday || is_in(WordClass::Day, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::malformed::<2>(TABLE).next(), None);
        let read: usize = WORDS.values().map(Vec::len).sum();
        assert_eq!(read, table::lines(TABLE).count(), "a row names an unknown class");
        assert!(is_in(WordClass::Nameless, "Officials"));
        assert!(part_of(WordClass::Outlet, "the Ostby Times"));
        assert!(is_listed(WordClass::Utterance, "promise") && !is_listed(WordClass::Work, "Show"));
        assert!(
            is_day("Monday") && is_day("wed") && is_day("Today") && !is_day("sat") && !is_day("") && !is_day("March")
        );
    }
}
