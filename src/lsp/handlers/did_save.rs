//! `textDocument/didSave`: whoever saves wants to see what there is to see. The file is not read.

use tower_lsp::ls_types::DidSaveTextDocumentParams;

use crate::lsp::session::Session;

/// Shows what was held back while the draft was typed.
pub fn did_save(session: &Session, params: &DidSaveTextDocumentParams) {
    session.saved(&params.text_document.uri);
}
