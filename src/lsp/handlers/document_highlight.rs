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
    let at = params.text_document_position_params;
    let claim = session.claim(&at.text_document.uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let offset = document.offset(proto::position(at.position), encoding);
    let highlights = analysed.snapshot.highlights(offset);
    Ok((!highlights.is_empty()).then(|| proto::highlights(&highlights, document, encoding)))
}
