//! Datelines: where a story was filed, and when. It does not say which date the draft is read against; `times` does.

mod block;
mod draft;
mod types;

pub use block::of_block;
pub use draft::fold;
pub use types::{Dateline, LocalDateline};
