//! `copydesk/actorChoices`: how the name at a place can be taken up into the actor file. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::TextDocumentPositionParams;

use crate::lsp::proto::{self, ActorChoicesView};
use crate::lsp::session::Session;

/// The choices; `null` where there is no name that the file lacks.
pub async fn actor_choices(
    session: &Arc<Session>,
    params: TextDocumentPositionParams,
) -> Result<Option<ActorChoicesView>> {
    let Some(pointed) = session.pointed(&params).await? else {
        return Ok(None);
    };
    Ok(proto::actor_choices(pointed.snapshot(), pointed.offset))
}
