//! Tokens for time expressions: finer than words ("p.m." is four, "1990s" two), since a time may begin and end inside a word.
//! They know no tags and no grammar.

use smol_str::{SmolStr, StrExt as _, ToSmolStr as _};

use crate::analysis::times::words::classes::{TimeClass, class_of};
use crate::text::Span;

/// A run of letters, a number, or one other character.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeToken {
    /// Where it is in the block's text.
    pub span: Span,
    /// In lower case; typographic apostrophes are straight.
    pub lower: SmolStr,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether nothing comes between it and the token before.
    pub glued: bool,
    /// Its class.
    pub class: TimeClass,
    /// The value of a whole number without separators.
    pub number: Option<u32>,
}

/// How many signs may stand in a row and be tokens of their own; no time has as many.
const LONGEST_RUN: usize = 100;

/// The tokens of `text`. Linear.
#[must_use]
pub fn tokens(text: &str) -> Vec<TimeToken> {
    let mut tokens: Vec<TimeToken> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut end_of_last = usize::MAX;
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        if first.is_alphabetic() {
            while let Some((at, _)) = chars.next_if(|(_, next)| next.is_alphabetic() || is_accent(*next)) {
                end = at
                    + text
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(1, char::len_utf8);
            }
        } else if first.is_ascii_digit() {
            while let Some((at, _)) = chars.next_if(|(_, next)| next.is_ascii_digit()) {
                end = at + 1;
            }
        } else {
            let rest = text.get(start..).unwrap_or("");
            if signs(rest).nth(LONGEST_RUN).is_some() {
                end = start + signs(rest).map(char::len_utf8).sum::<usize>();
                while chars.next_if(|(at, _)| *at < end).is_some() {}
            }
        }
        let span = Span::new(start, end);
        tokens.push(token(span, span.of(text), first, start == end_of_last));
        end_of_last = end;
    }
    tokens
}

/// An accent that is written after its letter.
fn is_accent(symbol: char) -> bool {
    matches!(symbol, '\u{300}'..='\u{36f}')
}

/// The signs that stand in a row at the start of `text`.
fn signs(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .take_while(|next| !next.is_alphanumeric() && !next.is_whitespace())
}

fn token(span: Span, text: &str, first: char, glued: bool) -> TimeToken {
    if first.is_ascii_digit() {
        return TimeToken {
            span,
            lower: text.to_smolstr(),
            capital: false,
            glued,
            class: TimeClass::Digits,
            number: if text.len() <= 8 { text.parse().ok() } else { None },
        };
    }
    let lower = match first {
        '’' | '‘' => SmolStr::new_static("'"),
        '–' | '—' | '‑' => SmolStr::new_static("-"),
        _ if text.is_ascii() => text.to_ascii_lowercase_smolstr(),
        _ => text.to_lowercase_smolstr(),
    };
    let class = if first.is_alphabetic() {
        class_of(&lower)
    } else {
        TimeClass::Other
    };
    TimeToken {
        span,
        capital: first.is_uppercase(),
        glued,
        class,
        number: None,
        lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_one_sign_is_one_token() {
        assert_eq!(tokens(&format!("{} 5 {} a", "!".repeat(9), "–".repeat(500))).len(), 12);
    }

    #[test]
    fn letters_digits_and_marks_part() {
        let lower: Vec<_> = tokens("At 10:30 p.m., the 1990s’ é")
            .into_iter()
            .map(|t| t.lower)
            .collect();
        assert_eq!(
            lower,
            [
                "at", "10", ":", "30", "p", ".", "m", ".", ",", "the", "1990", "s", "'", "é"
            ]
        );
    }
}
