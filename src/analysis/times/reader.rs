//! Small steps over tokens: numbers, amounts, years. Each looks at a bounded number of tokens.

use crate::analysis::times::lexer::Token;
use crate::analysis::times::lists::{List, is_on};
use crate::analysis::times::words::Class;

/// Tokens to look at by index; an index outside gives nothing.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The tokens.
    pub tokens: &'a [Token],
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A number.
    Exact(u32),
    /// A number and a half.
    Half(u32),
    /// "a", "an": one, or no number at all.
    Article,
    /// "several".
    Vague,
}

impl<'a> Reader<'a> {
    /// The token at `at`.
    #[must_use]
    pub fn get(self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The word at `at` in lower case; empty outside.
    #[must_use]
    pub fn word(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.lower.as_str())
    }

    /// The word before `at`.
    #[must_use]
    pub fn before(self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The class at `at`.
    #[must_use]
    pub fn class(self, at: usize) -> Class {
        self.get(at).map_or(Class::Other, |token| token.class)
    }

    /// Whether the token at `at` is `word`.
    #[must_use]
    pub fn is(self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// Whether the token at `at` is one of `words`.
    #[must_use]
    pub fn is_any(self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|token| words.contains(&token.lower.as_str()))
    }

    /// Whether the word at `at` is on a list of words.
    #[must_use]
    pub fn is_on(self, at: usize, list: List) -> bool {
        is_on(list, self.word(at))
    }

    /// Whether the token at `at` stands without a space behind the one before.
    #[must_use]
    pub fn is_glued(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    /// Whether the token at `at` begins with a capital.
    #[must_use]
    pub fn is_capital(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.capital)
    }

    /// `at + 1` if the token there is `word`, else `at`.
    #[must_use]
    pub fn skip(self, at: usize, word: &str) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// `at + 1` if the token there is a comma or a full stop glued to the token before, else `at`.
    #[must_use]
    pub fn skip_stop(self, at: usize) -> usize {
        if self.is_any(at, &[".", ","]) && self.is_glued(at) {
            at + 1
        } else {
            at
        }
    }

    /// `at` behind a stop and then a comma ("Sept. 3", "Thu., May 3").
    #[must_use]
    pub fn skip_stops(self, at: usize) -> usize {
        let next = if self.is(at, ".") && self.is_glued(at) {
            at + 1
        } else {
            at
        };
        if self.is(next, ",") && self.is_glued(next) {
            next + 1
        } else {
            next
        }
    }

    /// A number in figures of at most `digits` figures that is no part of a longer one.
    #[must_use]
    pub fn figures(self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let token = self.get(at)?;
        let value = token.number?;
        if !digits.contains(&token.span.len()) {
            return None;
        }
        // "1,500" and "2.5": a mark between figures without spaces makes one number of them.
        let joined = |mark: usize, other: usize, right: usize| {
            self.is_any(mark, &[",", "."])
                && self.is_glued(mark)
                && self.is_glued(right)
                && self.get(other).is_some_and(|token| token.number.is_some())
        };
        let before = at >= 2 && joined(at - 1, at - 2, at) && !self.is_year_comma(at);
        let after = joined(at + 1, at + 2, at + 2) && !self.is_year_comma(at + 2);
        let money = at >= 1 && token.glued && self.is_any(at - 1, &["$", "€", "£", "¥", "#"]);
        (!before && !after && !money).then_some(value)
    }

    /// "Sept. 30,1999": a comma without a space before four figures parts day and year.
    fn is_year_comma(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.span.len() == 4) && at >= 1 && self.is(at - 1, ",")
    }

    /// A year in four figures.
    #[must_use]
    pub fn year(self, at: usize) -> Option<i16> {
        let year = self.figures(at, 4..=4)?;
        let glued_letter = self.is_glued(at + 1)
            && self
                .get(at + 1)
                .is_some_and(|next| next.lower.chars().all(char::is_alphabetic) && !self.is(at + 1, "s"));
        ((1000..2200).contains(&year) && !glued_letter && !self.is(at + 1, "%"))
            .then(|| i16::try_from(year).ok())
            .flatten()
    }

    /// A whole number in figures or words, and the index behind it.
    #[must_use]
    pub fn number(self, at: usize) -> Option<(u32, usize)> {
        if let Class::Number(first) = self.class(at) {
            let mut value = first;
            let mut next = at + 1;
            if (20..100).contains(&first) {
                let ones = if self.is(next, "-") { next + 1 } else { next };
                if let Class::Number(more) = self.class(ones)
                    && more < 10
                {
                    value += more;
                    next = ones + 1;
                }
            }
            if let Class::Number(times @ (100 | 1000)) = self.class(next)
                && value < 100
            {
                return Some((value * times, next + 1));
            }
            return Some((value, next));
        }
        if let Some(value) = self.figures(at, 1..=4) {
            return Some((value, at + 1));
        }
        // "1,500".
        let thousands = self.get(at)?.number?;
        let rest = self.get(at + 2)?;
        (self.is(at + 1, ",") && self.is_glued(at + 1) && rest.glued && rest.span.len() == 3 && thousands < 1000)
            .then_some(())?;
        let more = rest.number?;
        (!(self.is(at + 3, ",") && self.is_glued(at + 3) && self.is_glued(at + 4)))
            .then_some((thousands * 1000 + more, at + 3))
    }

    /// An amount of a unit and the index behind it.
    #[must_use]
    pub fn amount(self, at: usize) -> Option<(Amount, usize)> {
        let word = self.word(at);
        if word == "a" || word == "an" {
            return Some(match self.class(at + 1) {
                Class::Vague if self.is(at + 1, "few") => (Amount::Vague, at + 2),
                Class::Couple => (Amount::Exact(2), self.skip(at + 2, "of")),
                Class::Number(times @ (100 | 1000)) => (Amount::Exact(times), at + 2),
                _ if self.is(at + 1, "dozen") => (Amount::Exact(12), at + 2),
                _ if self.is(at + 1, "half") => (Amount::Half(0), self.skip(at + 2, "-")),
                _ if self.is(at + 1, "full") => (Amount::Exact(1), at + 2),
                _ => (Amount::Article, at + 1),
            });
        }
        if word == "half" && self.is_any(at + 1, &["a", "an"]) {
            return Some((Amount::Half(0), at + 2));
        }
        if self.class(at) == Class::Vague {
            return Some((Amount::Vague, at + 1));
        }
        if self.class(at) == Class::Couple {
            return Some((Amount::Exact(2), self.skip(at + 1, "of")));
        }
        let (first, next) = match self.number(at) {
            Some(found) => found,
            None => return self.decimal(at),
        };
        if self.is(next, "and") && self.is(next + 1, "a") && self.is(next + 2, "half") {
            return Some((Amount::Half(first), next + 3));
        }
        // "two-and-a-half years".
        let parts = ["-", "and", "-", "a", "-", "half"];
        if (next..).zip(parts).all(|(at, part)| self.is(at, part)) {
            return Some((Amount::Half(first), next + 6));
        }
        // "2 1/2 years".
        if self.is(next, "1") && self.is(next + 1, "/") && self.is(next + 2, "2") && self.is_glued(next + 2) {
            return Some((Amount::Half(first), next + 3));
        }
        // "two to three", "12-18", "two or three": the first one counts.
        if self.is_any(next, &["to", "or", "-"])
            && let Some((_, end)) = self.number(next + 1)
        {
            return Some((Amount::Exact(first), end));
        }
        Some((Amount::Exact(first), next))
    }

    /// "2.5": read as two and a half whatever the figure behind the point is, since only halves are told.
    fn decimal(self, at: usize) -> Option<(Amount, usize)> {
        let whole = self.get(at)?.number?;
        let rest = self.get(at + 2)?;
        (self.is(at + 1, ".") && self.is_glued(at + 1) && rest.glued && rest.number? == 5)
            .then_some((Amount::Half(whole), at + 3))
    }

    /// A day of the month in figures, with or without "st" and the like, and the index behind it.
    #[must_use]
    pub fn day_figures(self, at: usize) -> Option<(i8, usize)> {
        let day = i8::try_from(self.figures(at, 1..=2)?).ok()?;
        let next = at + 1;
        let next = if self.class(next) == Class::OrdinalSuffix && self.is_glued(next) {
            next + 1
        } else {
            next
        };
        (day > 0).then_some((day, next))
    }
}

/// Questions about the shape of a neighbour.
impl Reader<'_> {
    /// Whether letters stand at `at` without a space before them.
    #[must_use]
    pub fn is_glued_letter(self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|token| token.glued && token.lower.chars().all(char::is_alphabetic))
    }

    /// Whether a mark and figures go on at `at` without a space.
    #[must_use]
    pub fn is_glued_figure(self, at: usize) -> bool {
        let glued = |at: usize| self.get(at).is_some_and(|token| token.glued && token.number.is_some());
        glued(at) || self.is_glued(at) && self.is_any(at, &["-", "/", "."]) && glued(at + 1)
    }

    /// Whether the word at `at` looks like the plural of something counted.
    #[must_use]
    pub fn is_plural(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            !token.capital
                && token.lower.len() > 3
                && token.lower.ends_with('s')
                && !token.lower.ends_with("ss")
                && !is_on(List::NoPlural, &token.lower)
        })
    }

    /// Whether the word at `at` may be a noun: letters, and none of the small words that join clauses.
    #[must_use]
    pub fn is_noun_like(self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|token| token.lower.chars().all(char::is_alphabetic) && !is_on(List::Small, &token.lower))
    }

    /// Whether a capitalised word stands at `at` that is no weekday, month or zone: the rest of a name.
    #[must_use]
    pub fn is_capital_name(self, at: usize) -> bool {
        self.is_capital(at) && matches!(self.class(at), Class::Other)
    }
}
