//! Capitalized words that were read as no name, and may be a name misspelled: a slip makes a word that nobody knows. It does not say
//! which are.

mod block;
mod draft;

pub use block::of_block;
pub use draft::fold;
