//! `workspace/didChangeWatchedFiles`: a configuration file changed on disk. Which one makes no difference.

use std::sync::Arc;

use crate::lsp::session::Session;

/// Reads the configuration of every open draft again.
pub fn did_change_watched_files(session: &Arc<Session>) {
    let mut state = session.state();
    session.reconfigure(&mut state);
}
