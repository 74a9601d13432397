//! What a writer puts where a word is still missing, and notes to the desk. It does not say whether any may stay.

mod block;
mod types;

pub use block::of_block;
pub use types::{Placeholder, PlaceholderKind};
