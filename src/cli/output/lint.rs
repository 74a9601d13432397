//! The report of a `lint` run: findings as they come, the summary at the end. The formats have files of their own.

use std::io::{self, BufWriter, Write};

use crate::cli::args::LintFormat;
use crate::cli::fix::safe_fix;
use crate::cli::output::lines::Lines;
use crate::cli::output::{lint_json, lint_text};
use crate::rules::{Finding, Level, Suppressed};

/// Where findings are written.
pub struct Report {
    out: Box<dyn Write>,
    format: LintFormat,
    is_first: bool,
}

/// What a run found, in numbers.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Drafts that were read.
    pub drafts: usize,
    /// Drafts with findings.
    pub drafts_with_findings: usize,
    /// Findings by level, mildest first.
    pub by_level: [usize; 4],
    /// Findings that have a safe fix.
    pub fixable: usize,
    /// Findings that comments in the drafts say are not wanted.
    pub suppressed: usize,
    /// Drafts that were left alone because they are not in English.
    pub left_alone: usize,
    /// Findings that were mended.
    pub fixed: usize,
    /// Findings at or above the failing level.
    pub failing: usize,
}

impl Report {
    /// A report on standard output, or on standard error where standard output is needed for something else.
    pub fn new(format: LintFormat, on_stderr: bool) -> Self {
        let out: Box<dyn Write> = if on_stderr {
            Box::new(BufWriter::new(anstream::stderr()))
        } else {
            Box::new(BufWriter::new(anstream::stdout()))
        };
        Self {
            out,
            format,
            is_first: true,
        }
    }

    /// Adds the findings of one draft.
    /// Those that are not wanted are in the JSON only, marked as such.
    pub fn add(&mut self, path: &str, source: &str, findings: &[Finding], suppressed: &[Suppressed]) -> io::Result<()> {
        let lines = Lines::new(source);
        for finding in findings {
            match self.format {
                LintFormat::Text => write!(self.out, "{}\n\n", lint_text::render(path, source, finding, &lines))?,
                LintFormat::Json => self.add_json(&lint_json::Finding::of(path, finding, &lines))?,
            }
            self.is_first = false;
        }
        if self.format == LintFormat::Json {
            for suppressed in suppressed {
                self.add_json(&lint_json::Finding::suppressed(path, suppressed, &lines))?;
                self.is_first = false;
            }
        }
        // Errors go to another stream; what is before them should be seen before them.
        self.out.flush()
    }

    fn add_json(&mut self, finding: &lint_json::Finding<'_>) -> io::Result<()> {
        self.out.write_all(if self.is_first { b"[\n" } else { b",\n" })?;
        serde_json::to_writer(&mut self.out, finding)?;
        Ok(())
    }

    /// Adds text as it is: a diff.
    pub fn add_raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// Ends the report; `summary` is printed for people only.
    pub fn finish(&mut self, summary: Option<&Summary>) -> io::Result<()> {
        match (self.format, summary) {
            (LintFormat::Json, _) => self.out.write_all(if self.is_first { b"[]\n" } else { b"\n]\n" })?,
            (LintFormat::Text, Some(summary)) => writeln!(self.out, "{}", summary.sentence())?,
            (LintFormat::Text, None) => {}
        }
        self.out.flush()
    }
}

impl Summary {
    /// Counts the findings of one draft.
    pub fn count(&mut self, findings: &[Finding], fixed: usize, fails: impl Fn(Level) -> bool) {
        self.drafts += 1;
        self.drafts_with_findings += usize::from(!findings.is_empty());
        self.fixed += fixed;
        for finding in findings {
            if let Some(count) = self.by_level.get_mut(finding.level as usize) {
                *count += 1;
            }
            self.fixable += usize::from(safe_fix(finding).is_some());
            self.failing += usize::from(fails(finding.level));
        }
    }

    fn sentence(&self) -> String {
        let found: usize = self.by_level.iter().sum();
        let fixed = match self.fixed {
            0 => String::new(),
            fixed => format!("Fixed {}. ", counted(fixed, "finding")),
        };
        if found == 0 {
            let left = if self.fixed > 0 {
                "No findings left"
            } else {
                "No findings"
            };
            return format!("{fixed}{left} in {}{}.", counted(self.drafts, "draft"), self.left_out());
        }
        let levels = [
            (Level::Error, "error"),
            (Level::Warning, "warning"),
            (Level::Info, "info"),
            (Level::Hint, "hint"),
        ];
        let by_level: Vec<_> = levels
            .iter()
            .filter_map(|(level, name)| Some((*self.by_level.get(*level as usize)?, name)))
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| {
                if *name == "info" {
                    format!("{count} info")
                } else {
                    counted(count, name)
                }
            })
            .collect();
        let of = if self.drafts == 1 {
            "1 draft".to_owned()
        } else {
            format!("{} of {} drafts", self.drafts_with_findings, self.drafts)
        };
        let fixable = match self.fixable {
            0 => String::new(),
            fixable => format!(" `copydesk lint --fix` can fix {fixable}."),
        };
        format!(
            "{fixed}{} in {of}: {}{}.{fixable}",
            counted(found, "finding"),
            by_level.join(", "),
            self.left_out()
        )
    }

    /// "; 2 suppressed; 1 draft left alone, not in English".
    fn left_out(&self) -> String {
        let suppressed = match self.suppressed {
            0 => String::new(),
            suppressed => format!("; {suppressed} suppressed"),
        };
        match self.left_alone {
            0 => suppressed,
            left_alone => format!(
                "{suppressed}; {} left alone, not in English",
                counted(left_alone, "draft")
            ),
        }
    }
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_a_sentence() {
        let mut summary = Summary {
            drafts: 1,
            ..Summary::default()
        };
        assert_eq!(summary.sentence(), "No findings in 1 draft.");
        summary.drafts = 3;
        summary.drafts_with_findings = 2;
        summary.by_level = [0, 2, 1, 0];
        summary.fixable = 1;
        assert_eq!(
            summary.sentence(),
            "3 findings in 2 of 3 drafts: 1 warning, 2 info. `copydesk lint --fix` can fix 1."
        );
        summary.by_level = [0; 4];
        summary.fixed = 1;
        assert_eq!(summary.sentence(), "Fixed 1 finding. No findings left in 3 drafts.");
    }
}
