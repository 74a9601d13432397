//! Letters of names, for patterns. It knows no name.
//!
//! All letters of Unicode, named by class (`\p{Lu}`, `\p{L}`) in every place where a name may be, make an automaton of
//! megabytes out of one pattern. The Latin letters serve for copy in English and cost next to nothing.

/// What begins a name.
pub const CAPITAL: &str = "[A-ZÀ-ÖØ-ÞĀ-Ž]";
/// A letter that continues a name.
pub const LETTER: &str = "[A-Za-zÀ-ÖØ-öø-ɏ.'’-]";
