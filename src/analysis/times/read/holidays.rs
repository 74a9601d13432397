//! Days that have a name. It knows no custom of any country beyond `data/holidays.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::times::expression::{DayName, Expression, HolidayRule, YearName};
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::{leading_shift, trailing_year};
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::{TimeClass, class_of};
use crate::text::table;

/// "Christmas Day 2031", "last Thanksgiving", "on Easter".
#[must_use]
pub fn holiday(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (shift, from) = leading_shift(reader, at).map_or((None, at), |(shift, next)| (Some(shift), next));
    if !reader.is_capital(from) {
        return None;
    }
    let (named, next) = HOLIDAYS
        .get(reader.word(from))?
        .iter()
        .find_map(|holiday| Some((holiday, after_name(reader, from, &holiday.words)?)))?;
    let (year, next) = match shift {
        Some(shift) => (YearName::Shifted(shift), next),
        None => trailing_year(reader, next),
    };
    let is_one_word = named.words.len() == 1;
    // "Easter eggs", "Thanksgiving Parade": the day is named next to what it is for.
    if is_one_word && (reader.is_capital(next) || year == YearName::Unnamed && !is_led(reader, at)) {
        return None;
    }
    let expression = match (named.rule, year) {
        (
            HolidayRule::Fixed(month, day),
            YearName::Unnamed | YearName::Given(_) | YearName::Short(_) | YearName::Shift(_),
        ) => Expression::Day(DayName::plain(year, month, day)),
        (rule, year) => Expression::Holiday { rule, year },
    };
    Some(TimeMatch::date(next, expression))
}

/// Whether a preposition makes a day of what may be the whole season: "on Easter", "since Christmas".
fn is_led(reader: TimeReader<'_>, at: usize) -> bool {
    let before = reader.before(at);
    matches!(
        before,
        "on" | "before" | "after" | "by" | "until" | "at" | "since" | "for" | "over"
    )
}

/// The index after a name, if it is at `start`. Apostrophes are tokens of their own: "new", "year", "'", "s", "day".
fn after_name(reader: TimeReader<'_>, start: usize, name: &[&'static str]) -> Option<usize> {
    let mut next = start;
    for word in name {
        for piece in word.split_inclusive(['\'', '.']) {
            let letters = piece.trim_end_matches(['\'', '.']);
            let mark = piece.strip_prefix(letters).unwrap_or("");
            for expected in [letters, mark].into_iter().filter(|part| !part.is_empty()) {
                if !reader.is(next, expected) {
                    return None;
                }
                next += 1;
            }
        }
    }
    Some(next)
}

/// A day that has a name.
#[derive(Debug)]
struct NamedDay {
    /// The words of its name, in lowercase.
    words: Vec<&'static str>,
    /// On which day it falls.
    rule: HolidayRule,
}

const TABLE: &str = include_str!("../data/holidays.tsv");

/// The holidays by the first word of their name, longest name first.
static HOLIDAYS: LazyLock<FxHashMap<&'static str, Vec<NamedDay>>> = LazyLock::new(|| {
    let mut holidays: FxHashMap<&'static str, Vec<NamedDay>> = FxHashMap::default();
    for [name, rule] in table::rows(TABLE) {
        if let (Some(first), Some(rule)) = (name.split([' ', '\'', '.']).next(), rule_named(rule)) {
            let words = name.split(' ').collect();
            holidays.entry(first).or_default().push(NamedDay { words, rule });
        }
    }
    for named in holidays.values_mut() {
        named.sort_by_key(|holiday| std::cmp::Reverse(holiday.words.len()));
    }
    holidays
});

fn rule_named(rule: &str) -> Option<HolidayRule> {
    let parts: Vec<&str> = rule.split(' ').collect();
    Some(match parts.as_slice() {
        [fixed] => {
            let (month, day) = fixed.split_once('-')?;
            HolidayRule::Fixed(month.parse().ok()?, day.parse().ok()?)
        }
        ["easter", days] => HolidayRule::Easter(days.parse().ok()?),
        [month, weekday, nth, after @ ..] => HolidayRule::Weekday {
            month: month.parse().ok()?,
            weekday: match class_of(weekday) {
                TimeClass::Weekday { number, .. } => number,
                _ => return None,
            },
            nth: if *nth == "last" { -1 } else { nth.parse().ok()? },
            after: after.first().map_or(Some(0), |days| days.parse().ok())?,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::malformed::<2>(TABLE).next(), None);
        let holidays: usize = HOLIDAYS.values().map(Vec::len).sum();
        assert_eq!(table::lines(TABLE).count(), holidays);
    }
}
