//! `textDocument/codeLens`: who speaks how much, where that is wanted. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{CodeLens, CodeLensParams};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The counts, if the settings want them.
pub async fn code_lens(session: &Arc<Session>, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
    let claim = session.claim(&params.text_document.uri);
    if !session.settings_of(&params.text_document.uri).lenses {
        return Ok(Some(Vec::new()));
    }
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let lenses = analysed.snapshot.lenses().into_iter();
    Ok(Some(
        lenses.map(|lens| proto::code_lens(lens, document, encoding)).collect(),
    ))
}
