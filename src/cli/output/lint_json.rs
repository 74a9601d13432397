//! Findings as `lint --format json` writes them: a published format, apart from the finding type. It decides nothing.

use serde::Serialize;

use crate::cli::output::lines::{Lines, Position};
use crate::rules;
use crate::text::Span;

/// One finding.
#[derive(Debug, Serialize)]
pub struct Finding<'a> {
    path: &'a str,
    code: &'static str,
    level: &'static str,
    message: &'a str,
    #[serde(flatten)]
    at: Stretch,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressed: Option<Suppressed<'a>>,
}

/// The comment in the draft that says that a finding is not wanted.
#[derive(Debug, Serialize)]
struct Suppressed<'a> {
    reason: &'a str,
    #[serde(flatten)]
    at: Stretch,
}

/// A stretch of the file: bytes for programs, lines and columns for people.
#[derive(Debug, Serialize)]
struct Stretch {
    span: Bytes,
    start: Position,
    end: Position,
}

#[derive(Debug, Serialize)]
struct Bytes {
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    at: Stretch,
}

#[derive(Debug, Serialize)]
struct Fix<'a> {
    title: &'a str,
    safety: &'static str,
    edits: Vec<Edit<'a>>,
}

#[derive(Debug, Serialize)]
struct Edit<'a> {
    span: Bytes,
    text: &'a str,
}

impl<'a> Finding<'a> {
    /// A finding that is not wanted.
    pub fn suppressed(path: &'a str, suppressed: &'a rules::Suppressed, lines: &Lines<'_>) -> Self {
        Self {
            suppressed: Some(Suppressed {
                reason: &suppressed.reason,
                at: stretch(suppressed.by, lines),
            }),
            ..Self::of(path, &suppressed.finding, lines)
        }
    }

    /// A finding in the file called `path`, with the lines `lines`.
    pub fn of(path: &'a str, finding: &'a rules::Finding, lines: &Lines<'_>) -> Self {
        Self {
            path,
            code: finding.code,
            level: finding.level.name(),
            message: &finding.message,
            at: stretch(finding.span, lines),
            related: finding
                .related
                .iter()
                .map(|related| Related {
                    message: &related.message,
                    at: stretch(related.span, lines),
                })
                .collect(),
            fix: finding.fixes.first().map(|fix| Fix {
                title: &fix.title,
                safety: match fix.safety {
                    rules::FixSafety::Safe => "safe",
                    rules::FixSafety::Suggest => "suggest",
                },
                edits: fix
                    .edits
                    .iter()
                    .map(|edit| Edit {
                        span: bytes(edit.span),
                        text: &edit.text,
                    })
                    .collect(),
            }),
            suppressed: None,
        }
    }
}

fn stretch(span: Span, lines: &Lines<'_>) -> Stretch {
    Stretch {
        span: bytes(span),
        start: lines.position(span.start),
        end: lines.position(span.end),
    }
}

fn bytes(span: Span) -> Bytes {
    Bytes {
        start: span.start,
        end: span.end,
    }
}
