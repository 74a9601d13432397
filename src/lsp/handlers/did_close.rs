//! `textDocument/didClose`: the editor shows a draft no more. Its diagnostics are cleared, whatever is under way.

use std::sync::Arc;

use tower_lsp::ls_types::DidCloseTextDocumentParams;

use crate::lsp::draft_files::is_draft;
use crate::lsp::proto;
use crate::lsp::session::Session;

/// Forgets the draft; from now on its file on disk is what counts.
pub fn did_close(session: &Arc<Session>, params: &DidCloseTextDocumentParams) {
    let uri = &params.text_document.uri;
    session.close(uri);
    let is_in_workspace = session.state().settings.folder_of(uri).is_some();
    let path = proto::path(uri).filter(|path| is_in_workspace && is_draft(path));
    session.index(path.into_iter().collect());
}
