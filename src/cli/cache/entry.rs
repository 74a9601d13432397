//! Findings as the cache keeps them. No other program reads this; what does not fit is as good as not there.

use serde::{Deserialize, Serialize};

use crate::cli::output::lint::{Authority, SetAside};
use crate::rules::{self, Edit, Finding, Fix, FixSafety, Level, Related};
use crate::text::Span;

/// What linting a draft gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remembered {
    /// The findings.
    pub findings: Vec<Finding>,
    /// Findings that comments in the draft say are not wanted.
    pub set_aside: Vec<SetAside>,
    /// The language of a draft that was left alone.
    pub foreign_language: Option<String>,
}

/// A finding without the names of fields: there are many of them.
type Kept = (
    String,
    String,
    Range,
    String,
    String,
    Vec<(Range, String)>,
    Vec<(String, bool, Vec<(Range, String)>)>,
    bool,
);

type Range = (usize, usize);

#[derive(Deserialize, Serialize)]
struct Entry {
    findings: Vec<Kept>,
    suppressed: Vec<(Kept, Range, String)>,
    language: Option<String>,
}

/// The bytes of an entry. `None` for what the cache does not keep.
pub fn written(remembered: &Remembered) -> Option<Vec<u8>> {
    let suppressed = remembered.set_aside.iter().map(|one| match &one.by {
        Authority::Comment { span, reason } => Some((kept(&one.finding), range(*span), reason.clone())),
        Authority::Baseline => None,
    });
    let entry = Entry {
        findings: remembered.findings.iter().map(kept).collect(),
        suppressed: suppressed.collect::<Option<_>>()?,
        language: remembered.foreign_language.clone(),
    };
    serde_json::to_vec(&entry).ok()
}

/// What the bytes of an entry say, if they are one.
pub fn read(bytes: &[u8]) -> Option<Remembered> {
    let entry: Entry = serde_json::from_slice(bytes).ok()?;
    let suppressed = entry.suppressed.into_iter().map(|(kept, place, reason)| {
        let by = Authority::Comment {
            span: span(place),
            reason,
        };
        Some(SetAside {
            finding: finding(kept)?,
            by,
        })
    });
    Some(Remembered {
        set_aside: suppressed.collect::<Option<_>>()?,
        findings: entry.findings.into_iter().map(finding).collect::<Option<_>>()?,
        foreign_language: entry.language,
    })
}

fn kept(finding: &Finding) -> Kept {
    let related = finding.related.iter();
    let fixes = finding.fixes.iter().map(|fix| {
        let edits = fix.edits.iter().map(|edit| (range(edit.span), edit.text.clone()));
        (fix.title.clone(), fix.safety == FixSafety::Safe, edits.collect())
    });
    (
        finding.code.to_owned(),
        finding.level.name().to_owned(),
        range(finding.span),
        finding.message.clone(),
        finding.help.clone(),
        related.map(|one| (range(one.span), one.message.clone())).collect(),
        fixes.collect(),
        finding.unnecessary,
    )
}

fn finding(kept: Kept) -> Option<Finding> {
    let (code, level, place, message, help, related, fixes, unnecessary) = kept;
    let related = related.into_iter().map(|(place, message)| Related {
        span: span(place),
        message,
        // What was compared with notes is not kept.
        notes: None,
    });
    let fixes = fixes.into_iter().map(|(title, is_safe, edits)| Fix {
        title,
        safety: if is_safe { FixSafety::Safe } else { FixSafety::Suggest },
        edits: edits
            .into_iter()
            .map(|(place, text)| Edit {
                span: span(place),
                text,
            })
            .collect(),
    });
    Some(Finding {
        code: rules::find(&code)?.code,
        level: Level::from_name(&level)?,
        span: span(place),
        message,
        help,
        related: related.collect(),
        fixes: fixes.collect(),
        unnecessary,
    })
}

fn range(span: Span) -> Range {
    (span.start, span.end)
}

fn span((start, end): Range) -> Span {
    Span::new(start, end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let finding = Finding {
            code: "doubled-word",
            level: Level::Hint,
            span: Span::new(3, 7),
            message: "Repeated word: “é”".to_owned(),
            help: "One is enough.".to_owned(),
            related: vec![Related {
                span: Span::new(0, 2),
                message: "First".to_owned(),
                notes: None,
            }],
            fixes: vec![Fix {
                title: "Remove it".to_owned(),
                safety: FixSafety::Safe,
                edits: vec![Edit {
                    span: Span::new(3, 7),
                    text: "x".to_owned(),
                }],
            }],
            unnecessary: true,
        };
        let remembered = Remembered {
            findings: vec![finding.clone()],
            set_aside: vec![SetAside {
                finding,
                by: Authority::Comment {
                    span: Span::new(1, 2),
                    reason: "sic".to_owned(),
                },
            }],
            foreign_language: Some("deu".to_owned()),
        };
        let bytes = written(&remembered).unwrap();
        assert_eq!(read(&bytes), Some(remembered));
        assert_eq!(read(b"{}"), None);
        let other = String::from_utf8(bytes)
            .unwrap()
            .replace("doubled-word", "no-such-rule");
        assert_eq!(read(other.as_bytes()), None);
    }
}
