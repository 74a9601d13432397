//! `textDocument/documentLink`: from names to the newsroom's actor file, and to the pages it gives. It opens nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentLink, DocumentLinkParams};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// A link for each actor that the actor file has, at the first name.
pub async fn document_link(session: &Arc<Session>, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
    let uri = params.text_document.uri;
    let claim = session.claim(&uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let Some(file) = session.actor_file(&uri) else {
        return Ok(Some(Vec::new()));
    };
    let client = session.capabilities();
    let document = &analysed.version.document;
    let links = analysed.snapshot.links();
    let links = links
        .iter()
        .filter_map(|link| proto::document_link(link, &file, client.ranges.link_tooltips, document, client.encoding));
    Ok(Some(links.collect()))
}
