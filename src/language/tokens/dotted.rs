//! Abbreviations and initials with their points: "U.S.", "J. P.", "Corp." Whether a sentence ends there is decided by
//! [`sentences`](crate::language::split_sentences).

use crate::language::abbreviations::{self, Abbreviation};
use crate::language::tokens::characters::{char_at, is_space, is_wordlike};
use crate::language::tokens::scanner::Scanner;

/// More letters with periods between them are not an abbreviation.
const LONGEST_DOTTED: usize = 8;

impl Scanner<'_> {
    /// The end of "U.S.", "a.m.", "J.P.", "Ph.D." or of an initial.
    pub(super) fn dotted(&self, start: usize, end: usize) -> Option<usize> {
        if self.get(start, end.min(start + 5)).eq_ignore_ascii_case("Ph.D.") {
            return Some(start + 5);
        }
        let mut at = start;
        let mut letters = 0;
        loop {
            let letter = char_at(self.text, at).filter(|letter| at < end && letter.is_alphabetic())?;
            let after = at + letter.len_utf8();
            if char_at(self.text, after) != Some('.') || after >= end {
                // "U.S" without its last point.
                let is_whole = !char_at(self.text, after)
                    .filter(|_| after < end)
                    .is_some_and(is_wordlike);
                return (is_whole
                    && letters > 0
                    && (letter.is_uppercase() || letters > 1 || "mMgGeE".contains(letter)))
                .then_some(after);
            }
            letters += 1;
            if letters > LONGEST_DOTTED {
                return None;
            }
            at = after + 1;
            let next = char_at(self.text, at).filter(|_| at < end);
            match next {
                Some(next) if next.is_alphabetic() => {
                    // "J.Smith": the initial is a word, the name another.
                    let second = char_at(self.text, at + next.len_utf8());
                    if second.is_some_and(is_wordlike) {
                        return letter.is_uppercase().then_some(at);
                    }
                }
                _ if letters > 1 => return Some(at),
                // A single letter is an initial where it is a capital and more text follows.
                _ => {
                    let more = self
                        .text
                        .get(at..)
                        .is_some_and(|rest| !rest.chars().take(3).all(is_space));
                    let is_single =
                        letter.is_uppercase() && letter != 'I' && more && next.is_none_or(|next| next != '.');
                    return is_single.then_some(at);
                }
            }
        }
    }

    /// Whether the point at `at` belongs to the word before it.
    pub(super) fn is_abbreviation(&self, start: usize, at: usize, end: usize) -> bool {
        if at - start > 7 {
            return false;
        }
        let next = char_at(self.text, at + 1).filter(|_| at + 1 < end);
        if next.is_some_and(|next| is_wordlike(next) || next == '.') {
            return false;
        }
        let rest = self.text.get(at + 1..).unwrap_or("").trim_start_matches(is_space);
        match abbreviations::of(self.get(start, at)) {
            None => false,
            Some(Abbreviation::Number) => rest.starts_with(|next: char| next.is_ascii_digit()),
            Some(Abbreviation::State) => self.follows_comma(start),
            Some(Abbreviation::Title) => !rest.is_empty(),
            Some(_) => true,
        }
    }

    fn follows_comma(&self, start: usize) -> bool {
        self.text.get(..start).is_some_and(|before| before.ends_with(", "))
    }
}
