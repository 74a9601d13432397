//! The language server as a client sees it: in memory, and as a process of its own.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail"
)]

mod actions;
mod actor_file;
mod asked_diagnostics;
mod client;
mod closed_drafts;
mod commands;
mod completion;
mod configuration;
mod diagnostics;
mod dismissals;
mod guards;
mod hints;
mod hover;
mod index;
mod lifecycle;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod memory;
mod model;
mod navigation;
mod newsroom_files;
mod notes;
mod odd_messages;
mod parity;
mod process;
mod ranges;
mod rename;
mod soak;
mod story;
mod symbols;
mod too_long;
mod typing;
mod views;
mod workspace;
