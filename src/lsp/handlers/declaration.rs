//! `textDocument/declaration`: to the entry of the newsroom's actor file. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// Where the actor file has the actor under the cursor.
pub async fn declaration(
    session: &Arc<Session>,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>> {
    let at = params.text_document_position_params;
    let claim = session.claim(&at.text_document.uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let encoding = session.capabilities().encoding;
    let offset = analysed.version.document.offset(proto::position(at.position), encoding);
    let Some((_, entry)) = analysed.snapshot.entry_at(offset) else {
        return Ok(None);
    };
    let file = session.actor_file(&at.text_document.uri);
    Ok(file.and_then(|file| proto::line_of_file(&file, entry.line)))
}
