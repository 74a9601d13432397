//! Which English a draft is written in, American or British, so that what is said about it writes dates as it does.
//!
//! Two entry points: [`of_block`] counts what in a block is written in one of the two ways ("colour", "12 June"), and
//! [`of_draft`] decides for the draft, unless the newsroom has.

mod block;
mod draft;
mod types;

pub use block::of_block;
pub use draft::of_draft;
pub use types::{Locale, LocaleHints};
