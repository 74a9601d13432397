//! `textDocument/didOpen`: a draft, or the actor file, is open in the editor. From here on a draft's file on disk is not
//! looked at.

use std::sync::Arc;

use tower_lsp::ls_types::DidOpenTextDocumentParams;

use crate::lsp::session::Session;

/// Takes the draft in.
pub fn did_open(session: &Arc<Session>, params: DidOpenTextDocumentParams) {
    let draft = params.text_document;
    session.open(draft.uri, draft.language_id, draft.version, &draft.text);
}
