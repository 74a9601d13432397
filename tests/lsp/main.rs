//! The language server as a client sees it: in memory, and as a process of its own.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail"
)]

mod actions;
mod actor_file;
mod client;
mod configuration;
mod diagnostics;
mod guards;
mod hover;
mod lifecycle;
mod model;
mod process;
mod symbols;
