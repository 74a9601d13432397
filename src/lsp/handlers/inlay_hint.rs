//! `textDocument/inlayHint`: small notes next to the text. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{InlayHint, InlayHintParams};

use crate::lsp::proto;
use crate::lsp::session::Session;
use crate::text::Span;

/// The notes in a range, as far as the settings want them.
pub async fn inlay_hint(session: &Arc<Session>, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
    let uri = params.text_document.uri;
    let claim = session.claim(&uri);
    let wanted = session.settings_of(&uri).hints;
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let client = session.capabilities();
    let encoding = client.encoding;
    let document = &analysed.version.document;
    let offset = |position| document.offset(proto::position(position), encoding);
    let within = Span::new(offset(params.range.start), offset(params.range.end));
    let hints = analysed.snapshot.hints(within, wanted);
    Ok(Some(
        hints
            .into_iter()
            .map(|hint| match client.ranges.resolves_hints {
                true => proto::unresolved_hint(hint, &uri, document, encoding),
                false => proto::hint(hint, document, encoding),
            })
            .collect(),
    ))
}
