//! `textDocument/hover`: what is known of the place under the cursor. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Hover, HoverParams};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The card for a place, if there is one.
pub async fn hover(session: &Arc<Session>, params: HoverParams) -> Result<Option<Hover>> {
    let at = params.text_document_position_params;
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let hover = pointed.snapshot().hover(pointed.offset);
    Ok(hover.map(|hover| proto::hover(&hover, &at.text_document.uri, pointed.document(), &pointed.capabilities)))
}
