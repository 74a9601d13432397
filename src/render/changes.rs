//! What differs from one version of a draft to the next: for a terminal, as an advisory in Markdown, as JSON. It compares nothing.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::engine::{Difference, DifferenceKind, DraftPart, Noted, Topic};
use crate::render::cells::markdown;
use crate::render::plain::printable;
use crate::text::{Encoding, LineIndex, Span};

/// Two versions with what they have differently.
#[derive(Clone, Copy, Debug)]
pub struct ComparedDrafts<'a> {
    /// The old version: what its readers call it, and its source.
    pub old: (&'a str, &'a str),
    /// The same of the new one.
    pub new: (&'a str, &'a str),
    /// The differences, by topic.
    pub differences: &'a [Difference],
}

/// A difference as it is shown in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownChange {
    /// “Quotations”
    pub heading: &'static str,
    /// What became of it.
    pub kind: DifferenceKind,
    /// In which part of the draft it is, or was if it is gone: “paragraph 3”.
    pub place: String,
    /// What it was and what it is, on one line.
    pub text: String,
    /// Where it is in the source of the new version; `None` if it is gone.
    pub span: Option<Span>,
}

/// The differences as they are shown, in their order: those of one topic are next to each other.
#[must_use]
pub fn shown_changes(differences: &[Difference]) -> Vec<ShownChange> {
    let shown = differences.iter().map(|difference| {
        let noted = difference.new.as_ref().or(difference.old.as_ref());
        ShownChange {
            heading: heading(difference.topic),
            kind: difference.kind(),
            place: noted.map(|noted| part(&noted.part)).unwrap_or_default(),
            text: printable(&said(difference, str::to_owned)),
            span: difference.new.as_ref().map(|noted| noted.span),
        }
    });
    shown.collect()
}

/// What is said if there is no difference.
pub const NOTHING_CHANGED: &str = "No quotation, name, title, figure, date or finding was added, removed or changed.";

/// The differences for a terminal, under the name of each topic: `+` was added, `-` removed, `~` changed.
#[must_use]
pub fn changes_text(compared: &ComparedDrafts<'_>) -> String {
    if compared.differences.is_empty() {
        return format!("{NOTHING_CHANGED}\n");
    }
    let mut text = String::new();
    let mut before = "";
    for change in shown_changes(compared.differences) {
        if change.heading != before {
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}", change.heading);
            before = change.heading;
        }
        let _ = writeln!(text, "  {} {}: {}", change.kind.sign(), change.place, change.text);
    }
    text
}

/// The differences as an advisory, a sentence each: “Adds a quotation in paragraph 3: …”.
#[must_use]
pub fn changes_markdown(compared: &ComparedDrafts<'_>) -> String {
    let mut text = format!(
        "Changes from {} to {}:\n\n",
        markdown(compared.old.0),
        markdown(compared.new.0)
    );
    if compared.differences.is_empty() {
        return text + "- " + NOTHING_CHANGED + "\n";
    }
    for difference in compared.differences {
        let _ = writeln!(text, "- {}", sentence(difference));
    }
    text
}

/// The differences as an object, described in docs/diff.md.
#[must_use]
pub fn changes_json(compared: &ComparedDrafts<'_>) -> Value {
    let (old, new) = (LineIndex::new(compared.old.1), LineIndex::new(compared.new.1));
    let changes = compared.differences.iter().map(|difference| {
        json!({
            "topic": difference.topic.name(),
            "change": difference.kind().name(),
            "old": difference.old.as_ref().map(|noted| noted_json(noted, &old, compared.old.1)),
            "new": difference.new.as_ref().map(|noted| noted_json(noted, &new, compared.new.1)),
        })
    });
    let changes: Vec<Value> = changes.collect();
    json!({ "old": compared.old.0, "new": compared.new.0, "changes": changes })
}

fn noted_json(noted: &Noted, lines: &LineIndex, source: &str) -> Value {
    let at = lines.column(source, noted.span.start, Encoding::Utf32);
    let paragraph = match noted.part {
        DraftPart::Paragraph(number) => Some(number),
        _ => None,
    };
    json!({
        "text": noted.text,
        "about": noted.about,
        "paragraph": paragraph,
        "line": at.line + 1,
        "column": at.column + 1,
        "start": noted.span.start,
        "end": noted.span.end,
    })
}

fn heading(topic: Topic) -> &'static str {
    match topic {
        Topic::Quotation => "Quotations",
        Topic::Speaker => "Speakers",
        Topic::Name => "Names",
        Topic::Title => "Titles",
        Topic::Figure => "Figures",
        Topic::Date => "Dates",
        Topic::Finding => "Findings",
    }
}

fn part(part: &DraftPart) -> String {
    match part {
        DraftPart::Paragraph(number) => format!("paragraph {number}"),
        DraftPart::Headline => "headline".to_owned(),
        DraftPart::Heading => "a heading".to_owned(),
        DraftPart::Caption => "a caption".to_owned(),
        DraftPart::Table => "a table".to_owned(),
        DraftPart::Field(key) => format!("the field {}", printable(key)),
        DraftPart::Furniture => "around the story".to_owned(),
    }
}

/// “in paragraph 3”, “in the headline”
fn place(noted: &Noted) -> String {
    match &noted.part {
        DraftPart::Headline => "in the headline".to_owned(),
        DraftPart::Furniture => "around the story".to_owned(),
        other => format!("in {}", markdown(&part(other))),
    }
}

/// What it was and what it is.
fn said(difference: &Difference, written: impl Fn(&str) -> String) -> String {
    let full = |noted: &Noted| match (difference.topic, noted.about.as_str()) {
        (_, "") => written(&noted.text),
        (Topic::Quotation, about) => format!("{}: {}", written(about), written(&noted.text)),
        (Topic::Title, about) => format!("{}, {}", written(about), written(&noted.text)),
        (Topic::Name, about) => format!("{}, {}", written(&noted.text), written(about)),
        (_, about) => format!("{} ({})", written(&noted.text), written(about)),
    };
    let about = |noted: &Noted| {
        if noted.about.is_empty() {
            "nobody".to_owned()
        } else {
            written(&noted.about)
        }
    };
    match (&difference.old, &difference.new) {
        (Some(old), Some(new)) if difference.topic == Topic::Speaker => {
            format!(
                "{} is given to {}, before to {}",
                written(&new.text),
                about(new),
                about(old)
            )
        }
        (Some(old), Some(new)) if difference.topic == Topic::Quotation && old.about == new.about => {
            format!("{} → {}", full(old), written(&new.text))
        }
        (Some(old), Some(new)) => format!("{} → {}", full(old), full(new)),
        (Some(noted), None) | (None, Some(noted)) => full(noted),
        (None, None) => String::new(),
    }
}

/// A difference as a sentence of an advisory.
fn sentence(difference: &Difference) -> String {
    let what = match difference.topic {
        Topic::Quotation => "a quotation",
        Topic::Speaker => "the speaker of a quotation",
        Topic::Name => "a name",
        Topic::Title => "a title",
        Topic::Figure => "a figure",
        Topic::Date => "a date",
        Topic::Finding => "a finding",
    };
    let verb = match difference.kind() {
        DifferenceKind::Added => "Adds",
        DifferenceKind::Removed => "Removes",
        DifferenceKind::Changed => "Changes",
    };
    let noted = difference.new.as_ref().or(difference.old.as_ref());
    let was = if difference.new.is_none() {
        " (of the old version)"
    } else {
        ""
    };
    let place = noted.map(place).unwrap_or_default();
    format!("{verb} {what} {place}{was}: {}", said(difference, markdown))
}
