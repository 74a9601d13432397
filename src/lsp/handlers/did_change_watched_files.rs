//! `workspace/didChangeWatchedFiles`: a configuration, an actor file or a draft changed on disk. It reads nothing itself.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::ls_types::{DidChangeWatchedFilesParams, FileChangeType};

use crate::lsp::draft_files::is_draft;
use crate::lsp::proto;
use crate::lsp::session::Session;

/// Reads the configuration of every open draft again, and has drafts that are not open read again.
pub fn did_change_watched_files(session: &Arc<Session>, params: &DidChangeWatchedFilesParams) {
    let mut changed: Vec<PathBuf> = Vec::new();
    let mut state = session.state();
    let mut are_all_drafts = true;
    for event in &params.changes {
        match proto::path(&event.uri) {
            Some(path) if is_draft(&path) && event.typ == FileChangeType::DELETED => state.index.forget(&path),
            Some(path) if is_draft(&path) => changed.push(path),
            _ => are_all_drafts = false,
        }
    }
    if !are_all_drafts || params.changes.is_empty() {
        session.reconfigure(&mut state);
    }
    // Any text may be somebody's notes.
    session.look_at_notes(&mut state);
    drop(state);
    session.index(changed);
    if !are_all_drafts {
        session.index_workspace();
    }
}
