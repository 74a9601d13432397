//! `textDocument/documentSymbol`: the outline of a draft. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentSymbolParams, DocumentSymbolResponse};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The outline, as a tree where the client takes one.
pub async fn document_symbol(
    session: &Arc<Session>,
    params: DocumentSymbolParams,
) -> Result<Option<DocumentSymbolResponse>> {
    session.look_again();
    let uri = params.text_document.uri;
    let claim = session.claim(&uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let outline = analysed.snapshot.outline();
    let document = &analysed.version.document;
    Ok(Some(proto::symbols(&outline, &uri, document, &session.capabilities())))
}
