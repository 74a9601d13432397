//! JUnit's XML of tests: a suite for each draft, a case for each finding. Only what fails the run is a failure there.

use std::io::{self, Write};

use crate::cli::output::lint::concise;
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::cli::output::lint::xml::escaped;

/// `--format junit`.
pub struct Junit;

impl Format for Junit {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"copydesk\">\n")
    }

    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let fails = |one: &&crate::rules::Finding| draft.fail_on.is_reached_by(one.level);
        let (failures, skipped) = (draft.findings.iter().filter(fails).count(), draft.set_aside.len());
        let tests = (draft.findings.len() + skipped).max(1);
        let name = escaped(&draft.name);
        writeln!(
            out,
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">"
        )?;
        if draft.findings.is_empty() && skipped == 0 {
            writeln!(out, "    <testcase name=\"copydesk\" classname=\"{name}\"/>")?;
        }
        for (finding, set_aside) in draft.all() {
            let at = draft.lines.position(finding.span.start);
            let line = escaped(&anstream::adapter::strip_str(&concise::line(draft, finding, None)).to_string());
            let message = escaped(&finding.message);
            write!(
                out,
                "    <testcase name=\"copydesk.{} ({}:{})\" classname=\"{name}\" line=\"{}\">",
                finding.code, at.line, at.column, at.line
            )?;
            match set_aside {
                Some(one) => write!(out, "<skipped message=\"{}\"/>", escaped(one.by.reason()))?,
                None if draft.fail_on.is_reached_by(finding.level) => {
                    let kind = finding.level.name();
                    write!(out, "<failure type=\"{kind}\" message=\"{message}\">{line}</failure>")?;
                }
                None => write!(out, "<system-out>{line}</system-out>")?,
            }
            out.write_all(b"</testcase>\n")?;
        }
        out.write_all(b"  </testsuite>\n")
    }

    fn end(&mut self, _: Option<&Summary>, failed: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        for one in failed {
            let path = one.path.as_ref().map(|path| path.display().to_string());
            let (name, message) = (escaped(path.as_deref().unwrap_or("copydesk")), escaped(&one.message));
            writeln!(
                out,
                "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\
                 <testcase name=\"copydesk\" classname=\"{name}\"><error message=\"{message}\"/></testcase></testsuite>"
            )?;
        }
        out.write_all(b"</testsuites>\n")
    }
}
