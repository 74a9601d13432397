//! Words of letters, with what clings to them and the hyphens they keep. Points inside a word are in
//! [`dotted`](super::dotted).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::tokens::characters::{char_at, is_apostrophe, is_wordlike};
use crate::language::tokens::scanner::Scanner;
use crate::text::table::lines;

static PREFIXES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/hyphen_prefixes.txt")).collect());

/// What clings to the word before it, without its apostrophe.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];
/// One written word that is two words; the second starts at the given byte.
const FUSED: [(&str, usize); 8] = [
    ("cannot", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("wanna", 3),
    ("lemme", 3),
    ("gimme", 3),
    ("dunno", 2),
    ("gotcha", 3),
];
/// Currencies written with letters before the sign ("US$", "A$").
const DOLLARS: [&str; 9] = ["us", "a", "c", "nz", "hk", "s", "nt", "ca", "au"];

impl Scanner<'_> {
    /// A word with what clings to it.
    pub(super) fn word(&mut self, start: usize, end: usize) -> usize {
        if let Some(abbreviation) = self.dotted(start, end) {
            return self.push(start, abbreviation);
        }
        let mut at = self.run(start, end, is_wordlike);
        loop {
            match char_at(self.text, at).filter(|_| at < end) {
                Some(mark) if is_apostrophe(mark) => {
                    let after = at + mark.len_utf8();
                    let tail = self.run(after, end, is_wordlike);
                    if let Some(cut) = self.negation(start, at, tail) {
                        self.push(start, cut);
                        return self.push(cut, tail);
                    }
                    if self.clitic_end(at, end) == Some(tail) {
                        return self.close_word(start, at);
                    }
                    if tail == after || mark == '`' || mark == '\u{2018}' {
                        return self.close_word(start, at);
                    }
                    at = tail;
                }
                Some('&') if self.is_upper(start, at) => {
                    let tail = self.run(at + 1, end, |symbol| symbol.is_uppercase());
                    if tail == at + 1 {
                        return self.close_word(start, at);
                    }
                    at = tail;
                }
                Some('$') if DOLLARS.contains(&self.get(start, at.min(start + 3)).to_ascii_lowercase().as_str()) => {
                    return self.push(start, at + 1);
                }
                Some('-') if self.keeps_hyphen(start, at, end) => {
                    at = self.run(at + 1, end, is_wordlike);
                }
                Some('/') if at - start == 1 && self.is_short_slash(at, end) => {
                    at = self.run(at + 1, end, is_wordlike);
                }
                Some('.') if self.is_abbreviation(start, at, end) => return self.push(start, at + 1),
                _ => return self.close_word(start, at),
            }
        }
    }

    /// Pushes a word, in two where it is written as one ("cannot").
    fn close_word(&mut self, start: usize, end: usize) -> usize {
        if end - start <= 6 {
            let lower = self.get(start, end).to_ascii_lowercase();
            if let Some(&(_, cut)) = FUSED.iter().find(|(fused, _)| *fused == lower) {
                self.push(start, start + cut);
                return self.push(start + cut, end);
            }
        }
        self.push(start, end)
    }

    fn is_upper(&self, start: usize, end: usize) -> bool {
        end - start <= 4 && self.get(start, end).chars().all(char::is_uppercase)
    }

    /// "w/o", "s/he": a slash after one letter, with at most two after it, in lowercase.
    fn is_short_slash(&self, at: usize, end: usize) -> bool {
        let tail = self.run(at + 1, end, is_wordlike);
        (2..=5).contains(&(tail - at)) && self.get(at + 1, tail).chars().all(char::is_lowercase)
    }

    /// Where "n't" starts, if the apostrophe at `at` is its own.
    fn negation(&self, start: usize, at: usize, tail: usize) -> Option<usize> {
        let is_t = tail
            .checked_sub(1)
            .is_some_and(|t| self.get(t, tail).eq_ignore_ascii_case("t"));
        let is_n = at > start && self.get(at - 1, at).eq_ignore_ascii_case("n");
        let after = at + char_at(self.text, at).map_or(1, char::len_utf8);
        (is_t && is_n && tail == after + 1 && at - 1 > start).then(|| at - 1)
    }

    /// The end of the clitic whose apostrophe is at `at`.
    pub(super) fn clitic_end(&self, at: usize, end: usize) -> Option<usize> {
        let mark = char_at(self.text, at)?;
        if mark == '\u{2018}' {
            return None;
        }
        let after = at + mark.len_utf8();
        let letters = self
            .get(after, end)
            .bytes()
            .take(3)
            .take_while(u8::is_ascii_alphabetic)
            .count();
        let tail = after + letters;
        let body = self.get(after, tail);
        let next = char_at(self.text, tail).filter(|_| tail < end);
        let is_whole = !next.is_some_and(is_wordlike);
        (is_whole && CLITICS.iter().any(|clitic| clitic.eq_ignore_ascii_case(body))).then_some(tail)
    }

    /// Whether the hyphen at `at` belongs to a prefix or a short "e-" word.
    fn keeps_hyphen(&self, start: usize, at: usize, end: usize) -> bool {
        if !char_at(self.text, at + 1).is_some_and(|next| at + 1 < end && next.is_alphabetic()) {
            return false;
        }
        at - start <= 8 && PREFIXES.contains(self.get(start, at).to_ascii_lowercase().as_str())
    }
}
