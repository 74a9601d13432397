//! `inlayHint/resolve`: why a note says what it says. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{InlayHint, InlayHintLabel};

use crate::lsp::proto;
use crate::lsp::session::Session;
use crate::text::Span;

/// The note with its reason, if the draft still has it there.
pub async fn inlay_hint_resolve(session: &Arc<Session>, mut hint: InlayHint) -> Result<InlayHint> {
    let Some(uri) = hint.data.as_ref().and_then(proto::draft_of_hint) else {
        return Ok(hint);
    };
    let claim = session.claim(&uri);
    let wanted = session.settings_of(&uri).hints;
    let Some(analysed) = claim.redeem().await? else {
        return Ok(hint);
    };
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let at = document.offset(proto::position(hint.position), encoding);
    let InlayHintLabel::String(label) = &hint.label else {
        return Ok(hint);
    };
    let found = analysed
        .snapshot
        .hints(Span::new(at, at), wanted)
        .into_iter()
        .map(|hint| proto::hint(hint, document, encoding))
        .find(|found| matches!(&found.label, InlayHintLabel::String(other) if other == label));
    hint.tooltip = found.and_then(|found| found.tooltip);
    Ok(hint)
}
