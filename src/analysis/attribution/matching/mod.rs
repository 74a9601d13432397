//! Which frame belongs to which quotation.
//!
//! It takes a sentence, its frames and the item of a quotation, and gives the frame that reports it and how the two relate to
//! each other ([`Fit`]), which says how sure it is. In “We leave at dawn,” Lund said of Weil. the frame of *said* follows the
//! quotation directly. Nothing is decided here about what the marked words are.
//!
//! `choose.rs` has the order of the questions, from precise to loose; `positions.rs` the questions; `fit.rs` the answers.

mod choose;
mod fit;
mod positions;

pub use choose::choose;
pub use fit::{Fit, because, confidence};
