//! The numbers that stand for words. It numbers none.

use rustc_hash::FxHashSet;

/// The number of a word.
pub type WordId = u32;

/// Where nothing is said in one breath: between two texts, between two speakers.
pub const BOUNDARY: WordId = 0;

/// A word that the notes do not have.
pub const UNKNOWN: WordId = u32::MAX;

/// The small words of notes, by their numbers.
#[derive(Clone, Debug, Default)]
pub struct SmallWords {
    /// Those that are said twice before a speaker goes on.
    pub repeated: FxHashSet<WordId>,
    /// Others that change little.
    pub others: FxHashSet<WordId>,
}
