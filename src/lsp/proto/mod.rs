//! From the types of the protocol to ours and back: the only place that knows both. It decides nothing about a draft.

mod action;
mod actor_entry;
mod capabilities;
mod command;
mod completion;
mod diagnostic;
mod document;
mod edit;
mod explain;
mod file_capabilities;
mod hint;
mod hover;
mod initialize;
mod navigation;
mod notes;
mod outward;
mod problem;
mod range_capabilities;
mod refusal;
mod rename;
mod report;
mod symbol;
mod token;
mod toml_file;
mod views;

pub use action::{ADD_ENTRY, Choice, Chosen, FIX_ALL, Named, is_wanted};
pub use actor_entry::{add_entry, add_name};
pub use capabilities::Capabilities;
pub use command::{
    ADD_ACTOR, AddActorArguments, AddAs, ChangesFormat, DIFF, DiffArguments, EXCLUDE, EXPORT, ExcludeArguments,
    ExportArguments, ExportFormat, ExportKind, IGNORE, IgnoreArguments, IgnoreScope, OPEN_NOTES, OpenNotesArguments,
    SOURCES, SourcesArguments, TIMELINE, TimelineArguments, explain_rule, open_notes, optional, required,
};
pub use completion::{About, completions, documented, suggestions};
pub use diagnostic::{diagnostic, diagnostics, pages_on_site, rule_pages};
pub use document::{change, format, is_toml, number, path, position, range, uri_of};
pub use edit::{Draft, workspace_edit};
pub use explain::{ExplainParams, ExplainView, explain_view, virtual_pages};
pub use hint::{draft_of_hint, hint, unresolved_hint};
pub use hover::hover;
pub use initialize::{initialize_result, registrations};
pub use navigation::{definition, highlights, line_of_file};
pub use notes::{definition_in_notes, location_in_notes};
pub use outward::{code_lens, document_link, folding_range, linked_marks, selection_range};
pub use problem::problem_diagnostics;
pub use refusal::{NotDone, refusal};
pub use rename::{Quoted, rename};
pub use report::{ask_again, document_report, workspace_report};
pub use symbol::{symbols, workspace_symbol};
pub use token::{token_edits, tokens};
pub use toml_file::TomlText;
pub use views::{
    ActorChoicesView, DiffParams, DiffView, SourcesView, StoryView, TimelineView, ViewParams, ViewsChanged,
    ViewsChangedParams, actor_choices, diff_view, sources_view, story_view, timeline_view,
};
