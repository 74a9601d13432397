//! `textDocument/didClose`: the editor shows a draft no more. Its diagnostics are cleared, whatever is under way.

use std::sync::Arc;

use tower_lsp::ls_types::DidCloseTextDocumentParams;

use crate::lsp::session::Session;

/// Forgets the draft.
pub fn did_close(session: &Arc<Session>, params: &DidCloseTextDocumentParams) {
    session.close(&params.text_document.uri);
}
