//! Looks at tokens by index: which word, which class, which shape. It reads no numbers and no times.

use crate::analysis::times::words::{TimeClass, TimeList, TimeToken, is_on};

/// Tokens to look at by index; an index outside gives nothing.
#[derive(Clone, Copy, Debug)]
pub struct TimeReader<'a> {
    /// The tokens.
    pub tokens: &'a [TimeToken],
}

impl<'a> TimeReader<'a> {
    /// The token at `at`.
    #[must_use]
    #[inline]
    pub fn get(self, at: usize) -> Option<&'a TimeToken> {
        self.tokens.get(at)
    }

    /// The word at `at` in lowercase; empty outside.
    #[must_use]
    #[inline]
    pub fn word(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.lower.as_str())
    }

    /// The word before `at`.
    #[must_use]
    #[inline]
    pub fn before(self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The class at `at`.
    #[must_use]
    #[inline]
    pub fn class(self, at: usize) -> TimeClass {
        self.get(at).map_or(TimeClass::Other, |token| token.class)
    }

    /// Whether the token at `at` is `word`.
    #[must_use]
    #[inline]
    pub fn is(self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// Whether the token at `at` is one of `words`.
    #[must_use]
    #[inline]
    pub fn is_any(self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|token| words.contains(&token.lower.as_str()))
    }

    /// Whether the word at `at` is on a list of words.
    #[must_use]
    #[inline]
    pub fn is_on(self, at: usize, list: TimeList) -> bool {
        is_on(list, self.word(at))
    }

    /// Whether the token at `at` is without a space after the one before.
    #[must_use]
    #[inline]
    pub fn is_glued(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    /// Whether the token at `at` begins with a capital.
    #[must_use]
    #[inline]
    pub fn is_capital(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.capital)
    }

    /// `at + 1` if the token there is `word`, else `at`.
    #[must_use]
    #[inline]
    pub fn skip(self, at: usize, word: &str) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// `at + 1` if the token there is a comma or a period glued to the token before, else `at`.
    #[must_use]
    pub fn skip_stop(self, at: usize) -> usize {
        if self.is_any(at, &[".", ","]) && self.is_glued(at) {
            at + 1
        } else {
            at
        }
    }

    /// `at` after a stop and then a comma ("Sept. 3", "Thu., May 3").
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
}

/// Questions about the shape of a neighbor.
impl TimeReader<'_> {
    /// Whether letters are at `at` without a space before them.
    #[must_use]
    #[inline]
    pub fn is_glued_letter(self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|token| token.glued && token.lower.chars().all(char::is_alphabetic))
    }

    /// Whether a mark and figures go on at `at` without a space.
    #[must_use]
    #[inline]
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
                && !is_on(TimeList::NoPlural, &token.lower)
        })
    }

    /// Whether the word at `at` may be a noun: letters, and none of the small words that join clauses.
    #[must_use]
    #[inline]
    pub fn is_noun_like(self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|token| token.lower.chars().all(char::is_alphabetic) && !is_on(TimeList::Small, &token.lower))
    }

    /// Whether a capitalized word is at `at` that is not a weekday, month or zone: the rest of a name.
    #[must_use]
    #[inline]
    pub fn is_capital_name(self, at: usize) -> bool {
        self.is_capital(at) && matches!(self.class(at), TimeClass::Other)
    }
}
