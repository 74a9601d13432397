//! Edits of a draft for the client to apply. It applies nothing.

use std::collections::HashMap;

use tower_lsp::ls_types as lsp;

use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::{number, range};
use crate::text::{Document, Span};

/// The draft that edits are for.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// Its name.
    pub uri: &'a lsp::Uri,
    /// Its version, as the client numbers it.
    pub number: i32,
    /// Its text.
    pub document: &'a Document,
}

/// Replacements in a draft, of the version they are made for where the client takes that.
pub fn workspace_edit(
    draft: &Draft<'_>,
    replacements: impl Iterator<Item = (Span, String)>,
    client: &Capabilities,
) -> lsp::WorkspaceEdit {
    let edits: Vec<lsp::TextEdit> = replacements
        .map(|(span, text)| lsp::TextEdit::new(range(span, draft.document, client.encoding), text))
        .collect();
    if client.versioned_edits {
        let edits = edits.into_iter().map(lsp::OneOf::Left).collect();
        versioned(draft, edits)
    } else {
        lsp::WorkspaceEdit::new(HashMap::from([(draft.uri.clone(), edits)]))
    }
}

/// Edits of the version of the draft that they are made for.
pub fn versioned(
    draft: &Draft<'_>,
    edits: Vec<lsp::OneOf<lsp::TextEdit, lsp::AnnotatedTextEdit>>,
) -> lsp::WorkspaceEdit {
    let edit = lsp::TextDocumentEdit {
        text_document: lsp::OptionalVersionedTextDocumentIdentifier {
            uri: draft.uri.clone(),
            version: number(draft.number),
        },
        edits,
    };
    lsp::WorkspaceEdit {
        document_changes: Some(lsp::DocumentChanges::Edits(vec![edit])),
        ..lsp::WorkspaceEdit::default()
    }
}
