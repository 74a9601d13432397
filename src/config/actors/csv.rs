//! Entries from a table in CSV, as spreadsheets write it. It opens no file.

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::analysis::register::{Entry, EntryKind, Title, id_of};
use crate::config::date::parse_date;
use crate::config::problem::{Problem, suggestion};

/// The columns that are read, in any order. `name` must be there.
pub const COLUMNS: [&str; 12] = [
    "id",
    "kind",
    "name",
    "aliases",
    "misspellings",
    "title",
    "valid-from",
    "valid-until",
    "pronouns",
    "affiliation",
    "note",
    "link",
];

/// Reads the text of a table whose first row names the columns. Several names in a cell are separated by `|` or `;`. A
/// row without a kind is a person. Rows with mistakes are left out and reported; an unknown column is reported once.
#[must_use]
pub fn read_csv(text: &str) -> (Vec<Entry>, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut problems = Vec::new();
    let columns = match rows.headers() {
        Ok(headers) => columns(headers, &mut problems),
        Err(error) => {
            problems.push(problem(1, "", format!("this is not a table in CSV: {error}"), true));
            return (Vec::new(), problems);
        }
    };
    if !columns.contains(&Some("name")) {
        let message = format!(
            "the first row has no column “name”; the columns are {}",
            COLUMNS.join(", ")
        );
        problems.push(problem(1, "name", message, true));
        return (Vec::new(), problems);
    }
    let mut entries = Vec::new();
    for row in rows.records() {
        match row {
            Ok(cells) => {
                let row = CsvRow {
                    line: line_of(cells.position()),
                    cells: &cells,
                    columns: &columns,
                };
                let mistakes = problems.len();
                let entry = row.entry(&mut problems);
                if problems.len() == mistakes {
                    entries.push(entry);
                }
            }
            Err(error) => {
                let message = match error.kind() {
                    csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                        format!("this row has {len} cells, the first row has {expected_len}")
                    }
                    _ => format!("this row cannot be read: {error}"),
                };
                problems.push(problem(line_of(error.position()), "", message, true));
            }
        }
    }
    (entries, problems)
}

fn line_of(position: Option<&csv::Position>) -> usize {
    position.map_or(0, |position| usize::try_from(position.line()).unwrap_or(0))
}

/// Spreadsheets write semicolons or tabs where the comma is taken.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or("");
    let count = |delimiter: u8| head.bytes().filter(|byte| *byte == delimiter).count();
    // Of equal counts the last one wins, which is the comma.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

fn columns(headers: &csv::StringRecord, problems: &mut Vec<Problem>) -> Vec<Option<&'static str>> {
    let mut columns = Vec::new();
    for header in headers {
        let name = header.to_lowercase().replace([' ', '_'], "-");
        let known = COLUMNS.into_iter().find(|column| *column == name);
        if let Some(twice) = known.filter(|column| columns.contains(&Some(*column))) {
            problems.push(problem(1, twice, format!("there are two columns “{twice}”"), true));
        }
        if known.is_none() {
            let hint = suggestion(&name, COLUMNS);
            problems.push(problem(
                1,
                &name,
                format!("the column “{header}” is not read{hint}"),
                false,
            ));
        }
        columns.push(known);
    }
    columns
}

/// A row with the columns of its table.
struct CsvRow<'a> {
    cells: &'a csv::StringRecord,
    columns: &'a [Option<&'static str>],
    line: usize,
}

impl CsvRow<'_> {
    /// The entry that the row says; its mistakes are added to `problems`.
    fn entry(&self, problems: &mut Vec<Problem>) -> Entry {
        let name = self.cell("name");
        if !name.chars().any(char::is_alphanumeric) {
            problems.push(self.wrong("name", "this row has no name".to_owned()));
        }
        let kind = self.kind(problems);
        Entry {
            id: self.text("id").unwrap_or_else(|| id_of(name).into()),
            aliases: self.list("aliases"),
            misspellings: self.list("misspellings"),
            titles: self.title(problems).into_iter().collect(),
            pronouns: self.text("pronouns"),
            affiliation: self.text("affiliation"),
            note: self.text("note"),
            link: self.text("link"),
            line: self.line,
            ..Entry::named("", kind, name)
        }
    }

    fn kind(&self, problems: &mut Vec<Problem>) -> EntryKind {
        let kind = self.cell("kind").to_lowercase();
        if kind.is_empty() {
            return EntryKind::Person;
        }
        EntryKind::from_name(&kind).unwrap_or_else(|| {
            let names = EntryKind::ALL.map(EntryKind::name);
            let hint = suggestion(&kind, names);
            let message = format!("“{kind}” is not a kind; it must be one of {}{hint}", names.join(", "));
            problems.push(self.wrong("kind", message));
            EntryKind::Other
        })
    }

    fn title(&self, problems: &mut Vec<Problem>) -> Option<Title> {
        let valid_from = self.day("valid-from", problems);
        let valid_until = self.day("valid-until", problems);
        if let (Some(from), Some(until)) = (valid_from, valid_until)
            && from > until
        {
            let message = format!("“valid-from” ({from}) is later than “valid-until” ({until})");
            problems.push(self.wrong("valid-from", message));
        }
        Some(Title {
            text: self.text("title")?,
            valid_from,
            valid_until,
        })
    }

    fn day(&self, column: &str, problems: &mut Vec<Problem>) -> Option<Date> {
        let written = self.cell(column);
        let day = parse_date(written);
        if day.is_none() && !written.is_empty() {
            let message = format!("“{written}” must be a calendar day as YYYY-MM-DD");
            problems.push(self.wrong(column, message));
        }
        day
    }

    fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|known| *known == Some(column));
        at.and_then(|at| self.cells.get(at)).unwrap_or("")
    }

    fn text(&self, column: &str) -> Option<SmolStr> {
        Some(self.cell(column))
            .filter(|text| !text.is_empty())
            .map(SmolStr::new)
    }

    /// Several names, parted by `|` or `;`.
    fn list(&self, column: &str) -> Vec<SmolStr> {
        self.cell(column)
            .split(['|', ';'])
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(SmolStr::new)
            .collect()
    }

    fn wrong(&self, column: &str, message: String) -> Problem {
        problem(self.line, column, message, true)
    }
}

fn problem(line: usize, key: &str, message: String, is_error: bool) -> Problem {
    Problem {
        line,
        key: key.to_owned(),
        message,
        is_error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(text: &str) -> Vec<(usize, bool, String)> {
        let (_, problems) = read_csv(text);
        problems
            .into_iter()
            .map(|problem| (problem.line, problem.is_error, problem.message))
            .collect()
    }

    #[test]
    fn a_table_is_read_in_any_order_of_columns() {
        let text = "\u{feff}Title,NAME,aliases,valid_from,kind\n\
            \"Mayor, Port Amity\",Rosa Weil,R. Weil | Rosa B. Weil,2029-09-01,\n,Sel Line,,,organization\n";
        let (entries, problems) = read_csv(text);
        assert_eq!(problems, []);
        assert_eq!(entries[0].name, "Rosa Weil");
        assert_eq!(entries[0].aliases, ["R. Weil", "Rosa B. Weil"]);
        assert_eq!(entries[0].titles[0].text, "Mayor, Port Amity");
        assert_eq!(entries[0].titles[0].valid_from, parse_date("2029-09-01"));
        assert_eq!(
            (entries[1].kind, entries[1].id.as_str()),
            (EntryKind::Organization, "sel-line")
        );
    }

    #[test]
    fn semicolons_and_tabs_part_cells_too() {
        for text in ["name;kind\nRosa Weil;person\n", "name\tkind\nRosa Weil\tperson\n"] {
            assert_eq!(read_csv(text).0[0].name, "Rosa Weil");
        }
    }

    #[test]
    fn mistakes_are_reported_with_their_line() {
        let text = "name,kind,valid-from,valid-until,shoe\nRosa Weil,persn,,,\n,person,,,\nTom Holt,,soon,,\n\
            Ana Ruiz,,2031-02-01,2031-01-01,\nx,y\nIda Lund,,,,\n";
        assert_eq!(read_csv(text).0.len(), 1);
        let told = reported(text);
        let lines: Vec<_> = told.iter().map(|(line, is_error, _)| (*line, *is_error)).collect();
        assert_eq!(
            lines,
            [(1, false), (2, true), (3, true), (4, true), (5, true), (6, true)],
            "{told:#?}"
        );
        assert!(told[1].2.contains("did you mean “person”?"), "{told:#?}");
        assert!(told[5].2.contains("has 2 cells"), "{told:#?}");
    }

    #[test]
    fn a_table_without_names_is_refused() {
        assert!(reported("who,what\n1,2\n").iter().any(|(line, is_error, message)| {
            *line == 1 && *is_error && message.starts_with("the first row has no column “name”")
        }));
        assert!(reported("")[0].1);
        assert!(reported("name,name\na,b\n")[0].1);
    }
}
