//! `codeAction/resolve`: the edit of the action that was chosen. It changes nothing: the client does.

use std::sync::Arc;

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::CodeAction;

use crate::lsp::actions::edit_of;
use crate::lsp::proto::{self, Chosen, NotDone};
use crate::lsp::session::Session;

/// The action with its edit; an error says why there is none.
pub async fn code_action_resolve(session: &Arc<Session>, mut action: CodeAction) -> Result<CodeAction> {
    let data = action.data.take().unwrap_or_default();
    let chosen: Chosen = serde_json::from_value(data).map_err(|error| Error::invalid_params(error.to_string()))?;
    let analysed = session.claim(&chosen.uri).redeem().await?;
    let analysed = analysed.filter(|analysed| analysed.version.number == chosen.version);
    let analysed = analysed.ok_or_else(|| proto::refusal(&NotDone::Changed))?;
    let edit = edit_of(session, &analysed, &chosen.uri, &chosen.choice);
    action.edit = Some(edit.ok_or_else(|| proto::refusal(&NotDone::of(&chosen.choice)))?);
    Ok(action)
}
