//! The sources of one draft for a terminal. It counts nothing.

use std::fmt::Write as _;

use crate::analysis::{name_of_language, times};
use crate::render::plain::printable;
use crate::render::report::draft::{DraftReport, Quiet, standing_label};
use crate::render::report::table::{Cell, ReportTable, TableColumn, counted, grouped};

/// The sources of a draft as a table, with what else is to say about them.
#[must_use]
pub fn draft_text(draft: &DraftReport) -> String {
    let mut text = format!("{}\n", printable(&draft.path));
    if !draft.title.is_empty() {
        let _ = writeln!(text, "{}", printable(&draft.title));
    }
    if let Some(language) = draft.left_alone {
        let _ = writeln!(text, "In {}; copydesk reads English only.", name_of_language(language));
        return text;
    }
    let _ = writeln!(text, "{}\n", summary(draft));
    if draft.sources.is_empty() {
        text.push_str("Nobody is quoted or cited.\n");
        return text;
    }
    text.push_str(&sources(draft).without_empty_columns().text());
    text.push('\n');
    for remark in remarks(draft) {
        let _ = writeln!(text, "{}", printable(&remark));
    }
    text
}

/// “Monday 12 May 2031 · desk: transport · 150 words, 45 of them quoted”
pub(super) fn summary(draft: &DraftReport) -> String {
    let date = draft.date.map(|date| times::in_words(date, draft.locale));
    let desk = draft.desk.as_ref().map(|desk| format!("desk: {}", printable(desk)));
    let words = format!(
        "{}, {} of them quoted",
        counted(draft.words, "word", "words"),
        grouped(draft.quoted)
    );
    let parts: Vec<String> = date.into_iter().chain(desk).chain([words]).collect();
    parts.join(" · ")
}

/// What there is to say of a draft's sources besides the table, a sentence each.
pub(in crate::render) fn remarks(draft: &DraftReport) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(only) = draft.only.and_then(|only| draft.sources.get(only)) {
        remarks.push(format!("One source only: {}.", only.label()));
    }
    if let Some(quiet) = draft.silence {
        remarks.push(silence(quiet, draft.paragraphs));
    }
    remarks
}

fn silence(quiet: Quiet, paragraphs: usize) -> String {
    let (first, last) = quiet.paragraphs;
    let place = if first == last {
        format!("paragraph {first} of {paragraphs}")
    } else {
        format!("paragraphs {first} to {last} of {paragraphs}")
    };
    format!(
        "The longest stretch in which nobody is quoted or cited: {place}, {}, from line {}.",
        counted(quiet.words, "word", "words"),
        quiet.line
    )
}

/// A row for each source.
pub(super) fn sources(draft: &DraftReport) -> ReportTable {
    let column = |head, key| TableColumn { head, key };
    let rows = draft.sources.iter().map(|source| {
        let first = source.first.map(|spot| match spot.paragraph {
            Some(number) => format!("paragraph {number}, line {}", spot.line),
            None => format!("line {}", spot.line),
        });
        vec![
            Cell::Text(source.label().to_owned()),
            Cell::Text(standing_label(source.standing).to_owned()),
            Cell::Text(source.title.clone()),
            Cell::Count(source.quotations.len()),
            Cell::Count(source.words),
            Cell::Share(source.words, draft.quoted),
            Cell::Text(first.unwrap_or_default()),
        ]
    });
    ReportTable {
        columns: vec![
            column("Source", "source"),
            column("Named as", "standing"),
            column("Title", "title"),
            column("Quotations", "quotations"),
            column("Quoted words", "words"),
            column("Share", "percent"),
            column("First", "first"),
        ],
        rows: rows.collect(),
    }
}
