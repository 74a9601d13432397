//! `textDocument/documentHighlight`: what belongs to the thing under the cursor. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightParams};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The stretches to light up.
pub async fn document_highlight(
    session: &Arc<Session>,
    params: DocumentHighlightParams,
) -> Result<Option<Vec<DocumentHighlight>>> {
    session.look_again();
    let at = params.text_document_position_params;
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let highlights = pointed.snapshot().highlights(pointed.offset);
    Ok((!highlights.is_empty())
        .then(|| proto::highlights(&highlights, pointed.document(), pointed.capabilities.encoding)))
}
