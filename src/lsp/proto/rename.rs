//! A new name as edits, those of quoted words for the client to ask about. It decides nothing about names.

use std::collections::HashMap;

use tower_lsp::ls_types as lsp;

use crate::engine::Renaming;
use crate::lsp::options::QuotedNames;
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::range;
use crate::lsp::proto::edit::{Draft, versioned, workspace_edit};

/// What the client shows with the edits of quoted words.
const ANNOTATION: &str = "quoted-words";

/// Why a name inside a quotation is not changed.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error(
    "this name is inside a quotation; rename it outside the quotation, or set copydesk.rename.inQuotations to “always”"
)]
pub struct Quoted;

/// The edits of a rename. Quoted words are changed as the settings say: if the client should ask and cannot, they stay.
pub fn rename(
    draft: &Draft<'_>,
    renamings: Vec<Renaming>,
    quoted_names: QuotedNames,
    client: &Capabilities,
) -> lsp::WorkspaceEdit {
    let asks = quoted_names == QuotedNames::Ask && client.annotated_edits && client.versioned_edits;
    if asks && renamings.iter().any(|renaming| renaming.is_quoted) {
        return annotated(draft, renamings, client);
    }
    let renamings = renamings
        .into_iter()
        .filter(|renaming| !renaming.is_quoted || quoted_names == QuotedNames::Change);
    workspace_edit(draft, renamings.map(|renaming| (renaming.span, renaming.text)), client)
}

fn annotated(draft: &Draft<'_>, renamings: Vec<Renaming>, client: &Capabilities) -> lsp::WorkspaceEdit {
    let edits = renamings.into_iter().map(|renaming| {
        let text_edit = lsp::TextEdit::new(range(renaming.span, draft.document, client.encoding), renaming.text);
        if renaming.is_quoted {
            lsp::OneOf::Right(lsp::AnnotatedTextEdit {
                text_edit,
                annotation_id: ANNOTATION.to_owned(),
            })
        } else {
            lsp::OneOf::Left(text_edit)
        }
    });
    let annotation = lsp::ChangeAnnotation {
        label: "Inside a quotation".to_owned(),
        needs_confirmation: Some(true),
        description: Some("These are the speaker's words".to_owned()),
    };
    lsp::WorkspaceEdit {
        change_annotations: Some(HashMap::from([(ANNOTATION.to_owned(), annotation)])),
        ..versioned(draft, edits.collect())
    }
}
