//! `copydesk/story`: a draft at a glance, for a panel of the editor's. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;

use crate::lsp::proto::{self, StoryView, ViewParams};
use crate::lsp::session::Session;

/// The view; `null` where the draft is not open.
pub async fn story(session: &Arc<Session>, params: ViewParams) -> Result<Option<StoryView>> {
    let uri = params.text_document.uri;
    let Some(analysed) = session.claim(&uri).redeem().await? else {
        return Ok(None);
    };
    let capabilities = session.capabilities();
    Ok(Some(proto::story_view(
        &analysed.draft(&uri),
        &analysed.snapshot,
        &capabilities,
    )))
}
