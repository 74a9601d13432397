//! `textDocument/didChange`: edits, in the order they were made. It never waits.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeTextDocumentParams;

use crate::lsp::proto;
use crate::lsp::session::Session;

/// Applies the edits.
pub fn did_change(session: &Arc<Session>, params: DidChangeTextDocumentParams) {
    let changes: Vec<_> = params.content_changes.into_iter().map(proto::change).collect();
    session.edit(&params.text_document.uri, params.text_document.version, &changes);
}
