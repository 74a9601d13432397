//! One line a finding, as compilers print them: what editors and `grep` read. It shows no excerpts.

use std::io::{self, Write};

use clap::builder::styling::{AnsiColor, Style};

use crate::cli::output::lint::address::RulePages;
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::render::printable;
use crate::rules::{Finding, Level};

/// `--format concise`.
pub struct Concise {
    /// Links the codes to their pages.
    pub pages: Option<RulePages>,
    /// Without colors.
    pub is_plain: bool,
}

impl Format for Concise {
    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        for finding in draft.findings {
            let line = line(draft, finding, self.pages.as_ref());
            match self.is_plain {
                true => writeln!(out, "{}", anstream::adapter::strip_str(&line))?,
                false => writeln!(out, "{line}")?,
            }
        }
        Ok(())
    }

    fn end(&mut self, summary: Option<&Summary>, _: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        match summary {
            Some(summary) => writeln!(out, "{}", summary.sentence()),
            None => Ok(()),
        }
    }
}

/// `story.md:3:11: warning[doubled-word]: Repeated word: “ferry” [fix]`, in color.
pub fn line(draft: &Checked<'_>, finding: &Finding, pages: Option<&RulePages>) -> String {
    let at = draft.lines.position(finding.span.start);
    let style = style(finding.level);
    let page = pages.and_then(|pages| pages.address_of(finding.code));
    let code = page.map_or_else(|| finding.code.to_owned(), |page| linked(finding.code, &page));
    let fixable = match finding.safe_fix() {
        Some(_) => " [fix]",
        None => "",
    };
    format!(
        "{}:{}:{}: {style}{}[{code}]{style:#}: {}{fixable}",
        draft.shown_name(),
        at.line,
        at.column,
        finding.level.name(),
        printable(&finding.message),
    )
}

/// A text with a link, as terminals understand it.
fn linked(text: &str, address: &str) -> String {
    format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}

fn style(level: Level) -> Style {
    match level {
        Level::Error => AnsiColor::Red.on_default().bold(),
        Level::Warning => AnsiColor::Yellow.on_default().bold(),
        Level::Info => AnsiColor::Blue.on_default().bold(),
        Level::Hint => AnsiColor::Cyan.on_default().bold(),
    }
}
