//! `textDocument/diagnostic`: the diagnostics of a document, for a client that asks. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentDiagnosticParams, DocumentDiagnosticReportResult};

use crate::lsp::proto::{self, NotDone};
use crate::lsp::session::{Asked, Session};

/// The diagnostics of the document as it is now.
pub async fn diagnostic(
    session: &Arc<Session>,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReportResult> {
    let report = session.asked_report(&params.text_document.uri).await;
    match report {
        Asked::Known(report) => Ok(proto::document_report(report, params.previous_result_id.as_deref())),
        Asked::Edited => Err(proto::ask_again()),
        // To answer that nothing is wrong would be a guess.
        Asked::Unread => Err(proto::refusal(&NotDone::Unread)),
    }
}
