//! A table that can be read on a terminal, in a spreadsheet or in a browser. It holds what is shown and counts nothing.

use unicode_width::UnicodeWidthStr;

use crate::render::cells::csv_record;
use crate::render::plain::printable;
use crate::render::report::quoted::percent;

/// A table with a row for each thing that it is about.
#[derive(Clone, Debug, Default)]
pub struct ReportTable {
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column: its heading for people, and its name in data.
#[derive(Clone, Copy, Debug)]
pub struct TableColumn {
    /// The heading for people.
    pub head: &'static str,
    /// The name in data.
    pub key: &'static str,
}

/// What is in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number of things.
    Count(usize),
    /// A part of a whole.
    Share(usize, usize),
}

/// Wider cells are cut on a terminal.
const WIDEST: usize = 40;

impl Cell {
    /// The cell for people: “1,240”, “52%”.
    pub fn shown(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Count(count) => grouped(*count),
            Cell::Share(part, whole) => share_label(*part, *whole),
        }
    }

    /// The cell for programs: `1240`, `52.4`.
    pub fn plain(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Count(count) => count.to_string(),
            Cell::Share(part, whole) => format!("{:.1}", percent(*part, *whole)),
        }
    }

    /// Whether it is a number, which is set to the right.
    pub fn is_number(&self) -> bool {
        !matches!(self, Cell::Text(_))
    }

    /// Whether it says nothing.
    fn is_empty(&self) -> bool {
        match self {
            Cell::Text(text) => text.is_empty(),
            Cell::Count(count) => *count == 0,
            Cell::Share(part, _) => *part == 0,
        }
    }
}

impl ReportTable {
    /// The same without the columns in which nothing is said; the first column stays.
    pub fn without_empty_columns(self) -> Self {
        let is_empty = |at: usize| self.rows.iter().all(|row| row.get(at).is_none_or(Cell::is_empty));
        let kept: Vec<bool> = (0..self.columns.len()).map(|at| at == 0 || !is_empty(at)).collect();
        Self {
            columns: chosen(self.columns, &kept),
            rows: self.rows.into_iter().map(|row| chosen(row, &kept)).collect(),
        }
    }

    /// The table as lines for a terminal.
    pub fn text(&self) -> String {
        let shown: Vec<Vec<String>> = (self.rows.iter())
            .map(|row| row.iter().map(|cell| cut(&printable(&cell.shown()))).collect())
            .collect();
        let width = |at: usize, head: &str| {
            let cells = shown.iter().filter_map(|row| row.get(at)).map(|cell| cell.width());
            cells.chain([head.width()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (self.columns.iter().enumerate())
            .map(|(at, column)| width(at, column.head))
            .collect();
        let is_number = |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(Cell::is_number));
        let line = |cells: Vec<&str>| {
            let mut line = String::new();
            for (at, (cell, width)) in cells.into_iter().zip(&widths).enumerate() {
                let gap = " ".repeat(width.saturating_sub(cell.width()));
                let apart = if at == 0 { "" } else { "  " };
                match is_number(at) {
                    true => line.push_str(&format!("{apart}{gap}{cell}")),
                    false => line.push_str(&format!("{apart}{cell}{gap}")),
                }
            }
            line.truncate(line.trim_end().len());
            line + "\n"
        };
        let mut text = line(self.columns.iter().map(|column| column.head).collect());
        for row in &shown {
            text.push_str(&line(row.iter().map(String::as_str).collect()));
        }
        text
    }

    /// The records of CSV, without the header.
    pub fn csv(&self) -> String {
        let records = self
            .rows
            .iter()
            .map(|row| csv_record(&row.iter().map(Cell::plain).collect::<Vec<_>>()));
        records.collect()
    }

    /// The header of CSV.
    pub fn csv_header(&self) -> String {
        csv_record(
            &self
                .columns
                .iter()
                .map(|column| column.key.to_owned())
                .collect::<Vec<_>>(),
        )
    }
}

fn chosen<T>(list: Vec<T>, kept: &[bool]) -> Vec<T> {
    let both = list.into_iter().zip(kept);
    both.filter(|(_, kept)| **kept).map(|(item, _)| item).collect()
}

fn cut(text: &str) -> String {
    if text.width() <= WIDEST {
        return text.to_owned();
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if cut.width() + 2 > WIDEST {
            break;
        }
        cut.push(letter);
    }
    cut.truncate(cut.trim_end().len());
    cut + "…"
}

/// “52%”, “<1%”.
pub(in crate::render) fn share_label(part: usize, whole: usize) -> String {
    let rounded = percent(part, whole).round();
    match part {
        0 => "0%".to_owned(),
        _ if rounded < 1.0 => "<1%".to_owned(),
        _ => format!("{rounded:.0}%"),
    }
}

/// “12”, “1,240”.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// “1 draft”, “3 drafts”.
pub fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_no_cell_moves_a_cursor() {
        let column = |head| TableColumn { head, key: "" };
        let text = |text: &str| Cell::Text(text.to_owned());
        let table = ReportTable {
            columns: vec![column("Source"), column("Note"), column("Words"), column("Share")],
            rows: vec![
                vec![text("Zoë\u{1b}[2J"), text(""), Cell::Count(1240), Cell::Share(1, 900)],
                vec![text("海 Wei"), text(""), Cell::Count(7), Cell::Share(2, 3)],
            ],
        };
        let text = table.without_empty_columns().text();
        assert_eq!(
            text,
            "Source   Words  Share\nZoë␛[2J  1,240    <1%\n海 Wei       7    67%\n"
        );
    }

    #[test]
    fn long_cells_are_cut() {
        assert_eq!(cut(&"long words ".repeat(9)).width(), WIDEST);
    }
}
