//! The names of weekdays and months, from one table. It counts no days and reads no dates.

use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;
use smol_str::{SmolStr, StrExt as _};

use crate::text::table;

/// A word that names a weekday or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarWord {
    /// With its capital: "Monday", "Sept".
    pub word: &'static str,
    /// What it names.
    pub names: CalendarName,
    /// How it is written.
    pub form: CalendarForm,
    /// Whether it is a given name as often ("April").
    pub is_given_name: bool,
    /// Whether it is another word as often ("march", "sat").
    pub is_other_word: bool,
}

/// What a word of the calendar names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarName {
    /// A day of the week.
    Weekday(Weekday),
    /// A month, 1..=12.
    Month(i8),
}

/// How a word of the calendar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarForm {
    /// "Monday", "September".
    Full,
    /// "Mondays".
    Plural,
    /// "Mon", "Sept"; the period after it is not part of the word.
    Short,
}

/// The weekday or month that a word names in any of its forms, whatever its case. One look-up.
#[must_use]
pub fn named(word: &str) -> Option<&'static CalendarWord> {
    if !(SHORTEST..=LONGEST).contains(&word.len()) || !may_be_named(word) || !word.is_ascii() {
        return None;
    }
    WORDS.get(&word.to_ascii_lowercase_smolstr())
}

/// Whether a word of the calendar begins with the letter of a word and is as long: nearly every other word ends here.
fn may_be_named(word: &str) -> bool {
    let lengths = word.as_bytes().first().and_then(|first| LENGTHS.get(letter(*first)));
    lengths.is_some_and(|lengths| lengths >> word.len() & 1 == 1)
}

/// A letter without its case, as a number below [`LETTERS`].
fn letter(byte: u8) -> usize {
    usize::from(byte) % LETTERS
}

/// The weekday that a word names in full, in any case: "Monday", not "Mon" or "Mondays".
#[must_use]
pub fn weekday(word: &str) -> Option<Weekday> {
    named(word).and_then(CalendarWord::full_weekday)
}

/// The month that a word names in full, in any case: "September", not "Sept".
#[must_use]
pub fn month(word: &str) -> Option<i8> {
    named(word).and_then(CalendarWord::full_month)
}

/// Whether a word is the full name of a weekday with its capital: "Monday", not "sunday".
#[must_use]
pub fn is_weekday(word: &str) -> bool {
    has_capital(word) && weekday(word).is_some()
}

/// Whether a word is the full name of a month with its capital: "May", not "may".
#[must_use]
pub fn is_month(word: &str) -> bool {
    has_capital(word) && month(word).is_some()
}

fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The English name of a weekday.
#[must_use]
pub fn weekday_name(weekday: Weekday) -> &'static str {
    let at = usize::try_from(weekday.to_monday_zero_offset()).ok();
    at.and_then(|at| WEEKDAY_NAMES.get(at)).copied().unwrap_or("")
}

/// The English name of a month, 1..=12; empty for any other number.
#[must_use]
pub fn month_name(month: i8) -> &'static str {
    let at = month.checked_sub(1).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| MONTH_NAMES.get(at)).copied().unwrap_or("")
}

/// The full names of the weekdays, Monday first, and of the months: the table is read once, not for every name.
static WEEKDAY_NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let days = Weekday::Monday.cycle_forward().take(7);
    days.map(|day| name_of(|word| word.full_weekday() == Some(day)))
        .collect()
});
static MONTH_NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let months = 1..=12;
    months
        .map(|month| name_of(|word| word.full_month() == Some(month)))
        .collect()
});

fn name_of(fits: impl Fn(&CalendarWord) -> bool) -> &'static str {
    words().find(fits).map_or("", |word| word.word)
}

/// All words of the calendar, weekdays first.
pub fn words() -> impl Iterator<Item = CalendarWord> {
    table::rows(TABLE).filter_map(read)
}

/// The full and short names of months, and no other word, as alternatives of a regex: "January|Jan|February|…".
#[must_use]
pub fn months_pattern() -> String {
    pattern(|word| matches!(word.names, CalendarName::Month(_)))
}

/// The full and short names of weekdays, and no other word, as alternatives of a regex: "Monday|Mon|Tuesday|…".
#[must_use]
pub fn weekdays_pattern() -> String {
    pattern(|word| matches!(word.names, CalendarName::Weekday(_)) && word.form != CalendarForm::Plural)
}

fn pattern(fits: impl Fn(&CalendarWord) -> bool) -> String {
    let fitting: Vec<&str> = words().filter(fits).map(|word| word.word).collect();
    fitting.join("|")
}

impl CalendarWord {
    fn full_weekday(&self) -> Option<Weekday> {
        match self.names {
            CalendarName::Weekday(weekday) if self.form == CalendarForm::Full => Some(weekday),
            _ => None,
        }
    }

    fn full_month(&self) -> Option<i8> {
        match self.names {
            CalendarName::Month(month) if self.form == CalendarForm::Full => Some(month),
            _ => None,
        }
    }
}

const TABLE: &str = include_str!("data/calendar.tsv");
/// Bytes of "May" and of "Wednesdays".
const SHORTEST: usize = 3;
const LONGEST: usize = 10;

/// How many first letters are told apart; the case of a letter is another bit.
const LETTERS: usize = 32;

/// For each first letter a bit for each length that a word has.
static LENGTHS: LazyLock<[u16; LETTERS]> = LazyLock::new(|| {
    let mut lengths = [0; LETTERS];
    for word in words().map(|word| word.word) {
        if let Some(slot) = word
            .as_bytes()
            .first()
            .and_then(|first| lengths.get_mut(letter(*first)))
        {
            *slot |= 1 << word.len();
        }
    }
    lengths
});

static WORDS: LazyLock<FxHashMap<SmolStr, CalendarWord>> = LazyLock::new(|| {
    words()
        .map(|word| (word.word.to_ascii_lowercase_smolstr(), word))
        .collect()
});

fn read([word, kind, number, form, also]: [&'static str; 5]) -> Option<CalendarWord> {
    let number: i8 = number.parse().ok()?;
    Some(CalendarWord {
        word,
        names: match kind {
            "weekday" => CalendarName::Weekday(Weekday::from_monday_one_offset(number).ok()?),
            "month" => CalendarName::Month(number),
            _ => return None,
        },
        form: match form {
            "full" => CalendarForm::Full,
            "plural" => CalendarForm::Plural,
            "short" => CalendarForm::Short,
            _ => return None,
        },
        is_given_name: matches!(also, "name" | "both"),
        is_other_word: matches!(also, "word" | "both"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::lines(TABLE).count(), WORDS.len());
        for word in words() {
            assert!((SHORTEST..=LONGEST).contains(&word.word.len()), "{word:?}");
            assert_eq!(named(&word.word.to_uppercase()), Some(&word));
        }
    }

    #[test]
    fn only_full_names_are_weekdays_and_months() {
        assert_eq!((weekday("MONDAY"), month("may")), (Some(Weekday::Monday), Some(5)));
        assert_eq!((weekday("Mon"), weekday("Mondays"), month("Sept")), (None, None, None));
        assert!(is_weekday("Sunday") && !is_weekday("sunday") && is_month("March") && !is_month("march"));
        assert!(named("É").is_none() && named("").is_none());
    }

    #[test]
    fn numbers_lead_back_to_names() {
        assert_eq!((weekday_name(Weekday::Sunday), month_name(9)), ("Sunday", "September"));
        assert_eq!((month_name(0), month_name(13)), ("", ""));
    }

    #[test]
    fn patterns_hold_short_names_too() {
        assert!(months_pattern().starts_with("January|Jan|February|Feb|March"));
        assert!(weekdays_pattern().contains("Thursday|Thu|Thur|Thurs|Friday"));
    }
}
