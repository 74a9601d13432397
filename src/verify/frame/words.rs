//! The lists of words by which a frame is known. Nothing is decided here.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::table;

/// A set of words from a table.
type Words = LazyLock<FxHashSet<&'static str>>;

fn words(table: &'static str) -> FxHashSet<&'static str> {
    table::lines(table).collect()
}

/// Words that a condition begins with.
pub static CONDITIONS: Words = LazyLock::new(|| words(include_str!("../data/conditions.txt")));

/// Words that a clause of its own may begin with.
pub static CLAUSE_WORDS: Words = LazyLock::new(|| words(include_str!("../data/clause_words.txt")));

/// Small words between a subject and its verb.
pub static HELPERS: Words = LazyLock::new(|| words(include_str!("../data/helpers.txt")));

/// Words before a verb of saying after which whoever speaks says it.
pub static OWN_VOICE: Words = LazyLock::new(|| words(include_str!("../data/own_voice.txt")));

/// Whoever is more than one, and so is nobody who is quoted.
pub static CROWDS: Words = LazyLock::new(|| words(include_str!("../data/crowds.txt")));

/// Words before a clause that call it only possible.
pub static HEDGES: Words = LazyLock::new(|| words(include_str!("../data/hedges.txt")));

/// Words before “to say that” by which a speaker denies it.
pub static WRONG_TO_SAY: Words = LazyLock::new(|| words(include_str!("../data/wrong_to_say.txt")));

/// To whom something is said.
pub static TOLD: Words = LazyLock::new(|| words(include_str!("../data/told.txt")));

/// Words that a question begins with.
pub static QUESTION_WORDS: Words = LazyLock::new(|| words(include_str!("../data/question_words.txt")));

/// Beginnings of clauses with “if” that are no conditions.
static NO_CONDITIONS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/no_conditions.txt")).collect());

/// Whether words in small letters begin a condition.
pub fn begins_condition(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or("");
    let is_phrase = |known: &str| {
        words
            .strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    CONDITIONS.contains(first) && !NO_CONDITIONS.iter().any(|known| is_phrase(known))
}

/// What a word says of the clause after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governor {
    /// It denies it.
    Denies,
    /// Somebody says or thinks it.
    Reports,
    /// It holds, unless the word is denied.
    Holds,
    /// It holds, unless whoever speaks does not know it.
    Knows,
    /// It is wished for.
    Hopes,
}

/// What a word says of the clause after it, and whether “that” must stand between.
pub fn governor(word: &str) -> Option<(Governor, bool)> {
    GOVERNORS.get(word).copied()
}

static GOVERNORS: LazyLock<FxHashMap<&'static str, (Governor, bool)>> = LazyLock::new(|| {
    let read = |[word, kind, link]: [&'static str; 3]| {
        let kind = match kind {
            "denies" => Governor::Denies,
            "reports" => Governor::Reports,
            "holds" => Governor::Holds,
            "knows" => Governor::Knows,
            "hopes" => Governor::Hopes,
            _ => return None,
        };
        Some((word, (kind, link == "that")))
    };
    table::rows(include_str!("../data/governors.tsv"))
        .filter_map(read)
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_as_they_are_meant() {
        assert_eq!(governor("doubt"), Some((Governor::Denies, false)));
        assert_eq!(governor("unlikely"), Some((Governor::Denies, true)));
        assert_eq!(governor("know"), Some((Governor::Knows, false)));
        assert_eq!(governor("ferry"), None);
        assert!(begins_condition("if the board agrees"));
        assert!(!begins_condition("if you ask me") && !begins_condition("even if it rains"));
    }
}
