//! GitLab's report of code quality: one array. A finding keeps its fingerprint if lines move.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::cli::fingerprint::Fingerprints;
use crate::cli::output::lint::address::from_root;
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::render::json;
use crate::rules::{Finding, Level};

/// `--format gitlab`.
#[derive(Default)]
pub struct Gitlab {
    has_any: bool,
}

impl Format for Gitlab {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let path = from_root(draft.path, "CI_PROJECT_DIR").display().to_string();
        let mut fingerprints = Fingerprints::new(&path, draft.source);
        for finding in draft.findings {
            out.write_all(if self.has_any { b",\n" } else { b"\n" })?;
            json::write(out, &issue(draft, finding, &path, &fingerprints.of(finding)))?;
            self.has_any = true;
        }
        Ok(())
    }

    fn end(&mut self, _: Option<&Summary>, _: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.has_any { b"\n]\n" } else { b"]\n" })
    }
}

fn issue(draft: &Checked<'_>, finding: &Finding, path: &str, fingerprint: &str) -> Value {
    let at = |offset: usize| {
        let position = draft.lines.position(offset);
        json!({ "line": position.line, "column": position.column })
    };
    json!({
        "description": format!("{} ({})", finding.message, finding.code),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": match finding.level {
            Level::Error => "critical",
            Level::Warning => "major",
            Level::Info => "minor",
            Level::Hint => "info",
        },
        "location": { "path": path, "positions": { "begin": at(finding.span.start), "end": at(finding.span.end) } },
    })
}
