//! Notes next to the text as inlay hints. It words nothing.

use serde_json::{Value, json};
use tower_lsp::ls_types as lsp;

use crate::engine::Hint;
use crate::text::{Document, Encoding};

/// A note as a hint: “he [Rosa Weil]”, “[Rosa Weil] “…””.
pub fn hint(hint: Hint, document: &Document, encoding: Encoding) -> lsp::InlayHint {
    let at = document.position(hint.offset, encoding);
    lsp::InlayHint {
        position: lsp::Position::new(at.line, at.character),
        label: lsp::InlayHintLabel::String(format!("[{}]", hint.text)),
        kind: None,
        text_edits: None,
        tooltip: (!hint.because.is_empty()).then_some(lsp::InlayHintTooltip::String(hint.because)),
        padding_left: (!hint.is_before).then_some(true),
        padding_right: hint.is_before.then_some(true),
        data: None,
    }
}

/// A note without its reason, for a client that asks for that when somebody looks.
pub fn unresolved_hint(note: Hint, uri: &lsp::Uri, document: &Document, encoding: Encoding) -> lsp::InlayHint {
    let mut hint = hint(note, document, encoding);
    if hint.tooltip.take().is_some() {
        hint.data = Some(json!({ "uri": uri }));
    }
    hint
}

/// The draft that a note without its reason is in.
pub fn draft_of_hint(data: &Value) -> Option<lsp::Uri> {
    data.get("uri")?.as_str()?.parse().ok()
}
