//! Who speaks in drafts, as a table in Markdown or as CSV. It counts nothing itself.

use std::fmt::Write as _;

use crate::engine::{Snapshot, Source, SourceKind};
use crate::render::cells;
use crate::text::{Encoding, LineIndex};

/// Who speaks in one draft or in several, draft by draft.
#[derive(Clone, Debug, Default)]
pub struct SourceTable {
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    name: String,
    title: String,
    kind: &'static str,
    percent: usize,
    words: usize,
    quotations: usize,
    place: String,
}

impl SourceTable {
    /// Adds the sources of a draft; `path` is what its readers call it.
    pub fn add(&mut self, path: &str, snapshot: &Snapshot) {
        let lines = LineIndex::new(&snapshot.text);
        let sources = snapshot.sources();
        for source in &sources.list {
            let first = source.first_reference.as_ref().map(|first| first.span);
            let quoted = source
                .quotations
                .first()
                .and_then(|first| Some(first.parts.first()?.span));
            let at = first.or(quoted).map_or(0, |span| span.start);
            let at = lines.column(&snapshot.text, at, Encoding::Utf32);
            self.rows.push(Row {
                name: name(source).to_owned(),
                title: source.title.clone(),
                kind: source.kind.name(),
                percent: (source.words * 100 + sources.words / 2)
                    .checked_div(sources.words)
                    .unwrap_or(0),
                words: source.words,
                quotations: source.quotations.len(),
                place: format!("{path}:{}:{}", at.line + 1, at.column + 1),
            });
        }
    }

    /// A table with a row for each source.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = String::from(
            "| Source | Title | Share | Quoted words | Quotations | In the text |\n| --- | --- | ---: | ---: | ---: | --- |\n",
        );
        for row in &self.rows {
            let [name, title, place] = [&row.name, &row.title, &row.place].map(|cell| cells::markdown(cell));
            let Row {
                percent,
                words,
                quotations,
                ..
            } = row;
            let _ = writeln!(
                text,
                "| {name} | {title} | {percent}% | {words} | {quotations} | {place} |"
            );
        }
        text
    }

    /// One record for each source under a header.
    #[must_use]
    pub fn csv(&self) -> String {
        let header = ["source", "title", "kind", "percent", "words", "quotations", "place"];
        let mut text = cells::csv_record(&header.map(str::to_owned));
        for row in &self.rows {
            text.push_str(&cells::csv_record(&[
                row.name.clone(),
                row.title.clone(),
                row.kind.to_owned(),
                row.percent.to_string(),
                row.words.to_string(),
                row.quotations.to_string(),
                row.place.clone(),
            ]));
        }
        text
    }
}

fn name(source: &Source) -> &str {
    match source.kind {
        SourceKind::Unattributed => "Unattributed",
        SourceKind::Unclear => "Speaker not clear",
        SourceKind::Anonymous => "Anonymous",
        _ => &source.name,
    }
}
