//! A timeline over drafts: rows by day as a table in Markdown, as CSV, as JSON. It leaves no row out.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::{EventStatus, Locale, times};
use crate::engine::{Snapshot, TimelineRow};
use crate::render::cells;
use crate::text::{Encoding, LineIndex};

/// The rows of one draft or of several, by day.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    rows: Vec<Row>,
}

/// A row with its place, counted as people count.
#[derive(Clone, Debug)]
struct Row {
    row: TimelineRow,
    locale: Locale,
    path: String,
    line: usize,
    column: usize,
}

impl Timeline {
    /// Adds the rows of a draft; `path` is what its readers call it.
    pub fn add(&mut self, path: &str, snapshot: &Snapshot) {
        let lines = LineIndex::new(&snapshot.text);
        for row in snapshot.timeline() {
            let at = lines.column(&snapshot.text, row.span.start, Encoding::Utf32);
            self.rows.push(Row {
                row,
                locale: snapshot.facts.locale,
                path: path.to_owned(),
                line: at.line + 1,
                column: at.column + 1,
            });
        }
        // Stable: drafts stay in the order they came in, and places in the order of the text.
        self.rows.sort_by_key(|row| (row.row.days.is_none(), row.row.days));
    }

    fn split(&self) -> (&[Row], &[Row]) {
        let resolved = self.rows.partition_point(|row| row.row.days.is_some());
        self.rows.split_at(resolved)
    }

    /// A table of days, and one of what has no day.
    #[must_use]
    pub fn markdown(&self) -> String {
        let (resolved, unresolved) = self.split();
        let mut text = String::from("| Day | What | Where | Status | In the text |\n| --- | --- | --- | --- | --- |\n");
        for row in resolved {
            let day = row
                .row
                .days
                .map(|days| days_in_words(days, row.locale))
                .unwrap_or_default();
            row.write_markdown(&day, &mut text);
        }
        if !unresolved.is_empty() {
            text.push_str(
                "\nWithout a day:\n\n| When | What | Where | Status | In the text |\n| --- | --- | --- | --- | --- |\n",
            );
            for row in unresolved {
                row.write_markdown(&row.row.when, &mut text);
            }
        }
        text
    }

    /// One record for each row under a header; rows without a day have no `from` and no `to` and come last.
    #[must_use]
    pub fn csv(&self) -> String {
        let header = [
            "from",
            "to",
            "when",
            "what",
            "who",
            "whom",
            "where",
            "type",
            "status",
            "background",
            "path",
            "line",
            "column",
        ];
        let mut text = cells::csv_record(&header.map(str::to_owned));
        for Row {
            row,
            path,
            line,
            column,
            ..
        } in &self.rows
        {
            let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            text.push_str(&cells::csv_record(&[
                day(row.days.map(|days| days.0)),
                day(row.days.map(|days| days.1)),
                row.when.clone(),
                row.what.clone(),
                row.who.join("; "),
                row.whom.join("; "),
                row.place.clone(),
                row.kind.unwrap_or_default().to_owned(),
                row.status.map(EventStatus::name).unwrap_or_default().to_owned(),
                if row.background { "yes" } else { "" }.to_owned(),
                path.clone(),
                line.to_string(),
                column.to_string(),
            ]));
        }
        text
    }

    /// `{"days": […], "unresolved": […]}`, described in docs/extract.md.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        let (resolved, unresolved) = self.split();
        let of = |rows: &[Row]| -> Vec<JsonRow> { rows.iter().map(JsonRow::of).collect() };
        serde_json::json!({ "days": of(resolved), "unresolved": of(unresolved) })
    }
}

#[derive(Serialize)]
struct JsonRow {
    from: Option<String>,
    to: Option<String>,
    when: String,
    what: String,
    who: Vec<String>,
    whom: Vec<String>,
    #[serde(rename = "where")]
    place: Option<String>,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    status: Option<&'static str>,
    background: bool,
    path: String,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
}

impl JsonRow {
    fn of(
        Row {
            row,
            path,
            line,
            column,
            ..
        }: &Row,
    ) -> Self {
        Self {
            from: row.days.map(|days| days.0.to_string()),
            to: row.days.map(|days| days.1.to_string()),
            when: row.when.clone(),
            what: row.what.clone(),
            who: row.who.clone(),
            whom: row.whom.clone(),
            place: (!row.place.is_empty()).then(|| row.place.clone()),
            kind: row.kind,
            status: row.status.map(EventStatus::name),
            background: row.background,
            path: path.clone(),
            line: *line,
            column: *column,
            start: row.span.start,
            end: row.span.end,
        }
    }
}

impl Row {
    fn write_markdown(&self, first: &str, text: &mut String) {
        let place = format!("{}:{}:{}", self.path, self.line, self.column);
        let background = if self.row.background { ", background" } else { "" };
        let status = format!(
            "{}{background}",
            self.row.status.map(EventStatus::name).unwrap_or_default()
        );
        let cells = [first, &self.row.what, &self.row.place, &status, &place].map(cells::markdown);
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
}

/// Days as a newsroom names them: a day, a month, a year, or from one day to another.
#[must_use]
pub fn days_in_words((first, last): (Date, Date), locale: Locale) -> String {
    let whole_years = first.day_of_year() == 1 && last == last.last_of_year();
    if first == last {
        times::in_words(first, locale)
    } else if whole_years && first.year() == last.year() {
        first.year().to_string()
    } else if first.first_of_month() == first && last == first.last_of_month() {
        times::month_in_words(first)
    } else {
        format!("{} – {}", times::in_words(first, locale), times::in_words(last, locale))
    }
}
