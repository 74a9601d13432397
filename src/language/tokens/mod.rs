//! Words of raw text as Universal Dependencies English cuts them. It never changes a byte: a word is a span.

mod addresses;
mod characters;
mod dotted;
mod figures;
mod marks;
mod scanner;
mod words;

pub(in crate::language) use characters::{char_at, char_before, is_apostrophe, is_space};

use crate::language::tokens::characters::is_wordlike;
use crate::language::tokens::scanner::Scanner;
use crate::text::Span;

/// The words of `text`, in order. Linear in the length of `text`.
#[must_use]
pub fn tokenise(text: &str) -> Vec<Span> {
    let mut scanner = Scanner {
        text,
        words: Vec::with_capacity(text.len() / 5),
    };
    let mut at = 0;
    while let Some(first) = char_at(text, at) {
        if is_space(first) {
            at += first.len_utf8();
            continue;
        }
        let end = text
            .get(at..)
            .and_then(|rest| rest.find(is_space))
            .map_or(text.len(), |length| at + length);
        scanner.stretch(at, end);
        at = end;
    }
    scanner.words
}

impl Scanner<'_> {
    /// Cuts a stretch without white space.
    fn stretch(&mut self, start: usize, end: usize) {
        let mut at = start;
        for (from, to) in self.addresses(start, end) {
            if char_at(self.text, to).is_some_and(is_wordlike) {
                continue;
            }
            self.plain(at, from);
            at = self.push(from, to);
        }
        self.plain(at, end);
    }

    /// Cuts a stretch that holds no address.
    fn plain(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let Some(first) = char_at(self.text, at) else { return };
            at = if first.is_ascii_digit() || (first == '.' && self.digit_follows(at, end)) {
                self.figure(at, end)
            } else if is_wordlike(first) {
                self.word(at, end)
            } else {
                self.mark(at, end, first)
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenise(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected, "in {text:?}");
    }

    #[test]
    fn clitics_are_words() {
        check("She didn't say it's Rao's.", "She did n't say it 's Rao 's .");
        check("We’re sure they’ll cannot", "We ’re sure they ’ll can not");
        check("The ministers' votes", "The ministers ' votes");
        check("O'Dell at six o'clock", "O'Dell at six o'clock");
    }

    #[test]
    fn hyphens_are_cut_but_for_prefixes() {
        check("a 24-year-old co-worker", "a 24 - year - old co-worker");
        check("2010-2012, 555-0142", "2010 - 2012 , 555-0142");
    }

    #[test]
    fn abbreviations_keep_their_point() {
        check(
            "U.S. Sen. J. Ovale met Mr. Smith.",
            "U.S. Sen. J. Ovale met Mr. Smith .",
        );
        check(
            "on Jan. 5 at 5 a.m. in Peoria, Ill.",
            "on Jan. 5 at 5 a.m. in Peoria , Ill.",
        );
        check("He felt ill. No. 5 said no.", "He felt ill . No. 5 said no .");
        check("Acme Corp. and Beta Inc., too", "Acme Corp. and Beta Inc. , too");
    }

    #[test]
    fn figures_stay_whole() {
        check("$1,200.50, 10:30, 9/11 and 5%", "$ 1,200.50 , 10:30 , 9/11 and 5 %");
        check("£2bn by 5pm on the 19th, 1990s", "£ 2 bn by 5 pm on the 19th , 1990s");
        check("US$40 in the '90s, 6p.m.", "US$ 40 in the '90s , 6 p.m.");
    }

    #[test]
    fn addresses_are_one_word() {
        check(
            "(see https://example.org/a?b=c.) or mail ana.rao@example.org, example.com.",
            "( see https://example.org/a?b=c . ) or mail ana.rao@example.org , example.com .",
        );
    }

    #[test]
    fn quotation_marks_are_words() {
        check("“Go,” he said.", "“ Go , ” he said .");
        check("''Go,'' he said. \"No.\"", "'' Go , '' he said . \" No . \"");
        check("‘Go,’ he said… ``Now''", "‘ Go , ’ he said … `` Now ''");
        check("He called it 'odd'.", "He called it ' odd ' .");
    }

    #[test]
    fn a_flood_of_one_sign_is_one_word() {
        for sign in ["/", "“", "🙂", "|", "%"] {
            assert_eq!(words(&sign.repeat(40)).len(), 40, "{sign}");
            assert_eq!(words(&format!("a {} b", sign.repeat(4_000))).len(), 3, "{sign}");
        }
        assert_eq!(words(&format!("a {} b", "<>[]\\/".repeat(4_000))).len(), 3);
    }

    #[test]
    fn degenerate_input_is_linear() {
        let started = std::time::Instant::now();
        for piece in ["a", "a.", "'", "1-", "-", ".", "a'", "\u{4e2d}", "1,", "@a", "A&", "x/"] {
            let text = piece.repeat(1_000_000);
            let words = tokenise(&text);
            assert!(words.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
        assert!(started.elapsed().as_secs() < 60, "took {:?}", started.elapsed());
    }
}
