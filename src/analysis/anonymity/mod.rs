//! Where a draft says that it keeps a source unnamed, and whether it says why. It does not say whether the reason is good.

mod block;
mod types;

pub use block::of_block;
pub use types::Anonymity;
