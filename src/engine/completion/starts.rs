//! What may be the beginning of a name before a place. It knows no names.

use crate::engine::types::Snapshot;
use crate::text::{Span, table};

/// How many letters must be written; of a word with a capital one is enough.
const FEWEST_LETTERS: usize = 2;

/// How many words before the cursor can begin a name.
const MOST_WORDS: usize = 4;

/// How many characters before the cursor are looked at: a line may be as long as the draft.
const WINDOW: usize = 120;

/// Small words that are complete as they are; names that begin like them are offered once more is typed.
const COMPLETE: &str = include_str!("../small_words.txt");

/// What may be the beginning of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start<'a> {
    /// Where it is in the source.
    pub(super) span: Span,
    /// What is written.
    pub(super) written: &'a str,
    /// Whether an article or another small word is before it: “the foreign minister” is followed by no name.
    follows_small_word: bool,
}

impl Start<'_> {
    /// Whether a word of a text begins with the same letter: a quick look before a name is put together.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        let first = |word: &str| word.chars().next().map(|letter| letter.to_lowercase().to_string());
        let wanted = first(self.written);
        text.split_whitespace().any(|word| first(word) == wanted)
    }

    /// Whether a title before a name may begin so.
    pub(super) fn begins_a_title(&self) -> bool {
        self.written.starts_with(char::is_uppercase) && !self.follows_small_word
    }
}

/// What may be the beginning of a name before the cursor, the longest first.
pub(super) fn starts_before(snapshot: &Snapshot, offset: usize) -> Vec<Start<'_>> {
    let Some(before) = snapshot.text.get(..offset) else {
        return Vec::new();
    };
    let floor = floor_of(before);
    let mut starts = Vec::new();
    let mut start = offset;
    for _ in 0..MOST_WORDS {
        let window = snapshot.text.get(floor..start).unwrap_or("");
        let Some(index) = last_word(window) else { break };
        start = floor + index;
        let quoted = snapshot.text.get(start..offset).unwrap_or("");
        start += quoted.len() - quoted.trim_start_matches(['\'', '’', '-', '.']).len();
        let written = snapshot.text.get(start..offset).unwrap_or("");
        let rest = snapshot.text.get(floor..start).unwrap_or("");
        let word_before = rest
            .strip_suffix(' ')
            .map_or("", |rest| rest.rsplit(' ').next().unwrap_or(""));
        // “Rosa W”: the one letter goes on with a name that has begun.
        let goes_on = written.chars().count() == 1 && word_before.starts_with(char::is_uppercase);
        if is_enough(written) && !goes_on {
            starts.push(Start {
                span: Span::new(start, offset),
                written,
                follows_small_word: matches!(word_before, "the" | "The" | "a" | "A" | "an" | "An"),
            });
        }
        // The word before it, on the same line and one space away.
        match rest.strip_suffix(' ') {
            Some(rest) => start = floor + rest.len(),
            None => break,
        }
    }
    starts.reverse();
    starts
}

/// Where the stretch begins that is looked at.
pub(super) fn floor_of(before: &str) -> usize {
    before.char_indices().rev().nth(WINDOW).map_or(0, |(index, _)| index)
}

fn last_word(window: &str) -> Option<usize> {
    let letters = window
        .char_indices()
        .rev()
        .take_while(|(_, letter)| is_of_name(*letter));
    letters.last().map(|(index, _)| index)
}

/// Whether enough is written: two letters, or the first capital. “A” and “I” are words.
fn is_enough(written: &str) -> bool {
    let letters = written.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_capital =
        written.chars().count() == 1 && written.starts_with(char::is_uppercase) && !matches!(written, "A" | "I");
    (letters >= FEWEST_LETTERS || is_capital) && !table::lines(COMPLETE).any(|word| word == written)
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’' | '.')
}
