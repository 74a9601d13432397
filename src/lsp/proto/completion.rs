//! Names to go on with as completion items. It orders nothing: the engine did.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types as lsp;

use crate::analysis::ActorKind;
use crate::config::Suggestion;
use crate::engine::{Completion, CompletionKind};
use crate::lsp::proto::document::range;
use crate::lsp::proto::edit::Draft;
use crate::text::{Document, Encoding, Span};

/// Who an item is about: what the client sends back to learn more.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct About {
    /// The draft.
    pub uri: lsp::Uri,
    /// The full name.
    pub name: String,
}

/// What the client is told of completion.
///
/// Some editors ask only after these characters, and in Markdown VS Code does not ask after letters by itself. A space can follow
/// a quotation or a title.
pub fn completion_options() -> lsp::CompletionOptions {
    let letters = ('A'..='Z')
        .chain('a'..='z')
        .chain('À'..='Ö')
        .chain('Ø'..='ö')
        .chain('ø'..='ÿ');
    lsp::CompletionOptions {
        trigger_characters: Some(letters.chain([' ']).map(String::from).collect()),
        resolve_provider: Some(true),
        ..lsp::CompletionOptions::default()
    }
}

/// The items, in their order. The list is complete for what is written so far only while that stays the beginning.
pub fn completions(completions: &[Completion], draft: &Draft<'_>, encoding: Encoding) -> lsp::CompletionResponse {
    let items = completions.iter().enumerate().map(|(nth, completion)| {
        let place = range(completion.replaces, draft.document, encoding);
        let edit = lsp::TextEdit::new(place, completion.text.clone());
        let about = About {
            uri: draft.uri.clone(),
            name: completion.name.clone(),
        };
        lsp::CompletionItem {
            label: completion.text.clone(),
            kind: Some(kind(completion.kind)),
            detail: (!completion.detail.is_empty()).then(|| completion.detail.clone()),
            // Editors sort by this text, and letters of equal length keep the numbers in order.
            sort_text: Some(format!("{nth:03}")),
            filter_text: (completion.matched != completion.text).then(|| completion.matched.clone()),
            text_edit: Some(lsp::CompletionTextEdit::Edit(edit)),
            data: serde_json::to_value(about).ok(),
            ..lsp::CompletionItem::default()
        }
    });
    lsp::CompletionResponse::List(lsp::CompletionList {
        // More letters can begin other words: after “Rosa” comes “Rosa We”.
        is_incomplete: true,
        items: items.collect(),
    })
}

/// What can be written in one of the newsroom's files, at the byte `offset`.
pub fn suggestions(
    found: &[Suggestion],
    document: &Document,
    offset: usize,
    encoding: Encoding,
) -> lsp::CompletionResponse {
    let items = found.iter().enumerate().map(|(nth, suggestion)| {
        let replaced = Span::new(offset.saturating_sub(suggestion.replaces), offset);
        let edit = lsp::TextEdit::new(range(replaced, document, encoding), suggestion.text.clone());
        let about = (!suggestion.about.is_empty()).then(|| suggestion.about.clone());
        lsp::CompletionItem {
            label: suggestion.label.clone(),
            kind: Some(lsp::CompletionItemKind::PROPERTY),
            sort_text: Some(format!("{nth:03}")),
            // What is replaced may begin with a bracket or a mark, which is not in the label.
            filter_text: Some(suggestion.text.clone()),
            text_edit: Some(lsp::CompletionTextEdit::Edit(edit)),
            documentation: about.map(lsp::Documentation::String),
            ..lsp::CompletionItem::default()
        }
    });
    lsp::CompletionResponse::Array(items.collect())
}

/// An item with what is known of who it is about. The words of a draft are no markup.
pub fn documented(mut item: lsp::CompletionItem, about: String) -> lsp::CompletionItem {
    item.documentation = Some(lsp::Documentation::MarkupContent(lsp::MarkupContent {
        kind: lsp::MarkupKind::PlainText,
        value: about,
    }));
    item
}

/// The protocol knows the parts of programs. Every editor shows these with different icons.
fn kind(kind: CompletionKind) -> lsp::CompletionItemKind {
    match kind {
        CompletionKind::Name(ActorKind::Person) => lsp::CompletionItemKind::VARIABLE,
        CompletionKind::Name(ActorKind::Organization) => lsp::CompletionItemKind::MODULE,
        CompletionKind::Name(ActorKind::Place) => lsp::CompletionItemKind::CONSTANT,
        CompletionKind::Name(ActorKind::Other) => lsp::CompletionItemKind::TEXT,
        CompletionKind::Titled => lsp::CompletionItemKind::CLASS,
        CompletionKind::Role => lsp::CompletionItemKind::KEYWORD,
        CompletionKind::Attribution => lsp::CompletionItemKind::SNIPPET,
    }
}
