//! What `copydesk verify` prints, for people and as JSON. It compares nothing.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use serde::Serialize;
use smol_str::SmolStr;

use crate::analysis::QuotationKind;
use crate::cli::notes::{positions, shown_path};
use crate::cli::output::lines::Lines;
use crate::cli::output::printable;
use crate::cli::output::stretch::Stretch;
use crate::engine::Snapshot;
use crate::render::json;
use crate::text::Span;
use crate::verify::{Checked, NotesPlace, Verdict, is_labelled};

/// A draft whose quotations were compared.
#[derive(Debug)]
pub struct Verified {
    name: String,
    snapshot: Snapshot,
}

/// A quotation with what came of it.
#[derive(Debug)]
pub struct Row<'a> {
    /// Where its words are in the source.
    span: Span,
    /// Its words without marks.
    words: &'a str,
    speaker: Option<&'a str>,
    kind: &'static str,
    is_translated: bool,
    /// What came of it.
    pub checked: Arc<Checked>,
}

impl Verified {
    /// A draft that was read with notes.
    pub fn new(name: String, snapshot: Snapshot) -> Self {
        Self { name, snapshot }
    }

    /// Its quotations, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let facts = &self.snapshot.facts;
        facts.verifications.iter().map(|one| {
            let quotation = one.quotation.and_then(|index| facts.quotations.get(index));
            let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
            Row {
                span: self.snapshot.source_span(one.words),
                words: self.snapshot.text_of(one.words),
                speaker: speaker.map(|speaker| speaker.resolved.as_deref().unwrap_or(&speaker.text)),
                kind: match quotation.map(|quotation| quotation.kind) {
                    None => "block",
                    Some(QuotationKind::Direct) => "direct",
                    Some(_) => "mixed",
                },
                is_translated: one.is_translated,
                checked: Arc::clone(&one.checked),
            }
        })
    }
}

/// How many characters of a quotation a table shows.
const WIDTH: usize = 48;

/// A line for each quotation, with what differs below it, and lines that count; `without_notes` drafts were compared with nothing.
pub fn table(drafts: &[Verified], without_notes: usize) -> String {
    let mut text = String::new();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for draft in drafts {
        let lines = Lines::new(&draft.snapshot.text);
        for row in draft.rows() {
            *counts.entry(row.checked.verdict.name()).or_default() += 1;
            let at = lines.position(row.span.start);
            let place = format!("{}:{}:{}", draft.name, at.line, at.column);
            let found = row
                .checked
                .found
                .as_ref()
                .map(|found| format!("  {}", place_of(found)))
                .unwrap_or_default();
            let line = format!(
                "{place}: {:<13}  “{}”{found}",
                row.checked.verdict.name(),
                shortened(row.words)
            );
            let _ = writeln!(text, "{}", printable(line.trim_end()));
            for more in explained(&row) {
                let _ = writeln!(text, "    {}", printable(&more));
            }
        }
    }
    let all: usize = counts.values().sum();
    let parts: Vec<String> = Verdict::ALL
        .iter()
        .filter_map(|verdict| Some(format!("{} {}", counts.get(verdict.name())?, verdict.name())))
        .collect();
    let _ = match all {
        0 if drafts.is_empty() && without_notes > 0 => Ok(()),
        0 => writeln!(text, "No quotations."),
        1 => writeln!(text, "1 quotation: {}", parts.join(", ")),
        _ => writeln!(text, "{all} quotations: {}", parts.join(", ")),
    };
    let _ = match without_notes {
        0 => Ok(()),
        1 => writeln!(text, "1 draft has no notes."),
        _ => writeln!(text, "{without_notes} drafts have no notes."),
    };
    text
}

/// What there is to say of a quotation besides its verdict.
fn explained(row: &Row<'_>) -> Vec<String> {
    let checked = &row.checked;
    let mut lines = Vec::new();
    if !checked.changes.is_empty() {
        let weight = checked
            .weight()
            .map(|weight| format!(" ({})", weight.name()))
            .unwrap_or_default();
        lines.push(format!("{}{weight}", one_line(&checked.shown(row.words))));
    }
    if !checked.folds.is_empty() && checked.verdict != Verdict::Near {
        lines.push(format!("but for {}", checked.overlooked()));
    }
    let speaker = row.speaker.unwrap_or("somebody else");
    match checked.verdict {
        Verdict::OtherSpeaker if !checked.speakers.is_empty() => {
            lines.push(format!("words of {}", checked.speakers.join(" and ")));
        }
        Verdict::OtherSpeaker => {
            let found = checked.found.as_ref();
            let is_unnamed = row
                .speaker
                .is_some_and(|name| found.is_some_and(|found| !is_labelled(name, &found.source)));
            let unnamed = if is_unnamed { ", whom no label names" } else { "" };
            lines.push(format!("the draft has {speaker} say this{unnamed}"));
        }
        Verdict::Unread => lines.push("none of the notes could be read".to_owned()),
        Verdict::GivenUp => lines.push("the notes repeat themselves too often to be searched".to_owned()),
        _ => {}
    }
    if row.is_translated {
        lines.push("the paragraph says that the words are translated".to_owned());
    }
    lines
}

fn place_of(found: &NotesPlace) -> String {
    let (start, _) = positions(&found.source, found.span);
    let path = shown_path(&found.source);
    let told: Vec<&str> = [found.speaker.as_deref(), found.time.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let told = if told.is_empty() {
        String::new()
    } else {
        format!(" ({})", told.join(", "))
    };
    format!("{}:{}:{}{told}", path.display(), start.line, start.column)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(text: &str) -> String {
    let text = one_line(text);
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("").trim_end()),
        None => text,
    }
}

#[derive(Debug, Serialize)]
struct RowOutput<'a> {
    path: &'a str,
    verdict: &'static str,
    text: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(flatten)]
    at: Stretch,
    translated: bool,
    overlooked: Vec<&'static str>,
    fillers: &'a [String],
    #[serde(skip_serializing_if = "str::is_empty")]
    before: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    after: &'a str,
    changes: Vec<ChangeOutput<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    speakers: &'a [SmolStr],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unread: &'a [UnreadOutput],
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<NotesOutput<'a>>,
}

/// Notes that could not be read, and why.
#[derive(Debug, Serialize)]
struct UnreadOutput {
    notes: String,
    message: String,
}

#[derive(Debug, Serialize)]
struct ChangeOutput<'a> {
    written: &'a str,
    said: &'a str,
    weight: &'static str,
}

#[derive(Debug, Serialize)]
struct NotesOutput<'a> {
    path: String,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'a str>,
    #[serde(flatten)]
    at: Stretch,
}

/// The same as a JSON array.
pub fn json(drafts: &[Verified]) -> String {
    let mut entries = Vec::new();
    for draft in drafts {
        let lines = Lines::new(&draft.snapshot.text);
        let unread = unread(draft);
        for row in draft.rows() {
            let value = serde_json::to_value(entry(draft, &row, &lines, &unread)).unwrap_or_default();
            entries.push(value);
        }
    }
    json::pretty(&entries)
}

fn unread(draft: &Verified) -> Vec<UnreadOutput> {
    let notes = draft.snapshot.facts.notes.as_ref();
    let problems = notes.map_or(&[][..], |notes| notes.problems());
    let unread = problems.iter().filter(|problem| !problem.is_read);
    unread
        .map(|problem| UnreadOutput {
            notes: problem.name.clone(),
            message: problem.message.clone(),
        })
        .collect()
}

fn entry<'a>(draft: &'a Verified, row: &'a Row<'_>, lines: &Lines<'_>, unread: &'a [UnreadOutput]) -> RowOutput<'a> {
    let checked = &row.checked;
    RowOutput {
        path: &draft.name,
        verdict: checked.verdict.name(),
        text: row.words,
        kind: row.kind,
        speaker: row.speaker,
        at: Stretch::of(row.span, lines),
        translated: row.is_translated,
        overlooked: checked.folds.iter().map(|fold| fold.name()).collect(),
        fillers: &checked.fillers,
        before: &checked.before,
        after: &checked.after,
        changes: checked.changes.iter().map(change).collect(),
        speakers: &checked.speakers,
        unread,
        notes: checked.found.as_ref().map(notes),
    }
}

fn change(change: &crate::verify::Change) -> ChangeOutput<'_> {
    ChangeOutput {
        written: &change.written,
        said: &change.said,
        weight: change.weight.name(),
    }
}

fn notes(found: &NotesPlace) -> NotesOutput<'_> {
    NotesOutput {
        path: shown_path(&found.source).display().to_string(),
        text: found.span.of(&found.source.text),
        speaker: found.speaker.as_deref(),
        time: found.time.as_deref(),
        at: Stretch::in_notes(&found.source, found.span),
    }
}
