//! From the types of the protocol to ours and back: the only place that knows both. It decides nothing about a draft.

mod action;
mod actor_entry;
mod actor_file;
mod capabilities;
mod command;
mod completion;
mod diagnostic;
mod document;
mod edit;
mod hint;
mod hover;
mod initialize;
mod navigation;
mod rename;
mod symbol;
mod toml_file;

pub use action::{ADD_ENTRY, add_entry_action, code_actions, found_at, is_wanted, turn_off_action};
pub use actor_entry::add_entry;
pub use actor_file::{actor_file_diagnostics, uri_of};
pub use capabilities::Capabilities;
pub use command::{TIMELINE, TimelineArguments, TimelineFormat};
pub use completion::completions;
pub use diagnostic::{diagnostics, rule_pages};
pub use document::{change, format, is_toml, path, position, range};
pub use edit::Draft;
pub use hint::hint;
pub use hover::hover;
pub use initialize::{initialize_result, registrations};
pub use navigation::{definition, highlights, line_of_file};
pub use rename::{Quoted, refusal, rename};
pub use symbol::{symbols, workspace_symbol};
pub use toml_file::TomlText;
