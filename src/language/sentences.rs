//! Sentence ends between words. When in doubt it does not split: a false split breaks quotations, a missed one rarely.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::language::abbreviations::{self, Abbreviation};
use crate::language::tokens::{char_at, char_before, is_apostrophe, is_space};
use crate::text::Span;
use crate::text::calendar::{self, CalendarName};

static OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| abbreviations::lines(include_str!("data/sentence_openers.txt")).collect());
static FRAME_VERBS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| abbreviations::lines(include_str!("data/frame_verbs.txt")).collect());

/// How many words behind a closing mark are searched for the verb of a frame.
const FRAME_REACH: usize = 7;
/// Time zones, which follow "a.m." without opening a sentence.
const ZONES: [&str; 19] = [
    "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "bst", "cet", "utc",
    "eastern", "central", "pacific",
];

/// The sentences of `text`, as ranges of `words`, its words in order. Linear in the number of words.
#[must_use]
pub fn split(text: &str, words: &[Span]) -> Vec<Range<usize>> {
    let splitter = Splitter { text, words };
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < words.len() {
        match splitter.end_after(at) {
            Some(end) => {
                sentences.push(start..end);
                start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    if start < words.len() {
        sentences.push(start..words.len());
    }
    sentences
}

/// "at 9 a.m. Monday", "at 9 a.m. Sun.": the weekday of a clock time opens no sentence.
fn is_weekday_in_any_form(word: &str) -> bool {
    calendar::named(word).is_some_and(|word| matches!(word.names, CalendarName::Weekday(_)))
}

struct Splitter<'a> {
    text: &'a str,
    words: &'a [Span],
}

/// What a word means for the end of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Terminator {
    /// A point on its own.
    Point,
    /// A question or exclamation mark.
    Loud,
    /// "…", "..."
    Trailing,
    /// An abbreviation whose point may also end the sentence.
    Abbreviation(Kind),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Time,
    Initial,
    Place,
}

impl<'a> Splitter<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |span| span.of(self.text))
    }

    fn gap(&self, at: usize) -> &'a str {
        let start = self.words.get(at.wrapping_sub(1)).map_or(0, |span| span.end);
        let end = self.words.get(at).map_or(self.text.len(), |span| span.start);
        self.text.get(start..end).unwrap_or("")
    }

    fn is_attached(&self, at: usize) -> bool {
        self.gap(at).is_empty()
    }

    /// The index behind the sentence that ends with the word `at`, or with the closing marks behind it.
    fn end_after(&self, at: usize) -> Option<usize> {
        let gap = self.gap(at + 1);
        if gap.len() > 1 && gap.bytes().filter(|&byte| byte == b'\n').count() > 1 {
            return Some(at + 1);
        }
        let kind = self.terminator(at)?;
        let mut end = at + 1;
        let mut closed = false;
        while end < self.words.len() && self.closes(end) {
            closed = true;
            end += 1;
        }
        let Some(next) = self.words.get(end).map(|span| span.of(self.text)) else {
            return Some(end);
        };
        // "end.Next" is a typing slip, "3.x" is not: without white space only a capital behind a lower-case word splits.
        if self.is_attached(end) {
            let slip = kind == Terminator::Point
                && !closed
                && next.len() > 1
                && next.starts_with(char::is_uppercase)
                && at > 0
                && self.word(at - 1).ends_with(char::is_lowercase)
                && self.word(at - 1).len() > 1;
            let loud = kind == Terminator::Loud && next.starts_with(char::is_uppercase);
            return (slip || loud).then_some(end);
        }
        self.opens(at, kind, closed, end).then_some(end)
    }

    /// Whether the word `next` opens a sentence, after the terminator at `at`.
    fn opens(&self, at: usize, kind: Terminator, closed: bool, next: usize) -> bool {
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
                    Kind::Time => !ZONES.contains(&lower.as_str()) && !is_weekday_in_any_form(&lower),
                    Kind::Initial => opener && word.len() > 1 && !self.is_name_before(at),
                    Kind::Place => opener || in_marks,
                }
            }
        }
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

    fn terminator(&self, at: usize) -> Option<Terminator> {
        let word = self.word(at);
        match word {
            "." | "。" | "।" | "۔" => return Some(Terminator::Point),
            "…" => return Some(Terminator::Trailing),
            "？" | "！" | "؟" => return Some(Terminator::Loud),
            _ => {}
        }
        if !word.ends_with(['.', '!', '?']) || word.len() < 2 && !matches!(word, "!" | "?") {
            return None;
        }
        if word.bytes().all(|byte| matches!(byte, b'.' | b'!' | b'?')) {
            let loud = word.contains(['!', '?']);
            return Some(if loud { Terminator::Loud } else { Terminator::Trailing });
        }
        let form = word.strip_suffix('.')?;
        if form.contains('.') {
            let lower = form.to_ascii_lowercase();
            return match lower.as_str() {
                "a.m" | "p.m" => Some(Terminator::Abbreviation(Kind::Time)),
                "e.g" | "i.e" => None,
                _ => Some(Terminator::Abbreviation(Kind::Place)),
            };
        }
        match abbreviations::of(form) {
            Some(Abbreviation::Title | Abbreviation::Number) => None,
            Some(_) => Some(Terminator::Abbreviation(Kind::Place)),
            None if form.chars().count() == 1 => Some(Terminator::Abbreviation(Kind::Initial)),
            None => None,
        }
    }

    /// Whether the mark at `at` closes what ended before it.
    fn closes(&self, at: usize) -> bool {
        match self.word(at) {
            ")" | "]" | "}" | "”" | "»" | "’’" => {
                self.is_attached(at) || self.gap(at).len() <= 1 && self.word(at) != ")"
            }
            "\"" | "''" | "'" | "’" | "“" => self.is_attached(at) && self.closes_by_place(at),
            // "Go!." and the like.
            "." => self.is_attached(at),
            _ => false,
        }
    }

    /// A symmetric mark closes where white space, the end, or more punctuation stands behind it.
    fn closes_by_place(&self, at: usize) -> bool {
        let Some(span) = self.words.get(at) else { return false };
        char_at(self.text, span.end).is_none_or(|next| is_space(next) || !next.is_alphanumeric())
    }

    fn is_opening_mark(&self, at: usize) -> bool {
        let word = self.word(at);
        let opens = match word {
            "“" | "‘" | "«" | "„" | "(" | "[" | "``" | "‘‘" => true,
            "\"" | "''" | "'" => true,
            _ => word.chars().all(is_apostrophe) && !word.is_empty(),
        };
        opens
            && self.words.get(at).is_some_and(|span| {
                char_before(self.text, span.start).is_none_or(|before| is_space(before) || !before.is_alphanumeric())
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens::tokenise;

    /// The text as it is cut at `|`.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let words = tokenise(&text);
        let sentences: Vec<&str> = split(&text, &words)
            .into_iter()
            .map(|range| Span::new(words[range.start].start, words[range.end - 1].end).of(&text))
            .collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(sentences, expected);
    }

    /// News lines that tempt a splitter, one for each kind of trap.
    #[test]
    fn tricky_news_lines() {
        check("U.S. Secretary of State Ana Ovale arrived. |She left at noon.");
        check("Mr. Smith met Mrs. Rao on Jan. 5 in Geneva. |Nobody spoke.");
        check("Sen. Ida Kolb, R-Maine, and Rep. J. T. Brandt voted no. |The bill died.");
        check("The shop opens at 9 a.m. Monday. |It closes at 5 p.m. |Workers had asked for less.");
        check("“We met twice.” |“We will meet again.”");
        check("“Are you sure?” she asked. |Nobody was.");
        check("“Are you sure?” Deputy Minister Rao asked. |Nobody was.");
        check("\"Go home!\" the crowd shouted. |\"Go home!\"");
        check("''It is over,'' he said. |''We lost.''");
        check("Acme Corp. Chief Executive Lin Park resigned. |The shares fell.");
        check("Beta Inc. and Gamma Ltd. merged. |The price was $4.5 million.");
        check("He lives in Peoria, Ill., near St. Mary's. |Winters are cold.");
        check("Gen. Omar Diaz and Lt. Col. Pia Roth spoke to the U.N. Security Council. |It listened.");
        check("They left the U.S. |The talks had failed.");
        check("Room No. 5 was empty. |No. 6 was not.");
        check("“I said no. |I meant it,” he told the court.");
        check("J.R. Holt and K. Miro won. |A. Nagy lost.");
        check("Prof. Lee (of Bonn) agreed. |(Others did not.) |Talks go on.");
        check("The vote was 52.5 to 47.5 percent. |“A clear result,” he said.");
        check("Is it true? |Yes! |It is.");
        check("He waited … and waited. |Then he left…");
        check("The firm, e.g. its board, approx. 40 people, vs. the union. |It lost.");
        check("Martin Luther King Jr. Day is in January. |It is a holiday.");
        check("On Sept. 11 and Feb. 2 they met. |In Dec. they did not.");
        check("Yahoo! said it would sell. |“No!” they cried.");
    }

    #[test]
    fn blank_lines_split() {
        check("Summit ends without a deal\n\n|Leaders left Geneva on Friday.");
    }
}
