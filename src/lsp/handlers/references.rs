//! `textDocument/references`: all places that refer to the thing under the cursor. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Location, ReferenceParams};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The places, in the order of the text.
pub async fn references(session: &Arc<Session>, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
    let at = params.text_document_position;
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let found = pointed
        .snapshot()
        .references(pointed.offset, params.context.include_declaration);
    let uri = at.text_document.uri;
    let locations: Vec<Location> = found
        .into_iter()
        .map(|span| {
            Location::new(
                uri.clone(),
                proto::range(span, pointed.document(), pointed.capabilities.encoding),
            )
        })
        .collect();
    Ok((!locations.is_empty()).then_some(locations))
}
