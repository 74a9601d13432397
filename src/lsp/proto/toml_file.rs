//! A TOML file of the newsroom as an edit for the client to apply. It writes no file, and replaces only what differs.

use std::collections::HashMap;
use std::path::Path;

use tower_lsp::ls_types as lsp;

use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::uri_of;
use crate::lsp::proto::document::{number, range};
use crate::text::{Document, Replaced};

/// A TOML file to be edited: as the client has it open, or else as it is on disk.
pub struct TomlText {
    uri: lsp::Uri,
    /// The version the client has open.
    version: Option<i32>,
    /// `None` if there is no such file yet.
    text: Option<String>,
}

impl TomlText {
    /// A file that the client has open, saved or not.
    pub fn open(uri: lsp::Uri, version: i32, text: String) -> Self {
        Self {
            uri,
            version: number(version),
            text: Some(text),
        }
    }

    /// A file on disk; `None` where its path is not absolute.
    pub fn on_disk(path: &Path, text: Option<String>) -> Option<Self> {
        Some(Self {
            uri: uri_of(path)?,
            version: None,
            text,
        })
    }

    /// What it says; nothing if there is no such file yet.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The edit that makes it say `new`. `None` where it says so already, or where the client cannot do it.
    pub fn edit(&self, new: &str, client: &Capabilities) -> Option<lsp::WorkspaceEdit> {
        let uri = self.uri.clone();
        let text = self.text();
        let replaced = Replaced::between(text, new)?;
        let place = range(replaced.old_span(), &Document::new(text), client.encoding);
        let edit = lsp::TextEdit::new(place, replaced.new_span().of(new).to_owned());
        if !client.versioned_edits {
            let edits = HashMap::from([(uri, vec![edit])]);
            return self.text.is_some().then(|| lsp::WorkspaceEdit::new(edits));
        }
        let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
            uri: uri.clone(),
            version: self.version,
        };
        let change = lsp::TextDocumentEdit {
            text_document,
            edits: vec![lsp::OneOf::Left(edit)],
        };
        let changes = match self.text {
            Some(_) => lsp::DocumentChanges::Edits(vec![change]),
            None if client.creates_files => lsp::DocumentChanges::Operations(vec![
                lsp::DocumentChangeOperation::Op(lsp::ResourceOp::Create(lsp::CreateFile {
                    uri,
                    options: Some(lsp::CreateFileOptions {
                        overwrite: None,
                        ignore_if_exists: Some(true),
                    }),
                    annotation_id: None,
                })),
                lsp::DocumentChangeOperation::Edit(change),
            ]),
            None => return None,
        };
        Some(lsp::WorkspaceEdit {
            document_changes: Some(changes),
            ..lsp::WorkspaceEdit::default()
        })
    }
}
