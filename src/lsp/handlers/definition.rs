//! `textDocument/definition`: to the full name, the speaker, the first telling. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// Where the thing under the cursor is introduced.
pub async fn definition(
    session: &Arc<Session>,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>> {
    let at = params.text_document_position_params;
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let target = pointed.snapshot().definition(pointed.offset);
    let uri = at.text_document.uri;
    Ok(target.map(|target| proto::definition(target, uri, pointed.document(), &pointed.capabilities)))
}
