//! Which quotations are in the notes of a draft, and how. It reads no notes: what [`crate::verify`] says of their words is set
//! against the quotations.

mod draft;
mod types;

pub use draft::{KeptVerifications, fold};
pub use types::Verification;
