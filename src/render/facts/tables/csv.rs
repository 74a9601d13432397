//! Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, as in a timeline.

use crate::render::csv_record;
use crate::render::facts::tables::cells::{Cell, Column, Row};

/// The names of the columns.
pub fn header(columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(|column| column.name.to_owned()).collect();
    csv_record(&names)
}

/// Rows, each with its line end.
pub fn records(rows: Vec<Row>) -> String {
    rows.into_iter()
        .map(|row| csv_record(&row.into_iter().map(written).collect::<Vec<_>>()))
        .collect()
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text,
        Cell::Count(count) => count.to_string(),
        Cell::Share(share) => share.to_string(),
        Cell::Flag(flag) => flag.to_string(),
    }
}
