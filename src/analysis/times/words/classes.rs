//! What a word can be in a time expression, from `data/words.tsv` and the words of the calendar. What it means next to other words
//! is not decided here.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::times::unit::TimeUnit;
use crate::language::calendar::{self, CalendarForm, CalendarName, CalendarWord};
use crate::text::table;

/// What a word can be in a time expression.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the classes of words.tsv")]
pub enum TimeClass {
    Other,
    Digits,
    Month { number: i8, short: bool },
    Weekday { number: i8, short: bool },
    Weekdays(i8),
    Unit { unit: TimeUnit, plural: bool },
    Season { code: &'static str, plural: bool },
    Part(&'static str),
    Parts(&'static str),
    Noon(&'static str),
    RelativeDay(i32),
    Tonight,
    Number(u32),
    Ordinal(u32),
    OrdinalSuffix,
    Vague,
    Couple,
    Shift(i32),
    Past,
    Latest,
    Same,
    Decade(i32),
    Zone,
    Frequency(&'static str),
    Present,
    PastReference,
    FutureReference,
    Ago,
    Later,
    Edge,
    About,
    Every,
}

/// The class of a word in lowercase. One look-up.
#[must_use]
pub fn class_of(word: &str) -> TimeClass {
    WORDS.get(word).copied().unwrap_or(TimeClass::Other)
}

static WORDS: LazyLock<FxHashMap<Box<str>, TimeClass>> = LazyLock::new(|| {
    table::rows(TABLE)
        .filter_map(|[word, class, value]| Some((word.into(), class_named(class, value)?)))
        .chain(calendar::words().map(|word| (word.word.to_ascii_lowercase().into(), class_in_calendar(word))))
        .collect()
});

const TABLE: &str = include_str!("../data/words.tsv");

fn class_in_calendar(word: CalendarWord) -> TimeClass {
    let short = word.form == CalendarForm::Short;
    match word.names {
        CalendarName::Month(number) => TimeClass::Month { number, short },
        CalendarName::Weekday(weekday) if word.form == CalendarForm::Plural => {
            TimeClass::Weekdays(weekday.to_monday_one_offset())
        }
        CalendarName::Weekday(weekday) => TimeClass::Weekday {
            number: weekday.to_monday_one_offset(),
            short,
        },
    }
}

fn class_named(class: &str, value: &'static str) -> Option<TimeClass> {
    let number = value.parse::<i32>().unwrap_or_default();
    let count = u32::try_from(number).unwrap_or_default();
    Some(match class {
        "unit" | "units" => TimeClass::Unit {
            unit: TimeUnit::named(value)?,
            plural: class == "units",
        },
        "season" | "seasons" => TimeClass::Season {
            code: value,
            plural: class == "seasons",
        },
        "part" => TimeClass::Part(value),
        "parts" => TimeClass::Parts(value),
        "noon" => TimeClass::Noon(value),
        "relative-day" => TimeClass::RelativeDay(number),
        "tonight" => TimeClass::Tonight,
        "number" => TimeClass::Number(count),
        "ordinal" => TimeClass::Ordinal(count),
        "ordinal-suffix" => TimeClass::OrdinalSuffix,
        "vague" => TimeClass::Vague,
        "couple" => TimeClass::Couple,
        "shift" => TimeClass::Shift(number),
        "past" => TimeClass::Past,
        "latest" => TimeClass::Latest,
        "same" => TimeClass::Same,
        "decade" => TimeClass::Decade(number),
        "zone" => TimeClass::Zone,
        "frequency" => TimeClass::Frequency(value),
        "present" => TimeClass::Present,
        "past-reference" => TimeClass::PastReference,
        "future-reference" => TimeClass::FutureReference,
        "ago" => TimeClass::Ago,
        "later" => TimeClass::Later,
        "edge" => TimeClass::Edge,
        "about" => TimeClass::About,
        "every" => TimeClass::Every,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::malformed::<3>(TABLE).next(), None);
        assert_eq!(table::lines(TABLE).count() + calendar::words().count(), WORDS.len());
    }
}
