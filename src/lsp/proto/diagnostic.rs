//! Findings as diagnostics. It leaves none out and judges none.

use std::collections::BTreeMap;
use std::path::Path;

use tower_lsp::ls_types as lsp;

use crate::analysis::name_of_language;
use crate::engine::Shown;
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::range;
use crate::lsp::proto::notes::location_in_notes;
use crate::rules::{Finding, Level, RULES};
use crate::text::Document;

/// What editors show as the origin of a diagnostic.
pub(super) const SOURCE: &str = "copydesk";

/// The diagnostics of a draft, one for each finding and in their order; for a draft that is left alone, one that says so.
pub fn diagnostics(uri: &lsp::Uri, document: &Document, shown: &Shown, client: &Capabilities) -> Vec<lsp::Diagnostic> {
    let findings = shown.findings.iter();
    let findings = findings.map(|finding| diagnostic(uri, document, finding, client));
    shown
        .foreign_language
        .map(left_alone)
        .into_iter()
        .chain(findings)
        .collect()
}

/// A hint at the first letter of a draft that is not English.
fn left_alone(language: &str) -> lsp::Diagnostic {
    let language = name_of_language(language);
    lsp::Diagnostic {
        range: lsp::Range::new(lsp::Position::new(0, 0), lsp::Position::new(0, 1)),
        severity: Some(lsp::DiagnosticSeverity::HINT),
        source: Some(SOURCE.to_owned()),
        message: format!("Left alone: the draft is in {language}, and copydesk reads English only"),
        ..lsp::Diagnostic::default()
    }
}

/// One finding as a diagnostic.
pub fn diagnostic(uri: &lsp::Uri, document: &Document, finding: &Finding, client: &Capabilities) -> lsp::Diagnostic {
    let related = || {
        finding.related.iter().filter_map(|related| {
            let location = match &related.notes {
                Some(notes) => location_in_notes(notes, related.span, client.encoding)?,
                None => lsp::Location::new(uri.clone(), range(related.span, document, client.encoding)),
            };
            Some(lsp::DiagnosticRelatedInformation {
                location,
                message: related.message.clone(),
            })
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

/// The pages of the rules on a site of the newsroom's, by the code of the rule: `{code}` in the address is the code.
pub fn pages_on_site(address: &str) -> BTreeMap<&'static str, lsp::Uri> {
    let pages = RULES
        .iter()
        .filter_map(|rule| Some((rule.code, address.replace("{code}", rule.code).parse().ok()?)));
    pages.collect()
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
