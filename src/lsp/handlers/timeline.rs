//! `copydesk/timeline`: what happened on which day, for a view of the editor's. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;

use crate::lsp::proto::{self, TimelineView, ViewParams};
use crate::lsp::session::Session;

/// The view; `null` where the draft is not open.
pub async fn timeline(session: &Arc<Session>, params: ViewParams) -> Result<Option<TimelineView>> {
    let uri = params.text_document.uri;
    let Some(analysed) = session.claim(&uri).redeem().await? else {
        return Ok(None);
    };
    let capabilities = session.capabilities();
    Ok(Some(proto::timeline_view(
        &analysed.draft(&uri),
        &analysed.snapshot,
        &capabilities,
    )))
}
