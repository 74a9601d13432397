//! Phrases that say when something happens, which are next to names and are none: "last night Ana Lund said", "Lund said on
//! Friday morning". It asks for no verb and resolves no date.

use std::ops::Range;

use crate::analysis::attribution::lexicon::{WordClass, is_day, is_in, is_listed};
use crate::analysis::attribution::line::view::Line;
use crate::language::Upos;
use crate::language::calendar::{is_month, is_weekday};

/// How many words may come between a word like *last* and the part of time it is about: "the last two weeks".
const FARTHEST: usize = 3;

/// Whether a phrase that goes to the left from item `start` ends before item `before`, which says when: "on Monday | Foreign
/// Minister Ana Weil", "in June | officials", "last night | Ana Weil".
#[must_use]
pub fn ends_before(line: Line<'_>, before: usize, start: usize) -> bool {
    let after = |words: &[&str]| before > 0 && line.is_any(before - 1, words);
    is_weekday(line.form(before)) && after(&["on", "since", "until", "last", "next", "this", "late", "early"])
        || is_month(line.form(before)) && after(&["in", "since", "until", "last", "next", "this"])
        || line.is_capitalized(start) && begins_at(line, before).is_some()
}

/// Whether the head of a noun phrase is a part of time, which says nothing: "last week", "the evening".
#[must_use]
pub fn is_time(line: Line<'_>, phrase: &Range<usize>) -> bool {
    phrase.end.checked_sub(1).is_some_and(|last| is_unit(line, last))
}

/// Where the phrase begins that ends at item `last` and says when: "last week", "Friday morning", "two weeks ago"; `None` where it
/// may be anything else.
#[must_use]
pub fn begins_at(line: Line<'_>, last: usize) -> Option<usize> {
    if line.is(last, "ago") {
        return last.checked_sub(2).filter(|_| is_unit(line, last - 1));
    }
    if !is_unit(line, last) {
        return None;
    }
    (last.saturating_sub(FARTHEST)..last)
        .rev()
        .take_while(|&at| {
            line.has(
                at,
                &[Upos::Adj, Upos::Num, Upos::Det, Upos::Adv, Upos::Propn, Upos::Noun],
            )
        })
        .find(|&at| is_day(line.form(at)) || is_month(line.form(at)) || is_in(WordClass::WhichTime, line.form(at)))
}

/// Where the phrase ends that begins at item `first` and says when: "Just last week | Ana Lund said".
#[must_use]
pub fn ends_at(line: Line<'_>, first: usize) -> Option<usize> {
    let unit = (first..=first + FARTHEST).find(|&at| is_unit(line, at) || line.is(at, "ago"))?;
    // "Two weeks ago | Ana Lund said"
    let last = unit + usize::from(line.is(unit + 1, "ago"));
    let start = begins_at(line, last)?;
    (start <= first + 1).then_some(last + 1)
}

fn is_unit(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Noun]) && is_listed(WordClass::TimeUnit, line.lemma(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_phrase_of_time_begins_and_ends() {
        let text = "Just last week Ana Lund left on Friday morning.";
        with_line(text, |line| {
            let at = |form: &str| (0..line.len()).find(|&at| line.is(at, form)).unwrap();
            assert_eq!(ends_at(line, at("last")), Some(at("Ana")));
            assert_eq!(begins_at(line, at("morning")), Some(at("Friday")));
            assert_eq!(begins_at(line, at("Lund")), None);
            assert!(ends_before(line, at("week"), at("Ana")));
        });
        with_line("Three days ago Ana Lund, a nurse, said the ward was cold.", |line| {
            assert_eq!(ends_at(line, 0), Some(3));
        });
        with_line("The council met for a week.", |line| {
            assert_eq!(begins_at(line, 5), None)
        });
    }
}
