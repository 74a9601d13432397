//! `workspace/symbol`: events, actors and quotations of the open drafts by a few letters. It opens no files.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{SymbolInformation, WorkspaceSymbolParams, WorkspaceSymbolResponse};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// More than this nobody reads.
const MOST: usize = 200;

/// What matches the query, best first. A draft whose analysis failed is left out.
pub async fn workspace_symbol(
    session: &Arc<Session>,
    params: WorkspaceSymbolParams,
) -> Result<Option<WorkspaceSymbolResponse>> {
    let claims = session.claims();
    let encoding = session.capabilities().encoding;
    let mut found: Vec<(u8, SymbolInformation)> = Vec::new();
    for (uri, claim) in claims {
        let Ok(Some(analysed)) = claim.redeem().await else {
            continue;
        };
        let document = &analysed.version.document;
        let symbols = analysed.snapshot.symbols(&params.query);
        found.extend(symbols.into_iter().map(|symbol| {
            (
                symbol.distance,
                proto::workspace_symbol(symbol, &uri, document, encoding),
            )
        }));
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.truncate(MOST);
    let symbols: Vec<_> = found.into_iter().map(|(_, symbol)| symbol).collect();
    Ok(Some(symbols.into()))
}
