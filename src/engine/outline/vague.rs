//! Which nouns say what is meant by themselves, and which never do. It looks at words alone.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::table;

/// Nouns that say too little after "the": "the measure", "the groups".
static VAGUE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("vague_nouns.txt")).collect());

/// What every reader knows of.
static KNOWN: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("known_nouns.txt")).collect());

/// Whether every reader knows which one is meant: "the government", "this country".
pub(super) fn is_known(lemma: &str) -> bool {
    KNOWN.contains(lemma)
}

/// Whether a noun says too little after "the".
pub(super) fn is_vague(lemma: &str) -> bool {
    VAGUE.contains(lemma)
}
