//! Findings as `--format json` and `jsonl` write them: a published format, apart from the finding type. It decides nothing.

use std::io::{self, Write};

use serde::Serialize;

use crate::cli::notes::shown_path;
use crate::cli::output::lines::Lines;
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Authority, Checked, Failed, Format, SetAside};
use crate::cli::output::stretch::{Bytes, Stretch};
use crate::render::json;
use crate::rules;

/// `--format json`: one array.
#[derive(Default)]
pub struct Json {
    has_any: bool,
}

impl Json {
    fn entry(&mut self, entry: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.has_any { b",\n" } else { b"[\n" })?;
        self.has_any = true;
        json::write(out, entry)
    }
}

impl Format for Json {
    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(left_alone) = LeftAlone::of(draft) {
            self.entry(&left_alone, out)?;
        }
        for (finding, set_aside) in draft.all() {
            self.entry(&Finding::of(draft, finding, set_aside), out)?;
        }
        Ok(())
    }

    fn end(&mut self, _: Option<&Summary>, _: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.has_any { b"\n]\n" } else { b"[]\n" })
    }
}

/// `--format jsonl`: an object a line.
pub struct Jsonl;

impl Format for Jsonl {
    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(left_alone) = LeftAlone::of(draft) {
            json::write(out, &left_alone)?;
            out.write_all(b"\n")?;
        }
        for (finding, set_aside) in draft.all() {
            json::write(out, &Finding::of(draft, finding, set_aside))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}

/// A draft that has no findings because it is not in English. `extract` calls it the same.
#[derive(Debug, Serialize)]
struct LeftAlone<'a> {
    path: &'a str,
    left_alone: &'a str,
}

impl<'a> LeftAlone<'a> {
    fn of(draft: &'a Checked<'_>) -> Option<Self> {
        Some(Self {
            path: &draft.name,
            left_alone: draft.left_alone?,
        })
    }
}

/// One finding.
#[derive(Debug, Serialize)]
struct Finding<'a> {
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

/// Why a finding is not wanted, and the comment in the draft that says so.
#[derive(Debug, Serialize)]
struct Suppressed<'a> {
    reason: &'a str,
    #[serde(flatten)]
    at: Option<Stretch>,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    /// The notes that it is in, if it is not in the draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
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
    fn of(draft: &'a Checked<'_>, finding: &'a rules::Finding, set_aside: Option<&'a SetAside>) -> Self {
        let (path, lines) = (draft.name.as_str(), &draft.lines);
        Self {
            path,
            code: finding.code,
            level: finding.level.name(),
            message: &finding.message,
            at: Stretch::of(finding.span, lines),
            related: finding
                .related
                .iter()
                .map(|related| Related {
                    path: related
                        .notes
                        .as_ref()
                        .map(|notes| shown_path(notes).display().to_string()),
                    message: &related.message,
                    at: match &related.notes {
                        Some(notes) => Stretch::in_notes(notes, related.span),
                        None => Stretch::of(related.span, lines),
                    },
                })
                .collect(),
            fix: finding.fixes.first().map(|fix| Fix {
                title: &fix.title,
                safety: match fix.safety {
                    rules::FixSafety::Safe => "safe",
                    rules::FixSafety::Suggest | rules::FixSafety::Quoted => "suggest",
                },
                edits: fix
                    .edits
                    .iter()
                    .map(|edit| Edit {
                        span: Bytes::of(edit.span),
                        text: &edit.text,
                    })
                    .collect(),
            }),
            suppressed: set_aside.map(|one| suppressed(one, lines)),
        }
    }
}

fn suppressed<'a>(one: &'a SetAside, lines: &Lines<'_>) -> Suppressed<'a> {
    Suppressed {
        reason: one.by.reason(),
        at: match one.by {
            Authority::Comment { span, .. } => Some(Stretch::of(span, lines)),
            Authority::Baseline => None,
        },
    }
}
