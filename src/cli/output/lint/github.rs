//! Workflow commands of GitHub Actions, which shows them next to the lines of a pull request. It escapes whatever could
//! begin another command.

use std::io::{self, Write};

use crate::cli::output::lint::address::from_root;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::render::printable;
use crate::rules::{Finding, Level};

/// `--format github`.
pub struct Github;

impl Format for Github {
    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let file = from_root(draft.path, "GITHUB_WORKSPACE").display().to_string();
        for finding in draft.findings {
            writeln!(out, "{}", command(draft, finding, &file))?;
        }
        Ok(())
    }

    fn end(
        &mut self,
        _: Option<&crate::cli::output::lint::summary::Summary>,
        failed: &[Failed],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for one in failed {
            writeln!(out, "::error title=copydesk::{}", data(&one.message))?;
        }
        Ok(())
    }
}

fn command(draft: &Checked<'_>, finding: &Finding, file: &str) -> String {
    let (start, end) = (
        draft.lines.position(finding.span.start),
        draft.lines.position(finding.span.end),
    );
    let kind = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info | Level::Hint => "notice",
    };
    // Columns are understood only within one line.
    let columns = match start.line == end.line {
        true => format!(",col={},endColumn={}", start.column, end.column),
        false => String::new(),
    };
    let help = match finding.help.as_str() {
        "" => String::new(),
        help => format!(". {help}"),
    };
    format!(
        "::{kind} title={},file={},line={},endLine={}{columns}::{}",
        property(&format!("copydesk ({})", finding.code)),
        property(file),
        start.line,
        end.line,
        data(&format!("{}{help}", finding.message)),
    )
}

fn data(text: &str) -> String {
    printable(text).replace('%', "%25")
}

/// A file name is kept to the letter, line ends included: only so is the file found.
fn property(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '%' | ':' | ',' | '\n' | '\r' => escaped.push_str(&format!("%{:02X}", u32::from(character))),
            // GitHub decodes nothing but these.
            other => escaped.push_str(&printable(&other.to_string())),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_name_begins_a_command() {
        assert_eq!(
            super::property("a\n::error::b,c%.md"),
            "a%0A%3A%3Aerror%3A%3Ab%2Cc%25.md"
        );
        assert_eq!(super::data("50%\n::x"), "50%25␊::x");
    }
}
