//! `textDocument/inlayHint`: small notes next to the text. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{InlayHint, InlayHintParams};

use crate::lsp::proto;
use crate::lsp::session::Session;
use crate::text::Span;

/// The notes in a range, as far as the settings want them.
pub async fn inlay_hint(session: &Arc<Session>, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
    let claim = session.claim(&params.text_document.uri);
    let wanted = session.settings_of(&params.text_document.uri).hints;
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let offset = |position| document.offset(proto::position(position), encoding);
    let within = Span::new(offset(params.range.start), offset(params.range.end));
    let hints = analysed.snapshot.hints(within, wanted);
    Ok(Some(
        hints
            .into_iter()
            .map(|hint| proto::hint(hint, document, encoding))
            .collect(),
    ))
}
