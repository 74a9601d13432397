//! `workspace/didChangeWorkspaceFolders`: a folder was added to the window or taken out. It opens no files.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeWorkspaceFoldersParams;

use crate::lsp::proto;
use crate::lsp::pull;
use crate::lsp::session::Session;

/// Notes the folders, asks for their settings, and has their drafts read.
pub fn did_change_workspace_folders(session: &Arc<Session>, params: DidChangeWorkspaceFoldersParams) {
    let mut state = session.state();
    let removed = params.event.removed;
    let folders = &mut state.settings.folders;
    folders.retain(|folder| removed.iter().all(|gone| gone.uri != *folder));
    let added: Vec<_> = params.event.added.into_iter().map(|folder| folder.uri).collect();
    folders.extend(added.iter().cloned());
    for gone in removed.iter().filter_map(|gone| proto::path(&gone.uri)) {
        state.index.forget(&gone);
    }
    pull::pull(session, &mut state);
    drop(state);
    session.index(added.iter().filter_map(proto::path).collect());
}
