//! What opens a sentence after something that may have ended one. A frame goes on with its sentence: “What now?” she asked.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::sentences::splitter::Splitter;
use crate::language::sentences::terminator::{Shortened, Terminator};
use crate::text::calendar::{self, CalendarName};
use crate::text::table::lines;

/// Words that open a sentence after an abbreviation.
static OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/sentence_openers.txt")).collect());
static FRAME_VERBS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/frame_verbs.txt")).collect());
/// Time zones, which follow "a.m." without opening a sentence.
static ZONES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/time_zones.txt")).collect());

/// How many words after a closing mark are searched for the verb of a frame.
const FRAME_REACH: usize = 7;

/// "at 9 a.m. Monday", "at 9 a.m. Sun.": the weekday of a clock time opens no sentence.
fn is_weekday_in_any_form(word: &str) -> bool {
    calendar::named(word).is_some_and(|word| matches!(word.names, CalendarName::Weekday(_)))
}

impl Splitter<'_> {
    /// Whether the word `next` opens a sentence, after the terminator at `at`.
    pub(super) fn opens(&self, at: usize, kind: Terminator, closed: bool, next: usize) -> bool {
        let mut first = next;
        let mut in_marks = false;
        while self.is_opening_mark(first) && first < next + 3 {
            in_marks = true;
            first += 1;
        }
        let word = self.word(first);
        let Some(letter) = word.chars().next() else { return true };
        let is_lower = letter.is_lowercase() && !word.chars().skip(1).any(char::is_uppercase);
        if is_lower && !in_marks {
            return false;
        }
        match kind {
            Terminator::Point => {
                letter.is_alphanumeric()
                    || in_marks
                    || matches!(letter, '$' | '£' | '€' | '#' | '@')
                    || self.is_dash(first)
            }
            Terminator::Loud | Terminator::Trailing => {
                if kind == Terminator::Trailing && is_lower {
                    return false;
                }
                if !(letter.is_alphanumeric() || in_marks || matches!(letter, '$' | '£' | '€')) {
                    return false;
                }
                !(closed && !in_marks && self.is_frame(first))
            }
            Terminator::Abbreviation(class) => {
                let lower = word.to_lowercase();
                if is_lower || !letter.is_alphabetic() {
                    return false;
                }
                if closed && in_marks {
                    return true;
                }
                let opener = OPENERS.contains(lower.as_str());
                match class {
                    Shortened::Time => {
                        !ZONES.contains(lower.as_str()) && !is_weekday_in_any_form(&lower) && !self.is_date(first)
                    }
                    Shortened::Initial => opener && word.len() > 1 && !self.is_name_before(at),
                    Shortened::Place => opener || in_marks,
                }
            }
        }
    }

    /// "between 8 p.m. Nov. 3 and noon": a month with its day opens no sentence after a time of day.
    fn is_date(&self, at: usize) -> bool {
        let is_month = calendar::named(self.word(at)).is_some_and(|word| matches!(word.names, CalendarName::Month(_)));
        is_month && self.word(at + 1).starts_with(|figure: char| figure.is_ascii_digit())
    }

    fn is_name_before(&self, at: usize) -> bool {
        at > 0 && self.word(at - 1).starts_with(char::is_uppercase) && self.word(at - 1) != "Plan"
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "--" | "•" | "*")
    }

    /// “What now?” *Deputy Minister Rao asked*.
    fn is_frame(&self, first: usize) -> bool {
        for at in first..first + FRAME_REACH {
            let word = self.word(at);
            if word.is_empty()
                || self
                    .terminator(at)
                    .is_some_and(|kind| !matches!(kind, Terminator::Abbreviation(_)))
            {
                return false;
            }
            let goes_on = word == "went" && self.word(at + 1) == "on";
            if goes_on || FRAME_VERBS.contains(word) {
                return at > first;
            }
            let fits = word.starts_with(|letter: char| letter.is_uppercase() || letter == '\'' || letter == '’')
                || matches!(word, "the" | "of" | "for" | "a" | "an" | "one" | "-" | "later" | "then")
                || (at > first && at < first + 3 && self.word(first).eq_ignore_ascii_case("the"));
            if !fits {
                return false;
            }
        }
        false
    }
}
