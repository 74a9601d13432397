//! What every format is given: linted drafts, one after the other. It decides nothing about them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::FailOn;
use crate::cli::output::lines::Lines;
use crate::cli::output::lint::summary::Summary;
use crate::render::printable;
use crate::rules::{Finding, Suppressed};
use crate::text::Span;

/// A linted draft.
pub struct Checked<'a> {
    /// Its path as the user wrote it.
    pub path: &'a Path,
    /// The path as text.
    pub name: String,
    /// The text that the findings are about.
    pub source: &'a str,
    /// The lines of the text.
    pub lines: Lines<'a>,
    /// The findings, by place.
    pub findings: &'a [Finding],
    /// Findings that are not wanted, by place.
    pub set_aside: &'a [SetAside],
    /// What fails the run.
    pub fail_on: FailOn,
    /// The language of a draft that is left alone because it is not English (ISO 639-3).
    pub left_alone: Option<&'a str>,
}

impl<'a> Checked<'a> {
    /// A draft with its findings.
    pub fn new(
        path: &'a Path,
        source: &'a str,
        findings: &'a [Finding],
        set_aside: &'a [SetAside],
        fail_on: FailOn,
    ) -> Self {
        Self {
            path,
            name: path.display().to_string(),
            source,
            lines: Lines::new(source),
            findings,
            set_aside,
            fail_on,
            left_alone: None,
        }
    }

    /// The draft as one that is left alone, if a language is given.
    #[must_use]
    pub fn left_alone(mut self, language: Option<&'a str>) -> Self {
        self.left_alone = language;
        self
    }

    /// The path for people: on one line, and nothing in it moves the cursor.
    pub fn shown_name(&self) -> String {
        printable(&self.name)
    }

    /// All findings, those that are not wanted at the end.
    pub fn all(&self) -> impl Iterator<Item = (&'a Finding, Option<&'a SetAside>)> {
        let wanted = self.findings.iter().map(|finding| (finding, None));
        wanted.chain(self.set_aside.iter().map(|one| (&one.finding, Some(one))))
    }
}

/// A finding that is not wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    /// The finding.
    pub finding: Finding,
    /// Who says so.
    pub by: Authority,
}

/// Who says that a finding is not wanted.
#[derive(Clone, Debug, PartialEq)]
pub enum Authority {
    /// A comment in the draft.
    Comment {
        /// The comment.
        span: Span,
        /// Its words; may be empty.
        reason: String,
    },
    /// The baseline: it was there before.
    Baseline,
}

impl Authority {
    /// Why, in words; may be empty.
    pub fn reason(&self) -> &str {
        match self {
            Authority::Comment { reason, .. } => reason,
            Authority::Baseline => "in the baseline",
        }
    }
}

impl From<Suppressed> for SetAside {
    fn from(suppressed: Suppressed) -> Self {
        Self {
            finding: suppressed.finding,
            by: Authority::Comment {
                span: suppressed.by,
                reason: suppressed.reason,
            },
        }
    }
}

/// A draft, or something else, that could not be used.
pub struct Failed {
    /// The draft, where it is about one.
    pub path: Option<PathBuf>,
    /// What went wrong and what to do.
    pub message: String,
}

/// An output format: it writes what it is given, in that order, and holds no more than it must.
pub trait Format {
    /// Before the first draft.
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
    /// A draft, also one without findings.
    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()>;
    /// After the last one. `summary` is there only if it is to be printed.
    fn end(&mut self, _summary: Option<&Summary>, _failed: &[Failed], _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
