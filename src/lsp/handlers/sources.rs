//! `copydesk/sources`: who speaks in a draft, for a view of the editor's. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;

use crate::lsp::proto::{self, SourcesView, ViewParams};
use crate::lsp::session::Session;

/// The view; `null` where the draft is not open.
pub async fn sources(session: &Arc<Session>, params: ViewParams) -> Result<Option<SourcesView>> {
    let uri = params.text_document.uri;
    let Some(analysed) = session.claim(&uri).redeem().await? else {
        return Ok(None);
    };
    let capabilities = session.capabilities();
    Ok(Some(proto::sources_view(
        &analysed.draft(&uri),
        &analysed.snapshot,
        &capabilities,
    )))
}
