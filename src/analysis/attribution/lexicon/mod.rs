//! The words of attribution, as data: which verbs, nouns and adjectives report, and what other words tell of a quotation.
//!
//! In comes a word; out goes what the tables say of it. “We leave at dawn,” Lund *said* of Weil: *say* takes a whole quotation
//! on either side, and a clause with or without *that*. Nothing here looks at a sentence.

mod cues;
mod words;

pub use cues::{Complement, Complements, CueClass, complements, cue, noun_complements};
pub use words::{WordClass, is_day, is_in, is_listed, part_of};
