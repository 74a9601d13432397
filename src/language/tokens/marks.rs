//! Punctuation and signs: what is neither a word nor a figure. It pairs no quotation marks.

use crate::language::tokens::characters::{char_at, char_before, is_apostrophe, is_space, is_wordlike};
use crate::language::tokens::scanner::Scanner;

/// How many signs may stand in a row and be words of their own.
const LONGEST_RUN: usize = 100;

impl Scanner<'_> {
    /// Punctuation and signs.
    pub(super) fn mark(&mut self, at: usize, end: usize, first: char) -> usize {
        let after = at + first.len_utf8();
        if is_apostrophe(first) && first != '`' {
            // A clitic on its own ("Rao”'s", "the 1990 's").
            if let Some(tail) = self.clitic_end(at, end)
                && char_before(self.text, at).is_some_and(|before| !is_space(before))
            {
                return self.push(at, tail);
            }
            // "'90s", "'em", "'cause".
            let tail = self.run(after, end, |symbol| symbol.is_ascii_alphanumeric());
            let body = self.get(after, tail);
            let is_year =
                body.len() >= 2 && body.bytes().take(2).all(|digit| digit.is_ascii_digit()) && body.len() <= 3;
            let is_cut = matches!(body, "em" | "cause" | "til" | "tis" | "twas") && first != '\u{2018}';
            if (is_year && (body.len() == 2 || body.ends_with('s'))) || is_cut {
                return self.push(at, tail);
            }
        }
        if matches!(first, '#' | '@') {
            let tail = self.run(after, end, is_wordlike);
            if tail > after {
                return self.push(at, tail);
            }
        }
        if first == '+' && char_at(self.text, after).is_some_and(|next| next.is_ascii_digit()) {
            let tail = self.run(after, end, |symbol| symbol.is_ascii_digit());
            return self.push(at, tail);
        }
        if let Some(tail) = self.end_of_flood(after, end) {
            return self.push(at, tail);
        }
        let tail = match first {
            '.' | '!' | '?' => self.run(after, end, |symbol| matches!(symbol, '.' | '!' | '?')),
            '-' | '=' | '*' | '~' | '_' | '<' | '>' | '\'' | '`' | '\u{2018}' | '\u{2019}' | '—' => {
                self.run(after, end, |symbol| symbol == first)
            }
            _ => after,
        };
        self.push(at, tail)
    }

    /// The end of a flood of signs: a rule across the page, a key that got stuck. A sign is a word of its own, but not one of those.
    fn end_of_flood(&self, after: usize, end: usize) -> Option<usize> {
        let signs = self.get(after, end).chars();
        let mut signs = signs.take_while(|symbol| !is_wordlike(*symbol) && !is_space(*symbol));
        signs.nth(LONGEST_RUN - 1)?;
        Some(self.run(after, end, |symbol| !is_wordlike(symbol) && !is_space(symbol)))
    }
}
