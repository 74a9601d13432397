//! `textDocument/foldingRange`: what can be folded away. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{FoldingRange, FoldingRangeParams};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// All folds of the draft.
pub async fn folding_range(session: &Arc<Session>, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
    let claim = session.claim(&params.text_document.uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let folds = analysed.snapshot.folds().into_iter();
    Ok(Some(
        folds
            .filter_map(|fold| proto::folding_range(fold, document, encoding))
            .collect(),
    ))
}
