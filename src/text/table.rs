//! Reads the word lists and other tables that are built into the program. It reads no file at run time.
//!
//! A table is lines of fields parted by tabs. Empty lines and lines that begin with `#` are comments.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// A list of words, one on a line, which is read when it is first asked.
///
/// A list of ten words or more is such a table and not written between lines of code, where nobody who knows words and no Rust
/// would look for it.
#[derive(Debug)]
pub struct WordList {
    table: &'static str,
    words: OnceLock<FxHashSet<&'static str>>,
}

impl WordList {
    /// The words of a table, as `include_str!` gives it.
    #[must_use]
    pub const fn new(table: &'static str) -> Self {
        Self {
            table,
            words: OnceLock::new(),
        }
    }

    /// Whether the list has this word, letter for letter.
    pub fn has(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.words().collect()).contains(word)
    }

    /// Whether the list has this word in lowercase.
    pub fn has_in_any_case(&self, word: &str) -> bool {
        self.has(word) || word.bytes().any(|byte| byte.is_ascii_uppercase()) && self.has(&word.to_ascii_lowercase())
    }

    /// The words in the order of the table.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        lines(self.table)
    }
}

/// The lines of a table without comments, in order.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

/// The rows of a table of `N` columns, in order. A row with fewer or more fields is left out: a test finds it, see
/// [`malformed`].
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    lines(table).filter_map(fields)
}

/// The rows of a table that do not have `N` fields.
pub fn malformed<const N: usize>(table: &'static str) -> impl Iterator<Item = &'static str> {
    lines(table).filter(|line| fields::<N>(line).is_none())
}

fn fields<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let fields: Vec<&str> = line.split('\t').collect();
    fields.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# word\tkind\nsay\tspeech\n\nthink\nwrite\twriting\n";

    #[test]
    fn a_list_is_asked_letter_for_letter_or_in_any_case() {
        static WORDS: WordList = WordList::new("# Greetings.\nhello\ngood day\n");
        assert!(WORDS.has("hello") && WORDS.has("good day") && !WORDS.has("Hello") && !WORDS.has("# Greetings."));
        assert!(WORDS.has_in_any_case("Hello") && !WORDS.has_in_any_case("Hullo"));
        assert_eq!(WORDS.words().collect::<Vec<_>>(), ["hello", "good day"]);
    }

    #[test]
    fn comments_are_no_rows_and_a_short_row_is_found() {
        assert_eq!(lines(TABLE).count(), 3);
        let rows: Vec<[&str; 2]> = rows(TABLE).collect();
        assert_eq!(rows, [["say", "speech"], ["write", "writing"]]);
        assert_eq!(malformed::<2>(TABLE).collect::<Vec<_>>(), ["think"]);
    }
}
