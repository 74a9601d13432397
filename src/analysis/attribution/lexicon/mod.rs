//! The words of attribution, as data: which verbs, nouns and adjectives report, and what other words say about a quotation.
//!
//! It takes a word and gives what the tables say about it. “We leave at dawn,” Lund *said* of Weil: *say* takes a whole quotation
//! on either side, and a clause with or without *that*. Nothing here looks at a sentence.

mod cues;
mod inflection;
mod words;

pub use cues::{Complement, Complements, CueClass, complements, cue, cue_verb, noun_complements};
pub use inflection::{FormKind, speaking_form};
pub use words::{WordClass, is_day, is_in, is_in_either, is_listed, part_of};
