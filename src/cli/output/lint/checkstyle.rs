//! The XML of Checkstyle, which many services read. It has no place for fixes.

use std::io::{self, Write};

use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::cli::output::lint::xml::escaped;
use crate::rules::Level;

/// `--format checkstyle`.
pub struct Checkstyle;

impl Format for Checkstyle {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")
    }

    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        if draft.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "  <file name=\"{}\">", escaped(&draft.name))?;
        for finding in draft.findings {
            let at = draft.lines.position(finding.span.start);
            let severity = match finding.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Info | Level::Hint => "info",
            };
            writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"copydesk.{}\"/>",
                at.line,
                at.column,
                escaped(&finding.message),
                finding.code
            )?;
        }
        out.write_all(b"  </file>\n")
    }

    fn end(&mut self, _: Option<&Summary>, failed: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        for one in failed {
            let path = one.path.as_ref().map(|path| path.display().to_string());
            writeln!(
                out,
                "  <file name=\"{}\"><error line=\"1\" severity=\"error\" message=\"{}\" source=\"copydesk\"/></file>",
                escaped(path.as_deref().unwrap_or("")),
                escaped(&one.message)
            )?;
        }
        out.write_all(b"</checkstyle>\n")
    }
}
