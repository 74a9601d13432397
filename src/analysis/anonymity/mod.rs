//! Where a draft says that it keeps a source unnamed, whether it says why, and whose words are theirs. It does not say whether the reason is good.

mod block;
mod speakers;
mod types;

pub use block::of_block;
pub use speakers::withhold;
pub use types::Anonymity;
