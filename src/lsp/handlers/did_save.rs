//! `textDocument/didSave`: whoever saves wants to see what there is to see. The draft's file is not read; those of the configuration
//! are, if the client does not tell of changes.

use std::sync::Arc;

use tower_lsp::ls_types::DidSaveTextDocumentParams;

use crate::lsp::session::Session;

/// Shows what was held back while the draft was typed.
pub fn did_save(session: &Arc<Session>, params: &DidSaveTextDocumentParams) {
    session.saved(&params.text_document.uri);
}
