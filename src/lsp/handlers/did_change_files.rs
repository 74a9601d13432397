//! `workspace/didCreateFiles`, `didRenameFiles` and `didDeleteFiles`: files came, moved or went in the editor. It opens none
//! and closes none: the client does so itself.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::ls_types::{CreateFilesParams, DeleteFilesParams, RenameFilesParams, Uri};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// Has new drafts read.
pub fn did_create_files(session: &Arc<Session>, params: &CreateFilesParams) {
    changed(session, &[], params.files.iter().map(|file| file.uri.as_str()));
}

/// Forgets drafts under their old names and has them read under the new ones.
pub fn did_rename_files(session: &Arc<Session>, params: &RenameFilesParams) {
    let old: Vec<&str> = params.files.iter().map(|file| file.old_uri.as_str()).collect();
    changed(session, &old, params.files.iter().map(|file| file.new_uri.as_str()));
}

/// Forgets drafts.
pub fn did_delete_files(session: &Arc<Session>, params: &DeleteFilesParams) {
    let old: Vec<&str> = params.files.iter().map(|file| file.uri.as_str()).collect();
    changed(session, &old, std::iter::empty());
}

fn changed<'a>(session: &Arc<Session>, gone: &[&str], new: impl Iterator<Item = &'a str>) {
    let path = |uri: &str| uri.parse::<Uri>().ok().as_ref().and_then(proto::path);
    {
        let mut state = session.state();
        for gone in gone.iter().filter_map(|uri| path(uri)) {
            state.index.forget(&gone);
        }
        // A configuration or an actor file may be among them.
        session.reconfigure(&mut state);
    }
    let new: Vec<PathBuf> = new.filter_map(path).collect();
    session.index(new);
}
