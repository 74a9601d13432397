//! `textDocument/selectionRange`: what a selection grows to. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{SelectionRange, SelectionRangeParams};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// More cursors than this nobody has.
const MOST: usize = 1000;

/// What each of the selections grows to.
pub async fn selection_range(
    session: &Arc<Session>,
    params: SelectionRangeParams,
) -> Result<Option<Vec<SelectionRange>>> {
    let claim = session.claim(&params.text_document.uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let grown = params.positions.into_iter().take(MOST).map(|at| {
        let offset = document.offset(proto::position(at), encoding);
        proto::selection_range(&analysed.snapshot.selections(offset), at, document, encoding)
    });
    Ok(Some(grown.collect()))
}
