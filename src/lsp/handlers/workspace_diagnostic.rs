//! `workspace/diagnostic`: the diagnostics of the drafts of the workspace, open or not, and of the files of the configuration, for a
//! client that asks. It opens no files and waits for no analysis: once more drafts are read, the client is asked to ask again.

use tower_lsp::ls_types::{Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult};

use crate::lsp::proto;
use crate::lsp::reports::Report;
use crate::lsp::session::Session;

/// What is known of each document; of those that the client knows and we don't, that they are clean.
pub fn workspace_diagnostic(session: &Session, params: &WorkspaceDiagnosticParams) -> WorkspaceDiagnosticReportResult {
    let known = |uri: &Uri| params.previous_result_ids.iter().find(|known| known.uri == *uri);
    let mut reports = session.reports();
    for before in &params.previous_result_ids {
        if reports.iter().all(|(uri, _)| *uri != before.uri) {
            reports.push((before.uri.clone(), Report::empty()));
        }
    }
    let items = reports.into_iter().map(|(uri, report)| {
        let id = known(&uri).map(|known| known.value.as_str());
        proto::workspace_report(uri, report, id)
    });
    WorkspaceDiagnosticReport { items: items.collect() }.into()
}
