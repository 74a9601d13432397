//! The words of all terms by how they begin, so that a word of a draft is compared with few of them. It reads no draft.

use rustc_hash::FxHashMap;

use crate::rules::terms::endings::{Ending, with_ending};
use crate::rules::terms::types::Term;

/// The words of all terms, by their first word in small letters.
#[derive(Clone, Debug, Default)]
pub struct Index {
    by_first_word: FxHashMap<String, Vec<Entry>>,
}

/// One way to write a term.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The index of the term.
    pub term: usize,
    /// What is looked for: spaces, apostrophes and hyphens in their simplest form.
    pub text: String,
    /// Whether it is found whatever its case.
    pub is_small: bool,
    /// The ending that makes this a form of the term's word.
    pub ending: Option<Ending>,
}

impl Index {
    /// The words of these terms.
    pub fn of(terms: &[Term]) -> Self {
        let mut by_first_word: FxHashMap<String, Vec<Entry>> = FxHashMap::default();
        for (term, written) in terms.iter().enumerate() {
            for words in &written.words {
                let text = simple(words);
                let endings = if written.inflect { Ending::ALL.as_slice() } else { &[] };
                let forms = endings
                    .iter()
                    .filter_map(|ending| Some((with_ending(&text, *ending)?, Some(*ending))));
                for (text, ending) in forms.chain([(text.clone(), None)]) {
                    let is_small = !text.contains(char::is_uppercase);
                    let entry = Entry {
                        term,
                        text,
                        is_small,
                        ending,
                    };
                    let first = first_word(&entry.text).to_lowercase();
                    by_first_word.entry(first).or_default().push(entry);
                }
            }
        }
        Self { by_first_word }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.by_first_word.is_empty()
    }

    /// What could begin with this word, which is in small letters.
    pub fn beginning_with(&self, word: &str) -> &[Entry] {
        self.by_first_word.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The letters and figures that a text begins with.
pub fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// Words with one space between them, straight apostrophes and plain hyphens.
fn simple(words: &str) -> String {
    let spaced: Vec<&str> = words.split_whitespace().collect();
    spaced.join(" ").chars().map(plain).collect()
}

/// An apostrophe and a hyphen in their simplest form, and everything else as it is.
pub fn plain(c: char) -> char {
    match c {
        '’' => '\'',
        '\u{2011}' | '\u{2010}' => '-',
        c => c,
    }
}
