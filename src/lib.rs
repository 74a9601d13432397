//! copydesk: who speaks, who acts, what happened and when, in a news draft.
//!
//! Data flows one way: `text -> markup -> language -> analysis -> rules -> engine -> render -> { lsp, cli }`, with `config`
//! and `history` read by the front ends, and `verify` (text and notes alone) beside `markup`. A module uses what is to its left
//! and never what is to its right.
//!
//! Without the feature `app` there is only the core: text in, facts and findings out ([`render::facts::analyse`]). It has no files, no
//! clock, no threads and no command line.

pub mod analysis;
#[cfg(feature = "app")]
pub mod cli;
#[cfg(feature = "app")]
pub mod config;
pub mod engine;
#[cfg(feature = "app")]
pub mod history;
pub mod language;
#[cfg(feature = "app")]
pub mod lsp;
pub mod markup;
pub mod people;
pub mod render;
pub mod rules;
pub mod text;
pub mod verify;
