//! `workspace/symbol`: events, actors and quotations of the workspace's drafts by a few letters, of the open ones as they are
//! in the editor. It reads no files.

use std::sync::Arc;

use tokio::sync::oneshot;
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
            let range = proto::range(symbol.span, document, encoding);
            (symbol.distance, proto::workspace_symbol(symbol, &uri, range))
        }));
    }
    found.extend(not_open(session, params.query).await);
    keep_best(&mut found);
    let symbols: Vec<_> = found.into_iter().map(|(_, symbol)| symbol).collect();
    Ok(Some(symbols.into()))
}

/// What the drafts have that are not open. There may be many, so that they are searched where drafts are analyzed.
async fn not_open(session: &Session, query: String) -> Vec<(u8, SymbolInformation)> {
    let drafts = {
        let state = session.state();
        let open = state.open_paths();
        state.index.drafts_besides(&open)
    };
    if drafts.is_empty() {
        return Vec::new();
    }
    let (answer, found) = oneshot::channel();
    session.spawn(move || {
        let mut found: Vec<(u8, SymbolInformation)> = Vec::new();
        for draft in drafts {
            let symbols = draft.symbols.iter().filter_map(|(known, range)| {
                let distance = known.answers(&query)?;
                Some((
                    distance,
                    proto::workspace_symbol(known.symbol.clone(), &draft.uri, *range),
                ))
            });
            found.extend(symbols);
            if found.len() > 10 * MOST {
                keep_best(&mut found);
            }
        }
        // Nobody listens if the request was cancelled.
        drop(answer.send(found));
    });
    found.await.unwrap_or_default()
}

fn keep_best(found: &mut Vec<(u8, SymbolInformation)>) {
    found.sort_by_key(|(distance, _)| *distance);
    found.truncate(MOST);
}
