//! Names that sign a quotation: “…” —Ana Weil, also on the next line. It does not decide who speaks; `attribution` does,
//! and reads fewer signatures than there are.

mod draft;
mod types;

pub use draft::fold;
pub use types::Signature;
