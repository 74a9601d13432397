//! `textDocument/definition`: to the full name, the speaker, the first telling, to the notes. It changes nothing.

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
    // The words of a quotation lead to where they were said.
    let in_notes = pointed.snapshot().place_in_notes(pointed.offset);
    let in_notes = in_notes.and_then(|(quotation, found)| {
        proto::definition_in_notes(quotation, found, pointed.document(), &pointed.capabilities)
    });
    if in_notes.is_some() {
        return Ok(in_notes);
    }
    let target = pointed.snapshot().definition(pointed.offset);
    let uri = at.text_document.uri;
    Ok(target.map(|target| proto::definition(target, uri, pointed.document(), &pointed.capabilities)))
}
