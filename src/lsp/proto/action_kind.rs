//! The kinds of code actions that are our own. It makes no action.

use tower_lsp::ls_types as lsp;

/// The action that applies all safe fixes; editors offer it as "fix all" and on saving.
pub const FIX_ALL: lsp::CodeActionKind = lsp::CodeActionKind::new("source.fixAll.copydesk");

/// The action that adds an actor of the draft to the actor file.
pub const ADD_ENTRY: lsp::CodeActionKind = lsp::CodeActionKind::new("refactor.actorFile.copydesk");
