//! `workspace/didChangeWorkspaceFolders`: a folder was added to the window or taken out. It opens no files.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeWorkspaceFoldersParams;

use crate::lsp::pull;
use crate::lsp::session::Session;

/// Notes the folders and asks for their settings.
pub fn did_change_workspace_folders(session: &Arc<Session>, params: DidChangeWorkspaceFoldersParams) {
    let mut state = session.state();
    let removed = params.event.removed;
    let folders = &mut state.settings.folders;
    folders.retain(|folder| removed.iter().all(|gone| gone.uri != *folder));
    folders.extend(params.event.added.into_iter().map(|folder| folder.uri));
    pull::pull(session, &mut state);
}
