//! The word lists of the matcher. Nothing is decided here.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::table;

/// A set of words from a table.
type Words = LazyLock<FxHashSet<&'static str>>;

fn words(table: &'static str) -> FxHashSet<&'static str> {
    table::lines(table).collect()
}

/// Sounds that fill a pause.
pub static FILLERS: Words = LazyLock::new(|| words(include_str!("../data/fillers.txt")));

/// Phrases that fill a pause where marks set them off.
pub static FILLER_PHRASES: Words = LazyLock::new(|| words(include_str!("../data/filler_phrases.txt")));

/// Words that are said twice before a speaker goes on.
pub static REPEATED: Words = LazyLock::new(|| words(include_str!("../data/repeated.txt")));

/// Words that turn a sentence around.
pub static NEGATIONS: Words = LazyLock::new(|| words(include_str!("../data/negations.txt")));

/// Words that deny what comes right after them.
pub static DENIALS: Words = LazyLock::new(|| words(include_str!("../data/denials.txt")));

/// Labels of whoever asks.
pub static ASKERS: Words = LazyLock::new(|| words(include_str!("../data/askers.txt")));

/// Labels and ends of labels that are an office, a part in a talk or a kind of people, and no name.
pub static OFFICES: Words = LazyLock::new(|| words(include_str!("../data/offices.txt")));

/// Words for what will, may or must be.
pub static MODALS: Words = LazyLock::new(|| words(include_str!("../data/modals.txt")));

/// Words that are part of a number.
pub static COUNTING: Words = LazyLock::new(|| words(include_str!("../data/counting_words.txt")));

/// Words that change little.
pub static SMALL: Words = LazyLock::new(|| words(include_str!("../data/small_words.txt")));

/// Words inside a label or a name that are written small.
pub static SMALL_IN_NAMES: Words = LazyLock::new(|| words(include_str!("../data/small_in_names.txt")));

/// What is before a colon and is no speaker.
pub static NO_LABELS: Words = LazyLock::new(|| words(include_str!("../data/no_labels.txt")));

/// Words before a name that are no part of it.
pub static TITLES: Words = LazyLock::new(|| words(include_str!("../data/titles.txt")));

/// The words that another spelling stands for.
static VARIANTS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let spoken = table::rows(include_str!("../data/variants.tsv"));
    let spoken = spoken.map(|[from, to]: [&str; 2]| (from, to.split(' ').collect()));
    let british = table::rows(include_str!("../../text/data/spellings.tsv"));
    let british = british.filter(|[_, american]: &[&str; 2]| *american != "-");
    let ordinals = table::rows(include_str!("../data/ordinals.tsv"));
    let ordinals = ordinals.map(|[word, figure]: [&str; 2]| (word, vec![figure]));
    let british = british.map(|[british, american]| (british, vec![american]));
    british.chain(ordinals).chain(spoken).collect()
});

/// What a spelling stands for, word by word; `None` for a word that stands for itself.
pub fn variant(word: &str) -> Option<&'static [&'static str]> {
    VARIANTS.get(word).map(Vec::as_slice)
}

/// Whether a word may be in any of the tables that folding asks: most are in none, and then one question is enough.
pub fn is_special(word: &str) -> bool {
    SPECIAL.contains(word)
}

static SPECIAL: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let words = FILLERS.iter().copied();
    let others = ["a", "and", "per", "cent", "cents", "dollars", "pounds", "euros"];
    let known = VARIANTS.keys().chain(NUMBERS.keys()).copied();
    words.chain(others).chain(known).collect()
});

/// Pairs of words that sound alike, as written in small letters, both ways around.
static SOUND_ALIKE: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    let pairs = table::rows(include_str!("../data/sound_alike.tsv"));
    pairs
        .flat_map(|[one, other]: [&str; 2]| [(one, other), (other, one)])
        .collect()
});

/// Whether a transcript may have the one word where the other was said.
pub fn sound_alike(one: &str, other: &str) -> bool {
    SOUND_ALIKE.contains(&(one, other))
}

/// A word for a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberWord {
    /// Its value.
    pub value: u64,
    /// What can come before and after it.
    pub kind: NumberKind,
}

/// What a word for a number can be combined with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// One to nine.
    Unit,
    /// Ten to nineteen.
    Teen,
    /// Twenty, thirty …
    Ten,
    /// Hundred.
    Hundred,
    /// Thousand.
    Thousand,
}

static NUMBERS: LazyLock<FxHashMap<&'static str, NumberWord>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../data/number_words.tsv"));
    let read = |[word, value, kind]: [&'static str; 3]| {
        let kind = match kind {
            "unit" => NumberKind::Unit,
            "teen" => NumberKind::Teen,
            "ten" => NumberKind::Ten,
            "hundred" => NumberKind::Hundred,
            "thousand" => NumberKind::Thousand,
            _ => return None,
        };
        let value = value.parse().ok()?;
        Some((word, NumberWord { value, kind }))
    };
    rows.filter_map(read).collect()
});

/// The number that a word stands for.
pub fn number(word: &str) -> Option<NumberWord> {
    NUMBERS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_as_they_are_meant() {
        assert_eq!(NUMBERS.len(), 31);
        assert_eq!(variant("gonna"), Some(&["going", "to"][..]));
        assert_eq!(variant("colour"), Some(&["color"][..]));
        assert_eq!(variant("third"), Some(&["3rd"][..]));
        assert_eq!(variant("ferry"), None);
        assert!(sound_alike("there", "their") && sound_alike("their", "there"));
        assert!(NEGATIONS.contains("not") && !SMALL.contains("not"));
    }

    #[test]
    fn a_small_word_is_no_word_of_weight() {
        let weighty = |word: &&str| NEGATIONS.contains(word) || MODALS.contains(word) || COUNTING.contains(word);
        let both: Vec<_> = SMALL.iter().copied().filter(weighty).collect();
        assert_eq!(both, [] as [&str; 0]);
    }
}
