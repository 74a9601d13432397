//! Properties of reading markup that hold for every source, however broken.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod invariants;
mod reread;
mod sources;
mod speed;
