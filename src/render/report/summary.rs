//! Reports over drafts as tables: by month, desk, source and attribute, and a record for each source of each draft. It counts
//! nothing.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::engine::Standing;
use crate::render::plain::printable;
use crate::render::report::draft::{DraftReport, standing_label};
use crate::render::report::sum::Sum;
use crate::render::report::table::{Cell, ReportTable, TableColumn, counted, grouped};
use crate::render::report::totals::Totals;

/// What drafts are summed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The month of the draft.
    Month,
    /// The desk or section that the draft names.
    Desk,
    /// The people and organizations with a name.
    Source,
    /// What the newsroom's actor file says of them.
    Attribute,
}

impl By {
    const ALL: [By; 4] = [By::Month, By::Desk, By::Source, By::Attribute];

    fn heading(self) -> &'static str {
        match self {
            By::Month => "By month",
            By::Desk => "By desk",
            By::Source => "By source",
            By::Attribute => "By attribute in actors.toml",
        }
    }
}

/// How many drafts are listed by name in a text.
const LISTED: usize = 20;

/// The sums as tables for a terminal: those of `by`, or all of them. Of the sources the first `top` are shown.
#[must_use]
pub fn summary_text(totals: &Totals, by: Option<By>, top: usize) -> String {
    let all = totals.all();
    let mut text = format!(
        "{}, {}, {} of them quoted\n",
        counted(all.drafts, "draft", "drafts"),
        counted(all.words, "word", "words"),
        grouped(all.quoted)
    );
    if totals.left_alone() > 0 {
        let left = counted(totals.left_alone(), "draft", "drafts");
        let _ = writeln!(text, "Left alone, because not in English: {left}");
    }
    for by in By::ALL.into_iter().filter(|one| by.is_none_or(|by| by == *one)) {
        let mut table = table(totals, by).without_empty_columns();
        let more = table.rows.len().saturating_sub(top);
        if table.rows.is_empty() {
            continue;
        }
        if by == By::Source {
            table.rows.truncate(top);
        }
        let _ = write!(text, "\n{}\n\n{}", by.heading(), table.text());
        if by == By::Source && more > 0 {
            let _ = writeln!(text, "… and {} (`--top` shows more)", grouped(more));
        }
    }
    let single = totals.single();
    if by.is_none() && !single.is_empty() {
        let _ = writeln!(text, "\nOne source only: {}", counted(single.len(), "draft", "drafts"));
        for path in single.iter().take(LISTED) {
            let _ = writeln!(text, "  {}", printable(path));
        }
        if single.len() > LISTED {
            let _ = writeln!(text, "  … and {}", grouped(single.len() - LISTED));
        }
    }
    text
}

/// The sums of `by` as CSV, under a header.
#[must_use]
pub fn summary_csv(totals: &Totals, by: By) -> String {
    let table = table(totals, by);
    table.csv_header() + &table.csv()
}

/// A table of the sums.
pub(in crate::render) fn table(totals: &Totals, by: By) -> ReportTable {
    match by {
        By::Month => {
            let months = totals.months();
            sums(
                column("Month", "month"),
                months.map(|(month, sum)| (month.unwrap_or_else(|| "no date".to_owned()), sum)),
            )
        }
        By::Desk => {
            let desks = totals.desks();
            sums(
                column("Desk", "desk"),
                desks.map(|(desk, sum)| (desk.unwrap_or("no desk").to_owned(), sum)),
            )
        }
        By::Source => sources(totals),
        By::Attribute => attributes(totals),
    }
}

fn column(head: &'static str, key: &'static str) -> TableColumn {
    TableColumn { head, key }
}

fn sums<'a>(first: TableColumn, rows: impl Iterator<Item = (String, &'a Sum)>) -> ReportTable {
    let mut columns = vec![
        first,
        column("Drafts", "drafts"),
        column("One source", "single_source"),
        column("Sources", "sources"),
        column("Quotations", "quotations"),
        column("Words", "words"),
        column("Quoted", "quoted_words"),
    ];
    columns.extend(Standing::ALL.map(|standing| column(share_head(standing), share_key(standing))));
    let rows = rows.map(|(name, sum)| {
        let mut cells = vec![
            Cell::Text(name),
            Cell::Count(sum.drafts),
            Cell::Count(sum.single),
            Cell::Count(sum.sources),
            Cell::Count(sum.quotations),
            Cell::Count(sum.words),
            Cell::Count(sum.quoted),
        ];
        let words = |standing| sum.by_standing.get(&standing).map_or(0, |portion| portion.words);
        cells.extend(Standing::ALL.map(|standing| Cell::Share(words(standing), sum.quoted)));
        cells
    });
    ReportTable {
        rows: rows.collect(),
        columns,
    }
}

fn share_head(standing: Standing) -> &'static str {
    match standing {
        Standing::Named => "Named",
        Standing::RoleOnly => "Role only",
        Standing::Organization => "Organizations",
        Standing::Document => "Documents",
        Standing::Other => "Others",
        Standing::Anonymous => "Anonymous",
        Standing::Unclear => "Not clear",
        Standing::Unattributed => "No speaker",
    }
}

fn share_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Named => "named_percent",
        Standing::RoleOnly => "role_only_percent",
        Standing::Organization => "organization_percent",
        Standing::Document => "document_percent",
        Standing::Other => "other_percent",
        Standing::Anonymous => "anonymous_percent",
        Standing::Unclear => "unclear_percent",
        Standing::Unattributed => "unattributed_percent",
    }
}

fn sources(totals: &Totals) -> ReportTable {
    let day = |day: Option<Date>| Cell::Text(day.map(|day| day.to_string()).unwrap_or_default());
    let rows = totals.sources().into_iter().map(|source| {
        vec![
            Cell::Text(source.name.clone()),
            Cell::Text(standing_label(source.standing).to_owned()),
            Cell::Text(source.entry.clone().unwrap_or_default()),
            Cell::Count(source.drafts),
            Cell::Count(source.quotations),
            Cell::Count(source.words),
            Cell::Share(source.words, totals.all().quoted),
            day(source.days.map(|days| days.0)),
            day(source.days.map(|days| days.1)),
        ]
    });
    ReportTable {
        columns: vec![
            column("Source", "source"),
            column("Named as", "standing"),
            column("actors.toml", "entry"),
            column("Drafts", "drafts"),
            column("Quotations", "quotations"),
            column("Quoted", "words"),
            column("Share", "percent"),
            column("From", "first_date"),
            column("To", "last_date"),
        ],
        rows: rows.collect(),
    }
}

fn attributes(totals: &Totals) -> ReportTable {
    let rows = totals.attributes().into_iter().map(|(name, value, portion)| {
        vec![
            Cell::Text(name.to_owned()),
            Cell::Text(value.unwrap_or("not given").to_owned()),
            Cell::Count(portion.sources),
            Cell::Count(portion.quotations),
            Cell::Count(portion.words),
            Cell::Share(portion.words, totals.all().quoted),
        ]
    });
    ReportTable {
        columns: vec![
            column("Attribute", "attribute"),
            column("Value", "value"),
            column("Sources", "sources"),
            column("Quotations", "quotations"),
            column("Quoted", "words"),
            column("Share", "percent"),
        ],
        rows: rows.collect(),
    }
}

/// The header of the records that [`draft_csv`] writes.
#[must_use]
pub fn draft_csv_header() -> String {
    records(None).csv_header()
}

/// A record for each source of a draft, without a header. A draft without sources has one that names none.
#[must_use]
pub fn draft_csv(draft: &DraftReport) -> String {
    records(Some(draft)).csv()
}

fn records(draft: Option<&DraftReport>) -> ReportTable {
    let keys = [
        "path",
        "date",
        "desk",
        "source",
        "standing",
        "title",
        "entry",
        "quotations",
        "words",
        "percent",
        "first_paragraph",
        "first_line",
        "single_source",
        "attributes",
    ];
    ReportTable {
        columns: keys.map(|key| column(key, key)).to_vec(),
        rows: draft.map(record_rows).unwrap_or_default(),
    }
}

fn record_rows(draft: &DraftReport) -> Vec<Vec<Cell>> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let of_draft = || {
        let date = draft.date.map(|date| date.to_string()).unwrap_or_default();
        vec![
            text(&draft.path),
            text(&date),
            text(draft.desk.as_deref().unwrap_or("")),
        ]
    };
    let rows = draft.sources.iter().enumerate().map(|(at, source)| {
        let number = |number: Option<usize>| number.map_or_else(|| text(""), Cell::Count);
        let attributes: Vec<String> = source
            .attributes
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut row = of_draft();
        row.extend([
            text(&source.name),
            text(source.standing.name()),
            text(&source.title),
            text(source.entry.as_deref().unwrap_or("")),
            Cell::Count(source.quotations.len()),
            Cell::Count(source.words),
            Cell::Share(source.words, draft.quoted),
            number(source.first.and_then(|first| first.paragraph)),
            number(source.first.map(|first| first.line)),
            text(if draft.only == Some(at) { "yes" } else { "" }),
            text(&attributes.join("; ")),
        ]);
        row
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() || draft.left_alone.is_some() {
        return rows;
    }
    let mut row = of_draft();
    row.extend(["", "", "", ""].map(text));
    row.extend([Cell::Count(0), Cell::Count(0), Cell::Share(0, 0)]);
    row.extend(["", "", "", ""].map(text));
    vec![row]
}
