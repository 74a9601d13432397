//! `textDocument/codeAction`: the fixes that findings bring along. It changes nothing: the client applies what is chosen.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{CodeActionParams, CodeActionResponse};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The fixes for a range, and one for all that need no look.
pub async fn code_action(session: &Arc<Session>, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
    let claim = session.claim(&params.text_document.uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let draft = proto::Draft {
        uri: &params.text_document.uri,
        number: analysed.version.number,
        document: &analysed.version.document,
    };
    Ok(Some(proto::code_actions(
        &draft,
        &analysed.snapshot,
        &params,
        &session.capabilities(),
    )))
}
