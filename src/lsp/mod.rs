//! The language server: a thin reader of `engine` that speaks the Language Server Protocol. It opens no connection but the
//! streams it is given.
//!
//! What keeps it sound under load, file by file: `ordering` runs each message up to its first wait in the order of
//! arrival; `session` changes its state in that part alone, holds no lock over a wait and analyses immutable versions
//! elsewhere; `outbox` is the only place that waits for the client to take a notification, `pull` the only one that waits
//! for an answer of the client's; `wire` reads on while the client does not, and takes messages as odd as they come;
//! `parent` ends the server with its editor.

mod actions;
mod actor_files;
mod config;
mod config_files;
mod configuration;
mod draft_files;
mod handlers;
mod index;
mod notes_files;
mod options;
mod ordering;
mod outbox;
mod outgoing;
mod parent;
mod proto;
mod pull;
mod reports;
mod server;
mod session;
mod stdio;
mod token_results;
mod wire;

pub use config::{Analyse, Config, WARM_UP};
pub use server::{End, run_stdio, serve};
