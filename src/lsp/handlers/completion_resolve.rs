//! `completionItem/resolve`: who the selected name belongs to. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::CompletionItem;

use crate::lsp::proto::{self, About};
use crate::lsp::session::Session;

/// The item with what is known; as it came if the draft is closed, or nothing more is known.
pub async fn completion_resolve(session: &Arc<Session>, item: CompletionItem) -> Result<CompletionItem> {
    let data = item.data.clone().unwrap_or_default();
    let Ok(about) = serde_json::from_value::<About>(data) else {
        return Ok(item);
    };
    let Some(analysed) = session.claim(&about.uri).redeem().await? else {
        return Ok(item);
    };
    Ok(match analysed.snapshot.about(&about.name) {
        Some(known) => proto::documented(item, known),
        None => item,
    })
}
