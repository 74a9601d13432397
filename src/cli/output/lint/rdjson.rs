//! Reviewdog's JSON of diagnostics, with fixes as suggestions. Its columns count bytes.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::cli::output::lint::address::RulePages;
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::render::json;
use crate::rules::{Finding, Level};
use crate::text::Span;

/// `--format rdjson`.
pub struct Rdjson {
    pages: RulePages,
    has_any: bool,
}

impl Rdjson {
    /// A report whose codes name their pages, where these have an address on the web.
    pub fn new(pages: RulePages) -> Self {
        Self { pages, has_any: false }
    }
}

impl Format for Rdjson {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"{\"source\":{\"name\":\"copydesk\"},\"diagnostics\":[")
    }

    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        for finding in draft.findings {
            out.write_all(if self.has_any { b",\n" } else { b"\n" })?;
            json::write(out, &diagnostic(draft, finding, &self.pages))?;
            self.has_any = true;
        }
        Ok(())
    }

    fn end(&mut self, _: Option<&Summary>, _: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]}\n")
    }
}

fn diagnostic(draft: &Checked<'_>, finding: &Finding, pages: &RulePages) -> Value {
    let code = match pages.on_site(finding.code) {
        Some(address) => json!({ "value": finding.code, "url": address }),
        None => json!({ "value": finding.code }),
    };
    let mut value = json!({
        "message": finding.message,
        "location": { "path": draft.name, "range": range(draft, finding.span) },
        "severity": match finding.level {
            Level::Error => "ERROR",
            Level::Warning => "WARNING",
            Level::Info | Level::Hint => "INFO",
        },
        "code": code,
    });
    // Several edits make one fix, while each suggestion is offered by itself.
    if let Some([edit]) = finding.fixes.first().map(|fix| fix.edits.as_slice())
        && let Some(object) = value.as_object_mut()
    {
        let suggestion = json!({ "range": range(draft, edit.span), "text": edit.text });
        object.insert("suggestions".to_owned(), json!([suggestion]));
    }
    value
}

fn range(draft: &Checked<'_>, span: Span) -> Value {
    let position = |offset: usize| {
        let at = draft.lines.position(offset);
        json!({ "line": at.line, "column": draft.lines.byte_column(offset) })
    };
    json!({ "start": position(span.start), "end": position(span.end) })
}
