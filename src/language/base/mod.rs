//! The linguistic base: tagger, parser, relations and lemmas with embedded weights. It reads no file.
//!
//! The parts are public so that the trainer extracts the very features that the program looks up.

mod clauses;
pub mod hashing;
mod irregular_verbs;
pub mod labels;
pub mod lately;
pub mod lemma;
pub mod morphology;
pub mod parser;
mod perfect;
mod predicate;
mod retag;
pub mod slots;
pub mod table;
pub mod tagger;
pub mod weights;

mod embedded;

pub use embedded::{Embedded, embedded, forget_weighed, try_embedded, weights_digest};
