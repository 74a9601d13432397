//! Findings as diagnostics. It leaves none out and judges none.

use std::collections::BTreeMap;
use std::path::Path;

use tower_lsp::ls_types as lsp;

use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::range;
use crate::rules::{Finding, Level, RULES};
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
        code_description: client
            .rule_pages
            .get(finding.code)
            .map(|page| lsp::CodeDescription { href: page.clone() }),
        source: Some(SOURCE.to_owned()),
        message: message(finding),
        related_information: (client.related_information && !finding.related.is_empty()).then(|| related().collect()),
        tags: (client.unnecessary_tag && finding.unnecessary).then(|| vec![lsp::DiagnosticTag::UNNECESSARY]),
        ..lsp::Diagnostic::default()
    }
}

/// The pages of the rules in a folder, by the code of the rule. Copydesk has no address on the web that it could name.
pub fn rule_pages(folder: &Path) -> BTreeMap<&'static str, lsp::Uri> {
    let pages = RULES.iter().filter_map(|rule| {
        let page = folder.join(rule.code).with_extension("md");
        let uri = page.is_file().then(|| lsp::Uri::from_file_path(&page)).flatten()?;
        Some((rule.code, uri))
    });
    pages.collect()
}

/// What was found, and on a line of its own what to do about it.
fn message(finding: &Finding) -> String {
    if finding.help.is_empty() {
        finding.message.clone()
    } else {
        format!("{}\n{}", finding.message, finding.help)
    }
}
