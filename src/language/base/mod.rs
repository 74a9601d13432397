//! The linguistic base: tagger, parser, relations, lemmas and names with embedded weights. It reads no file.
//!
//! The parts are public so that the trainer extracts the very features that the program looks up.

pub mod gazetteer;
pub mod hashing;
pub mod labels;
pub mod lemma;
mod mending;
pub mod morphology;
pub mod names;
pub mod parser;
mod perfect;
pub mod polish;
pub mod slots;
pub mod table;
pub mod tagger;
pub mod weights;

mod embedded;

pub use embedded::{Embedded, embedded, try_embedded};

pub(super) use mending::{is_no_name, is_score, is_table};

/// Compares the names that are found in a text, with their kinds.
#[cfg(test)]
#[track_caller]
fn check_names(text: &str, expected: &[(&str, crate::language::NameKind)]) {
    let language = crate::language::analyse(text, embedded());
    let found: Vec<(&str, crate::language::NameKind)> = language
        .names
        .iter()
        .map(|name| (language.span_of(name.words.clone()).of(text), name.kind))
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}
