//! Plans: days to which a verb looks ahead (“will meet on May 2”). It does not say whether the day is over.

mod block;
mod draft;
mod types;

pub use block::of_block;
pub use draft::fold;
pub use types::Plan;
