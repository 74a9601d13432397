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
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let Some((_, entry)) = pointed.snapshot().entry_at(pointed.offset) else {
        return Ok(None);
    };
    let file = session.actor_file(&at.text_document.uri);
    Ok(file.and_then(|file| proto::line_of_file(&file, entry.line)))
}
