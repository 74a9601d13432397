//! Figures with their units: "1,200.5", "5pm", "1990s". It reads no figure written in letters.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::tokens::characters::{char_at, char_before, is_apostrophe, is_space, is_wordlike};
use crate::language::tokens::scanner::Scanner;
use crate::text::table::lines;

/// What clings to a figure and is yet a word of its own ("5pm", "40km", "£2bn").
static UNITS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| lines(include_str!("../data/units.txt")).collect());

impl Scanner<'_> {
    /// A figure: "1,200.5", "10:30", "9/11", "555-0142", "19th", "1990s", and its unit as a word of its own.
    pub(super) fn figure(&mut self, start: usize, end: usize) -> usize {
        let mut at = self.run(start + 1, end, |symbol| symbol.is_ascii_digit());
        loop {
            let joined = match char_at(self.text, at).filter(|_| at < end) {
                Some('.' | ',' | ':' | '/') => true,
                Some('-') => self.is_telephone_part(start, at, end),
                _ => false,
            };
            let to = if joined {
                self.run(at + 1, end, |symbol| symbol.is_ascii_digit())
            } else {
                at
            };
            if to <= at + 1 {
                break;
            }
            at = to;
        }
        let tail = self.run(at, end, is_wordlike);
        if tail > at {
            let suffix = self.get(at, tail);
            if suffix.len() < 5 && UNITS.contains(suffix.to_ascii_lowercase().as_str()) && suffix != "C" {
                self.push(start, at);
                let tail = self.dotted_time(at, tail, end);
                return self.push(at, tail);
            }
            if suffix == "a" || suffix == "A" {
                let dotted = self.dotted_time(at, tail, end);
                if dotted > tail {
                    self.push(start, at);
                    return self.push(at, dotted);
                }
            }
            return self.push(start, tail);
        }
        // "90's" and the clitic after a year are told apart by the number of figures.
        if at - start <= 2
            && char_at(self.text, at).is_some_and(is_apostrophe)
            && let Some(after) = self.clitic_end(at, end)
            && self.get(at, after).ends_with('s')
        {
            return self.push(start, after);
        }
        // A list mark at the start of a line: "1. Open the door".
        if char_at(self.text, at) == Some('.')
            && at + 1 == end
            && char_at(self.text, end).is_some_and(|next| next != '\n')
            && self
                .text
                .get(..start)
                .is_some_and(|before| before.is_empty() || before.ends_with('\n'))
        {
            return self.push(start, at + 1);
        }
        self.push(start, at)
    }

    pub(super) fn digit_follows(&self, at: usize, end: usize) -> bool {
        let before_is_open =
            char_before(self.text, at).is_none_or(|before| is_space(before) || "($£€".contains(before));
        before_is_open && at + 1 < end && char_at(self.text, at + 1).is_some_and(|next| next.is_ascii_digit())
    }

    /// "p.m." after a figure without a space.
    fn dotted_time(&self, at: usize, tail: usize, end: usize) -> usize {
        match self.get(at, (at + 4).min(end)).to_ascii_lowercase().as_str() {
            "p.m." | "a.m." => at + 4,
            "p.m" | "a.m" => at + 3,
            _ => tail,
        }
    }

    /// Whether the hyphen at `at` is inside a telephone number or a written date rather than a range.
    fn is_telephone_part(&self, start: usize, at: usize, end: usize) -> bool {
        let before = at - start;
        let after = self
            .get(at + 1, end)
            .bytes()
            .take(8)
            .take_while(u8::is_ascii_digit)
            .count();
        let goes_on = self.get(start, at).contains('-') || char_at(self.text, at + 1 + after) == Some('-');
        (before == 3 && after == 4) || (goes_on && matches!(after, 2..=4))
    }
}
