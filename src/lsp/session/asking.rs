//! Clients that ask for diagnostics: what they are told, and when it is of the newest version. It analyzes nothing.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::ls_types::Uri;

use crate::lsp::draft_files::is_draft;
use crate::lsp::proto;
use crate::lsp::reports::Report;
use crate::lsp::session::Session;

/// How often a draft may be edited while its diagnostics are waited for. A client whose edits come faster asks again anyway.
const MOST_EDITS: usize = 8;

/// What a client is answered that asks for the diagnostics of a document.
pub enum Asked {
    /// These.
    Known(Report),
    /// The draft is edited again and again in the meantime.
    Edited,
    /// The draft is not open and cannot be read.
    Unread,
}

impl Session {
    /// The diagnostics of a document as it is now; of one that is not open, as it is on disk.
    pub async fn asked_report(self: &Arc<Self>, uri: &Uri) -> Asked {
        if let Some(file) = self.closed_draft(uri) {
            let entry = self.read_closed(file).await;
            return entry.and_then(|entry| entry.report).map_or(Asked::Unread, Asked::Known);
        }
        for _ in 0..MOST_EDITS {
            let claim = self.claim(uri);
            let wanted = self.note_asked(uri);
            // Of a version that cannot be read, what was known before it is told.
            let _ = claim.redeem().await;
            let state = self.state();
            if state.host.revision(uri.as_str()) == wanted {
                let reports = state.outgoing.reports();
                return Asked::Known(reports.map_or_else(Report::empty, |reports| reports.get(uri)));
            }
        }
        Asked::Edited
    }

    /// The file of a draft that is not open.
    fn closed_draft(&self, uri: &Uri) -> Option<PathBuf> {
        let state = self.state();
        let is_known = state.host.revision(uri.as_str()).is_some() || state.refused.contains_key(uri);
        proto::path(uri).filter(|path| !is_known && is_draft(path))
    }

    /// Notes that the client has asked for the diagnostics of the newest version of a draft, and gives that.
    fn note_asked(&self, uri: &Uri) -> Option<crate::engine::Revision> {
        let mut state = self.state();
        let newest = state.host.revision(uri.as_str());
        state.outgoing.asked(uri);
        if let Some(open) = state.open.get_mut(uri) {
            open.asked = newest;
        }
        newest
    }

    /// All diagnostics that are known, by document, those of the drafts of the workspace that nobody has open among them. The client has asked for those of documents that are not open: of an open one it
    /// shows only what it asks for by its name (in LSP 3.17 that wins), and is still to be told of news.
    pub fn reports(&self) -> Vec<(Uri, Report)> {
        let mut guard = self.state();
        let state = &mut *guard;
        let (open, files) = (&state.open, &state.files);
        state
            .outgoing
            .asked_for_all(|uri| !open.contains_key(uri) && !files.contains_key(uri));
        let reports = state.outgoing.reports().into_iter().flat_map(|reports| reports.all());
        let mut reports: Vec<(Uri, Report)> = reports.map(|(uri, report)| (uri.clone(), report.clone())).collect();
        let closed = state.index.drafts_besides(&state.open_paths());
        reports.extend(
            closed
                .iter()
                .filter_map(|entry| Some((entry.uri.clone(), entry.report.clone()?))),
        );
        reports
    }
}
