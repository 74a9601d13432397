//! Names to go on with as completion items. It orders nothing: the engine did.

use tower_lsp::ls_types as lsp;

use crate::analysis::ActorKind;
use crate::engine::{Completion, CompletionKind};
use crate::lsp::proto::document::range;
use crate::text::{Document, Encoding};

/// The items, in their order. The list is complete for what is written so far only while that stays the beginning.
pub fn completions(completions: &[Completion], document: &Document, encoding: Encoding) -> lsp::CompletionResponse {
    let items = completions.iter().enumerate().map(|(nth, completion)| {
        let edit = lsp::TextEdit::new(range(completion.replaces, document, encoding), completion.text.clone());
        lsp::CompletionItem {
            label: completion.text.clone(),
            kind: Some(kind(completion.kind)),
            detail: (!completion.detail.is_empty()).then(|| completion.detail.clone()),
            // Editors sort by this text, and letters of equal length keep the numbers in order.
            sort_text: Some(format!("{nth:03}")),
            filter_text: (completion.matched != completion.text).then(|| completion.matched.clone()),
            text_edit: Some(lsp::CompletionTextEdit::Edit(edit)),
            ..lsp::CompletionItem::default()
        }
    });
    lsp::CompletionResponse::List(lsp::CompletionList {
        // More letters can begin other words: after “Rosa” comes “Rosa We”.
        is_incomplete: true,
        items: items.collect(),
    })
}

/// The protocol knows the parts of programs. Every editor shows these with different icons.
fn kind(kind: CompletionKind) -> lsp::CompletionItemKind {
    match kind {
        CompletionKind::Name(ActorKind::Person) => lsp::CompletionItemKind::VARIABLE,
        CompletionKind::Name(ActorKind::Organization) => lsp::CompletionItemKind::MODULE,
        CompletionKind::Name(ActorKind::Place) => lsp::CompletionItemKind::CONSTANT,
        CompletionKind::Name(ActorKind::Other) => lsp::CompletionItemKind::TEXT,
        CompletionKind::Role => lsp::CompletionItemKind::KEYWORD,
    }
}
