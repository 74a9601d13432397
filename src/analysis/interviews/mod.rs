//! Interviews and transcripts: which paragraphs somebody speaks although no quotation marks say so, and from where on a draft
//! may be such a conversation. It makes no quotations of them; `attribution` does.
//!
//! `block.rs` sees the label and the question of a line, `labels.rs` reads a transcript by its labels, `answers.rs` an interview by
//! its questions, and `possible.rs` says where words may be spoken without being sure;
//! `perhaps.rs` lists the paragraphs that a program must not rewrite, since they may be somebody's words.

mod answers;
mod block;
mod draft;
mod labels;
mod perhaps;
mod possible;
mod types;

pub use block::of_block;
pub use draft::fold;
pub use types::{Interview, Spoken, Turn};
