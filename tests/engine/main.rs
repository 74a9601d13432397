//! Property tests: the text against a plain string, the host and what is shown while typing against an analysis from scratch.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod floods;
mod host;
mod long;
mod model;
mod text;
mod typing;
mod work;
