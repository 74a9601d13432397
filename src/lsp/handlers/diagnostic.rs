//! `textDocument/diagnostic`: the diagnostics of a document, for a client that asks. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentDiagnosticParams, DocumentDiagnosticReportResult};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The diagnostics of the document as it is now.
pub async fn diagnostic(
    session: &Arc<Session>,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReportResult> {
    let report = session.asked_report(&params.text_document.uri).await;
    let report = report.ok_or_else(proto::ask_again)?;
    Ok(proto::document_report(report, params.previous_result_id.as_deref()))
}
