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
mod explain;
mod hint;
mod hover;
mod initialize;
mod navigation;
mod refusal;
mod rename;
mod report;
mod symbol;
mod toml_file;
mod views;

pub use action::{ADD_ENTRY, Choice, Chosen, FIX_ALL, Named, is_wanted};
pub use actor_entry::add_entry;
pub use actor_file::{actor_file_diagnostics, uri_of};
pub use capabilities::Capabilities;
pub use command::{
    EXPORT, ExportArguments, ExportFormat, ExportKind, IGNORE, IgnoreArguments, IgnoreScope, SOURCES, SourcesArguments,
    TIMELINE, TimelineArguments, optional, required,
};
pub use completion::{About, completions, documented};
pub use diagnostic::{diagnostic, diagnostics, pages_on_site, rule_pages};
pub use document::{change, format, is_toml, number, path, position, range};
pub use edit::{Draft, workspace_edit};
pub use explain::{ExplainParams, ExplainView, explain_view, virtual_pages};
pub use hint::hint;
pub use hover::hover;
pub use initialize::{initialize_result, registrations};
pub use navigation::{definition, highlights, line_of_file};
pub use refusal::{NotDone, refusal};
pub use rename::{Quoted, rename};
pub use report::{ask_again, document_report, workspace_report};
pub use symbol::{symbols, workspace_symbol};
pub use toml_file::TomlText;
pub use views::{SourcesView, TimelineView, ViewParams, ViewsChanged, ViewsChangedParams, sources_view, timeline_view};
