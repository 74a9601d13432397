//! Finds the repeated words of one block. It decides nothing about them.

use crate::analysis::repeats::chunk::{Chunk, chunks};
use crate::analysis::repeats::pairs::repeated_pair;
use crate::analysis::repeats::reasons::{self, Around};
use crate::analysis::repeats::types::{Repeat, RepeatReason};

/// How many words before a pair are looked at; sentences hardly have more.
const LONGEST_LOOK: usize = 60;

/// The repeated words of a text, in order; those of verse are left out. Linear in the length of the text.
#[must_use]
pub fn of_block(text: &str) -> Vec<Repeat> {
    let chunks = chunks(text);
    let mut repeats = Vec::new();
    let around = |at: usize, length: usize| Around {
        before: chunks.get(at.saturating_sub(LONGEST_LOOK)..at).unwrap_or(&[]),
        after: chunks.get(at + length..).unwrap_or(&[]),
    };
    for (at, pair) in chunks.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        if let Some(four) = chunks.get(at..at + 4).and_then(|four| four.try_into().ok()) {
            repeats.extend(repeated_pair(four, around(at, 4)));
        }
        if !is_repeated(*first, *second) {
            continue;
        }
        let around = around(at, 2);
        let is_third =
            |chunk: Option<&Chunk<'_>>| chunk.is_some_and(|chunk| chunk.word.eq_ignore_ascii_case(first.word));
        // “Da da da”, “no no no”: who writes a word three times means it, but for the small words of grammar.
        let is_chanted = is_third(around.before.last()) || second.tail.is_empty() && is_third(around.after.first());
        let chanted = || (is_chanted && !reasons::is_small(first.word)).then_some(RepeatReason::Usage);
        repeats.push(Repeat {
            first: first.span,
            second: second.span,
            reason: reasons::reason(*first, *second, around).or_else(chanted),
        });
    }
    if is_verse(text) {
        repeats.clear();
    }
    repeats
}

/// Whether nothing but white space is between two equal words.
fn is_repeated(first: Chunk<'_>, second: Chunk<'_>) -> bool {
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'));
    first.tail.is_empty()
        && !second.opens
        && !first.word.is_empty()
        && is_same(first.word, second.word)
        && is_word(first.word)
}

/// Whether two words are the same, whatever their case.
fn is_same(first: &str, second: &str) -> bool {
    if first.is_ascii() && second.is_ascii() {
        return first.eq_ignore_ascii_case(second);
    }
    first.to_lowercase() == second.to_lowercase()
}

/// The longest line of a poem, in characters.
const LONGEST_VERSE: usize = 48;

/// Three short lines or more that begin with capitals.
fn is_verse(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.len() >= 3
        && lines.iter().all(|line| line.chars().count() <= LONGEST_VERSE)
        && lines.iter().all(|line| {
            line.trim_start_matches(|c: char| !c.is_alphanumeric())
                .starts_with(char::is_uppercase)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_word_has_its_reason() {
        for (text, reason) in [
            ("The minister delivers delivers a speech.", None),
            ("They had had enough of it.", Some(RepeatReason::Usage)),
            ("What it is is a pity.", Some(RepeatReason::Usage)),
            ("The rules came in in May.", Some(RepeatReason::Usage)),
            ("It rained in Walla Walla.", Some(RepeatReason::Name)),
            ("“Now now,” she said.", Some(RepeatReason::Spoken)),
            ("“We goes goes [sic] there.”", Some(RepeatReason::Sic)),
            ("He met on Monday Monday.", None),
            ("They logged in in time.", Some(RepeatReason::Usage)),
            ("The last riders limped in in the rain.", Some(RepeatReason::Usage)),
            ("The tools the crew has has been sold.", Some(RepeatReason::Usage)),
            ("The only help there was was late.", Some(RepeatReason::Usage)),
            ("The keys they have have rusted.", Some(RepeatReason::Usage)),
            ("The warden said the lock was was shut.", None),
            ("The boat was hauled up up.", None),
            ("Anyone can can do it.", None),
            ("All that they can can wait.", Some(RepeatReason::Usage)),
            ("The will will be read.", Some(RepeatReason::Usage)),
            ("It is much much better.", Some(RepeatReason::Usage)),
            ("It took much much of the roof.", None),
            ("There were three three seats.", None),
            ("We do do it.", None),
            ("What they do do is wait.", Some(RepeatReason::Usage)),
            ("He tells you you must go.", Some(RepeatReason::Spoken)),
            ("He went to the\u{200b} the pier.", None),
        ] {
            let found: Vec<Option<RepeatReason>> = of_block(text).iter().map(|repeat| repeat.reason).collect();
            assert_eq!(found, [reason], "{text}");
        }
    }

    #[test]
    fn words_apart_and_verse_are_no_repeats() {
        for text in [
            "It rained, rained all day.",
            "The the\nRain rain\nFalls falls",
            "A 5 5 win.",
        ] {
            assert_eq!(of_block(text), [], "{text}");
        }
    }
}
