//! copydesk: who speaks, who acts, what happened and when, in a news draft.
//!
//! Data flows one way: `text -> markup -> language -> analysis -> rules -> engine -> render -> { lsp, cli }`, with `config`
//! and `history` read by the front ends, and `verify` (text and notes alone) beside `markup`. A module uses what is to its left
//! and never what is to its right.

pub mod analysis;
pub mod cli;
pub mod config;
pub mod engine;
pub mod history;
pub mod language;
pub mod lsp;
pub mod markup;
pub mod render;
pub mod rules;
pub mod text;
pub mod verify;
