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
    Initiated,
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
    Rejecting,
    Standalone,
    Submission,
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
            "initiated" => WordClass::Initiated,
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
            "rejecting" => WordClass::Rejecting,
            "standalone" => WordClass::Standalone,
            "submission" => WordClass::Submission,
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

/// The words of the table.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    words.alike.resize(LETTERS * LENGTHS, Vec::new());
    for [word, class] in table::rows(TABLE) {
        let Some(class) = WordClass::from_name(class) else {
            continue;
        };
        if words.add(class, word) {
            words.of.entry(class).or_default().push(word);
        }
    }
    // The weekdays are in the table of the calendar; here one look answers for them and for "today".
    for weekday in calendar::words().filter(|known| is_weekday(known.word)) {
        words.add(WordClass::Day, weekday.word);
    }
    words
});

/// Each word with a bit for each of its classes, so that one look answers for all of them, however long they are.
#[derive(Default)]
struct Words {
    /// By the first letter and the length: nearly all words of a draft have a place without a word.
    alike: Vec<Vec<(&'static str, u32)>>,
    /// The words of each class, in the order of the table.
    of: FxHashMap<WordClass, Vec<&'static str>>,
}

impl Words {
    /// Puts a word where it is looked for; `false` for one that is too long.
    fn add(&mut self, class: WordClass, word: &'static str) -> bool {
        let Some(alike) = place(word).and_then(|place| self.alike.get_mut(place)) else {
            return false;
        };
        match alike.iter_mut().find(|(known, _)| *known == word) {
            Some((_, classes)) => *classes |= bit(class),
            None => alike.push((word, bit(class))),
        }
        true
    }
}

/// How many first letters are told apart; the case of a letter is another bit.
const LETTERS: usize = 32;

/// More bytes than any word of the table has.
const LENGTHS: usize = 24;

/// Where words are that begin like a word and are as long; none is where there is no place.
fn place(word: &str) -> Option<usize> {
    let first = usize::from(*word.as_bytes().first()?) % LETTERS;
    (word.len() < LENGTHS).then_some(first * LENGTHS + word.len())
}

fn bit(class: WordClass) -> u32 {
    1 << class as u32
}

/// The words of some classes that begin like a word and are as long.
fn alike(classes: u32, word: &str) -> impl Iterator<Item = &'static str> {
    let alike = place(word).and_then(|place| WORDS.alike.get(place));
    let alike = alike.map_or(&[][..], Vec::as_slice).iter();
    alike
        .filter(move |(_, known)| known & classes != 0)
        .map(|(known, _)| *known)
}

/// Whether a word is in a class, compared without case.
#[must_use]
pub fn is_in(class: WordClass, word: &str) -> bool {
    alike(bit(class), word).any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a word is in one of two classes, compared without case.
#[must_use]
pub fn is_in_either(first: WordClass, second: WordClass, word: &str) -> bool {
    alike(bit(first) | bit(second), word).any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a word is in a class as the table writes it: "show" is a work, the station "Show" is not one.
#[must_use]
pub fn is_listed(class: WordClass, word: &str) -> bool {
    alike(bit(class), word).any(|known| word == known)
}

/// Whether a phrase holds a word of a class as the table writes it: "the Ostby Times".
#[must_use]
pub fn part_of(class: WordClass, phrase: &str) -> bool {
    let words = WORDS.of.get(&class).map_or(&[][..], Vec::as_slice);
    words.iter().any(|word| phrase.contains(word))
}

/// Whether a word names a weekday ("Monday", "Mon."), or a day relative to the draft's ("today"). "Sat" and "sun" are other words
/// as often.
#[must_use]
pub fn is_day(word: &str) -> bool {
    is_in(WordClass::Day, word)
}

fn is_weekday(word: &str) -> bool {
    calendar::named(word).is_some_and(|known| {
        matches!(known.names, CalendarName::Weekday(_)) && known.form != CalendarForm::Plural && !known.is_other_word
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::malformed::<2>(TABLE).next(), None);
        let read: usize = WORDS.of.values().map(Vec::len).sum();
        assert_eq!(
            read,
            table::lines(TABLE).count(),
            "a row names an unknown class, or is too long"
        );
        assert!(is_in(WordClass::Nameless, "Sources") && !is_in(WordClass::Day, "Sources"));
        assert!(part_of(WordClass::Outlet, "the Ostby Times"));
        assert!(is_listed(WordClass::Utterance, "promise") && !is_listed(WordClass::Work, "Show"));
        assert!(
            is_day("Monday") && is_day("wed") && is_day("Today") && !is_day("sat") && !is_day("") && !is_day("March")
        );
    }
}
