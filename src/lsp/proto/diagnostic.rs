//! Findings as diagnostics. It leaves none out and judges none.

use tower_lsp::ls_types as lsp;

use crate::lsp::proto::{Capabilities, range};
use crate::rules::{Finding, Level};
use crate::text::Document;

/// What editors show as the origin of a diagnostic.
pub(super) const SOURCE: &str = "copydesk";

/// The diagnostics of a draft, one for each finding and in their order.
pub fn diagnostics(
    uri: &lsp::Uri,
    document: &Document,
    findings: &[Finding],
    client: &Capabilities,
) -> Vec<lsp::Diagnostic> {
    findings
        .iter()
        .map(|finding| diagnostic(uri, document, finding, client))
        .collect()
}

/// One finding as a diagnostic.
pub fn diagnostic(uri: &lsp::Uri, document: &Document, finding: &Finding, client: &Capabilities) -> lsp::Diagnostic {
    let related = || {
        finding.related.iter().map(|related| lsp::DiagnosticRelatedInformation {
            location: lsp::Location::new(uri.clone(), range(related.span, document, client.encoding)),
            message: related.message.clone(),
        })
    };
    lsp::Diagnostic {
        range: range(finding.span, document, client.encoding),
        severity: Some(match finding.level {
            Level::Error => lsp::DiagnosticSeverity::ERROR,
            Level::Warning => lsp::DiagnosticSeverity::WARNING,
            Level::Info => lsp::DiagnosticSeverity::INFORMATION,
            Level::Hint => lsp::DiagnosticSeverity::HINT,
        }),
        code: Some(lsp::NumberOrString::String(finding.code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: message(finding),
        related_information: (client.related_information && !finding.related.is_empty()).then(|| related().collect()),
        tags: (client.unnecessary_tag && finding.unnecessary).then(|| vec![lsp::DiagnosticTag::UNNECESSARY]),
        ..lsp::Diagnostic::default()
    }
}

/// What was found, and on a line of its own what to do about it.
fn message(finding: &Finding) -> String {
    if finding.help.is_empty() {
        finding.message.clone()
    } else {
        format!("{}\n{}", finding.message, finding.help)
    }
}
