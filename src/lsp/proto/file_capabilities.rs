//! What a client says of files, and what it is asked to say. A client that says nothing is asked for nothing.

use tower_lsp::ls_types as lsp;

use crate::lsp::draft_files::PATTERN;

/// What the client notifies us of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileCapabilities {
    /// It shows how far work is.
    pub shows_progress: bool,
    /// It can be asked to show a file.
    pub shows_documents: bool,
    /// It says that files were made.
    pub tells_of_new: bool,
    /// It says that files were renamed.
    pub tells_of_renamed: bool,
    /// It says that files were deleted.
    pub tells_of_deleted: bool,
}

impl FileCapabilities {
    /// Reads what a client says about itself.
    pub fn new(client: &lsp::ClientCapabilities) -> Self {
        let window = client.window.as_ref();
        let operations = client
            .workspace
            .as_ref()
            .and_then(|workspace| workspace.file_operations.as_ref());
        let tells = |of: fn(&lsp::WorkspaceFileOperationsClientCapabilities) -> Option<bool>| {
            operations.and_then(of) == Some(true)
        };
        Self {
            shows_progress: window.is_some_and(|window| window.work_done_progress == Some(true)),
            shows_documents: window
                .and_then(|window| window.show_document.as_ref())
                .is_some_and(|show| show.support),
            tells_of_new: tells(|operations| operations.did_create),
            tells_of_renamed: tells(|operations| operations.did_rename),
            tells_of_deleted: tells(|operations| operations.did_delete),
        }
    }

    /// What it is asked to notify us of: drafts, and folders, which may have drafts in them.
    pub fn wanted(self) -> Option<lsp::WorkspaceFileOperationsServerCapabilities> {
        let filter = |glob: &str, matches| lsp::FileOperationFilter {
            scheme: Some("file".to_owned()),
            pattern: lsp::FileOperationPattern {
                glob: glob.to_owned(),
                matches: Some(matches),
                options: None,
            },
        };
        let options = lsp::FileOperationRegistrationOptions {
            filters: vec![
                filter(PATTERN, lsp::FileOperationPatternKind::File),
                filter("**/*.toml", lsp::FileOperationPatternKind::File),
                filter("**", lsp::FileOperationPatternKind::Folder),
            ],
        };
        let wanted = |tells: bool| tells.then(|| options.clone());
        let wanted = lsp::WorkspaceFileOperationsServerCapabilities {
            did_create: wanted(self.tells_of_new),
            did_rename: wanted(self.tells_of_renamed),
            did_delete: wanted(self.tells_of_deleted),
            ..lsp::WorkspaceFileOperationsServerCapabilities::default()
        };
        (wanted != lsp::WorkspaceFileOperationsServerCapabilities::default()).then_some(wanted)
    }
}
