//! Dates that are right before a noun phrase and are not part of it. It reads no date; that is the room of times.

use std::ops::Range;

use crate::language::calendar::{is_month, is_weekday};
use crate::language::{Tag, Upos, View};

/// Words before a weekday that says when something happened: "on Monday".
const BEFORE_WEEKDAY: [&str; 8] = ["on", "since", "until", "by", "before", "after", "late", "early"];

/// Words before a month: "in May".
const BEFORE_MONTH: [&str; 9] = ["on", "in", "since", "until", "by", "before", "after", "late", "early"];

/// Words before a year: "in 2031".
const BEFORE_YEAR: [&str; 6] = ["in", "since", "until", "by", "before", "after"];

/// The end of a date with which a run of words begins, and which says when the rest acts: "on Monday Foreign Minister
/// Ana Weil", "last May officials". The start of the run where there is none: "the Monday talks", "on Monday's show".
pub(super) fn end_of_date(words: View<'_>, run: &Range<usize>) -> usize {
    let mut at = run.start;
    let is_near = words.is_any(at, &["last", "next", "this"]);
    at += usize::from(is_near);
    let before = run.start.checked_sub(1);
    let is_when = |openers: &[&str]| is_near || before.is_some_and(|before| words.is_any(before, openers));
    if is_weekday(words.form(at)) && is_when(&BEFORE_WEEKDAY) {
        at += 1;
        at += usize::from(words.is_any(at, &["morning", "afternoon", "evening", "night"]));
    } else if is_month(words.form(at)) && is_when(&BEFORE_MONTH) {
        at += 1;
        at += usize::from(is_day_of_month(words.form(at)));
    } else if is_year(words.form(at)) && is_when(&BEFORE_YEAR) {
        at += 1;
    } else {
        return run.start;
    }
    let names = &words.language.names;
    let next = names.partition_point(|name| name.words.end <= at);
    let is_in_name = names.get(next).is_some_and(|name| name.words.start < at);
    let goes_on =
        at < run.end && words.tag(at) != Tag::PossessiveEnding && !matches!(words.upos(at), Upos::Punct | Upos::Sym);
    if goes_on && !is_in_name { at } else { run.start }
}

/// "3", "30".
fn is_day_of_month(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "2031", but not "300".
fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::toy;

    #[test]
    fn a_date_ends_where_the_phrase_after_it_begins() {
        for (text, start, expected) in [
            ("on Monday officials left", 1, 2),
            ("on Monday morning officials left", 1, 3),
            ("last May officials left", 0, 2),
            ("in May 3 officials left", 1, 3),
            ("in 2031 officials left", 1, 2),
            ("in 300 officials left", 1, 1),
            ("the Monday talks", 1, 1),
            ("on Monday 's show", 1, 1),
        ] {
            let mut language = toy::language(text);
            language.names.clear();
            let words = View::new(text, &language);
            assert_eq!(end_of_date(words, &(start..words.len())), expected, "{text}");
        }
    }
}
