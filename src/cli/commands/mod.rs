//! The subcommands, one file each. A command reads its arguments, asks the engine and hands results to `output`.

mod actors;
mod completions;
mod diff;
mod explain;
mod extract;
mod init;
mod jsonl;
mod lint;
mod lsp;
mod man;
mod pages;
mod reading;
mod report;
mod rules;
mod schema;
mod shared;
mod verify;

pub use actors::actors;
pub use completions::completions;
pub use diff::diff;
pub use explain::explain;
pub use extract::extract;
pub use init::init;
pub use lint::lint;
pub use lsp::lsp;
pub use man::{man, man_pages};
pub use report::report;
pub use rules::rules;
pub use schema::schema;
pub use shared::check_model;
pub use verify::verify;
