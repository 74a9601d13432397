//! Words, and pairs of them, that are written twice running, and why some of them may be. It does not say which are slips.

mod block;
mod chunk;
mod pairs;
mod reasons;
mod types;

pub use block::of_block;
pub use types::{Repeat, RepeatReason};
