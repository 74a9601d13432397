//! The answers to a client that asks for diagnostics: all of them, or that nothing has changed. It keeps nothing.

use tower_lsp::jsonrpc;
use tower_lsp::ls_types as lsp;

use crate::lsp::reports::Report;

/// `ServerCancelled`: the client should ask again.
const SERVER_CANCELLED: i64 = -32802;

/// The diagnostics of a document, unless the client has these already.
pub fn document_report(report: Report, known: Option<&str>) -> lsp::DocumentDiagnosticReportResult {
    let report: lsp::DocumentDiagnosticReport = if known == Some(report.id.as_str()) {
        lsp::RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: unchanged(report),
        }
        .into()
    } else {
        lsp::RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: full(report),
        }
        .into()
    };
    report.into()
}

/// The same in an answer about all documents.
pub fn workspace_report(uri: lsp::Uri, report: Report, known: Option<&str>) -> lsp::WorkspaceDocumentDiagnosticReport {
    let version = report.number.map(i64::from);
    if known == Some(report.id.as_str()) {
        lsp::WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: unchanged(report),
        }
        .into()
    } else {
        lsp::WorkspaceFullDocumentDiagnosticReport {
            uri,
            version,
            full_document_diagnostic_report: full(report),
        }
        .into()
    }
}

/// The answer while a draft changes faster than it is read: ask again.
pub fn ask_again() -> jsonrpc::Error {
    jsonrpc::Error {
        code: jsonrpc::ErrorCode::ServerError(SERVER_CANCELLED),
        message: "the draft is being edited".into(),
        data: serde_json::to_value(lsp::DiagnosticServerCancellationData::default()).ok(),
    }
}

fn full(report: Report) -> lsp::FullDocumentDiagnosticReport {
    lsp::FullDocumentDiagnosticReport {
        result_id: Some(report.id),
        items: report.diagnostics,
    }
}

fn unchanged(report: Report) -> lsp::UnchangedDocumentDiagnosticReport {
    lsp::UnchangedDocumentDiagnosticReport { result_id: report.id }
}
