//! The word tables of time expressions, read once. What a word means beside other words is not said here.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use smol_str::{SmolStr, StrExt as _};

use crate::language::calendar::{self, CalendarForm, CalendarName, CalendarWord};

/// A length of time that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say all")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "weekend" => Unit::Weekend,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            "millennium" => Unit::Millennium,
            _ => return None,
        })
    }

    /// Whether the unit is shorter than a day.
    #[must_use]
    pub fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }

    /// The letters of a TIMEX3 duration.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Unit::Second => "S",
            Unit::Minute | Unit::Month => "M",
            Unit::Hour => "H",
            Unit::Day => "D",
            Unit::Week | Unit::Fortnight => "W",
            Unit::Weekend => "WE",
            Unit::Quarter => "Q",
            Unit::Year => "Y",
            Unit::Decade => "E",
            Unit::Century => "C",
            Unit::Millennium => "L",
        }
    }
}

/// What a word can be in a time expression.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the classes of words.tsv")]
pub enum Class {
    Other,
    Digits,
    Month { number: i8, short: bool },
    Weekday { number: i8, short: bool },
    Weekdays(i8),
    Unit { unit: Unit, plural: bool },
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

/// The class of a word in lower case. One look-up.
#[must_use]
pub fn class_of(word: &str) -> Class {
    WORDS.get(word).copied().unwrap_or(Class::Other)
}

/// A day that has a name.
#[derive(Clone, Debug)]
pub struct Holiday {
    /// The words of its name, in lower case.
    pub words: Vec<&'static str>,
    /// On which day it falls.
    pub rule: HolidayRule,
}

/// On which day of a year a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayRule {
    /// Month and day.
    Fixed(i8, i8),
    /// The nth weekday (Monday is 1) of a month, the last one for -1, and the days behind it.
    Weekday {
        /// 1..=12.
        month: i8,
        /// 1..=7.
        weekday: i8,
        /// 1..=5, or -1.
        nth: i8,
        /// How many days later.
        behind: i32,
    },
    /// Days after Easter Sunday of the western churches.
    Easter(i32),
}

impl HolidayRule {
    fn named(rule: &str) -> Option<Self> {
        let parts: Vec<&str> = rule.split(' ').collect();
        Some(match parts.as_slice() {
            [fixed] => {
                let (month, day) = fixed.split_once('-')?;
                HolidayRule::Fixed(month.parse().ok()?, day.parse().ok()?)
            }
            ["easter", days] => HolidayRule::Easter(days.parse().ok()?),
            [month, weekday, nth, behind @ ..] => HolidayRule::Weekday {
                month: month.parse().ok()?,
                weekday: match class_of(weekday) {
                    Class::Weekday { number, .. } => number,
                    _ => return None,
                },
                nth: if *nth == "last" { -1 } else { nth.parse().ok()? },
                behind: behind.first().map_or(Some(0), |days| days.parse().ok())?,
            },
            _ => return None,
        })
    }
}

/// The holidays whose name begins with `word`, longest name first.
#[must_use]
pub fn holidays(word: &str) -> &'static [Holiday] {
    HOLIDAYS.get(word).map_or(&[], Vec::as_slice)
}

static WORDS: LazyLock<FxHashMap<SmolStr, Class>> = LazyLock::new(|| {
    rows(include_str!("data/words.tsv"))
        .filter_map(|row| match row.as_slice() {
            [word, class, value] => Some((SmolStr::new_static(word), class_named(class, value)?)),
            _ => None,
        })
        .chain(calendar::words().map(|word| (word.word.to_ascii_lowercase_smolstr(), class_in_calendar(word))))
        .collect()
});

static HOLIDAYS: LazyLock<FxHashMap<&'static str, Vec<Holiday>>> = LazyLock::new(|| {
    let mut holidays: FxHashMap<&'static str, Vec<Holiday>> = FxHashMap::default();
    for row in rows(include_str!("data/holidays.tsv")) {
        if let [name, rule] = row.as_slice()
            && let (Some(first), Some(rule)) = (name.split([' ', '\'', '.']).next(), HolidayRule::named(rule))
        {
            let words = name.split(' ').collect();
            holidays.entry(first).or_default().push(Holiday { words, rule });
        }
    }
    for named in holidays.values_mut() {
        named.sort_by_key(|holiday| std::cmp::Reverse(holiday.words.len()));
    }
    holidays
});

/// The rows of a table: cells parted by tabs, lines that begin with # are remarks.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').collect())
}

fn class_in_calendar(word: CalendarWord) -> Class {
    let short = word.form == CalendarForm::Short;
    match word.names {
        CalendarName::Month(number) => Class::Month { number, short },
        CalendarName::Weekday(weekday) if word.form == CalendarForm::Plural => {
            Class::Weekdays(weekday.to_monday_one_offset())
        }
        CalendarName::Weekday(weekday) => Class::Weekday {
            number: weekday.to_monday_one_offset(),
            short,
        },
    }
}

fn class_named(class: &str, value: &'static str) -> Option<Class> {
    let number = value.parse::<i32>().unwrap_or_default();
    let count = u32::try_from(number).unwrap_or_default();
    Some(match class {
        "unit" | "units" => Class::Unit {
            unit: Unit::named(value)?,
            plural: class == "units",
        },
        "season" | "seasons" => Class::Season {
            code: value,
            plural: class == "seasons",
        },
        "part" => Class::Part(value),
        "parts" => Class::Parts(value),
        "noon" => Class::Noon(value),
        "relative-day" => Class::RelativeDay(number),
        "tonight" => Class::Tonight,
        "number" => Class::Number(count),
        "ordinal" => Class::Ordinal(count),
        "ordinal-suffix" => Class::OrdinalSuffix,
        "vague" => Class::Vague,
        "couple" => Class::Couple,
        "shift" => Class::Shift(number),
        "past" => Class::Past,
        "latest" => Class::Latest,
        "same" => Class::Same,
        "decade" => Class::Decade(number),
        "zone" => Class::Zone,
        "frequency" => Class::Frequency(value),
        "present" => Class::Present,
        "past-reference" => Class::PastReference,
        "future-reference" => Class::FutureReference,
        "ago" => Class::Ago,
        "later" => Class::Later,
        "edge" => Class::Edge,
        "about" => Class::About,
        "every" => Class::Every,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        assert_eq!(
            rows(include_str!("data/words.tsv")).count() + calendar::words().count(),
            WORDS.len()
        );
        let holidays: usize = HOLIDAYS.values().map(Vec::len).sum();
        assert_eq!(rows(include_str!("data/holidays.tsv")).count(), holidays);
    }
}
