//! Entries from a table in CSV, as spreadsheets write it. It opens no file.

use smol_str::SmolStr;

use crate::analysis::register::{Entry, EntryKind, Title, key};
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

/// Reads the text of a table whose first row names the columns. Several names in a cell are parted by `|` or `;`. A row
/// without a kind is a person. Rows with mistakes are left out and told; a column that is not known is told once.
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
            Ok(row) => {
                let line = row
                    .position()
                    .map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
                let mistakes = problems.len();
                let entry = entry(&row, &columns, line, &mut problems);
                if problems.len() == mistakes {
                    entries.push(entry);
                }
            }
            Err(error) => {
                let line = error
                    .position()
                    .map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
                let message = match error.kind() {
                    csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                        format!("this row has {len} cells, the first row has {expected_len}")
                    }
                    _ => format!("this row cannot be read: {error}"),
                };
                problems.push(problem(line, "", message, true));
            }
        }
    }
    (entries, problems)
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

fn entry(row: &csv::StringRecord, columns: &[Option<&'static str>], line: usize, problems: &mut Vec<Problem>) -> Entry {
    let cell = |name: &str| {
        let at = columns.iter().position(|column| *column == Some(name));
        at.and_then(|at| row.get(at)).unwrap_or("")
    };
    let text = |name: &str| Some(cell(name)).filter(|text| !text.is_empty()).map(SmolStr::new);
    let list = |name: &str| -> Vec<SmolStr> {
        cell(name)
            .split(['|', ';'])
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(SmolStr::new)
            .collect()
    };
    let mut wrong = |key: &str, message: String| problems.push(problem(line, key, message, true));
    if !cell("name").chars().any(char::is_alphanumeric) {
        wrong("name", "this row has no name".to_owned());
    }
    let kind = match cell("kind").to_lowercase().as_str() {
        "" => EntryKind::Person,
        kind => EntryKind::from_name(kind).unwrap_or_else(|| {
            let names = EntryKind::ALL.map(EntryKind::name);
            let hint = suggestion(kind, names);
            wrong(
                "kind",
                format!("“{kind}” is no kind; it must be one of {}{hint}", names.join(", ")),
            );
            EntryKind::Other
        }),
    };
    let mut day = |name: &str| {
        let written = cell(name);
        let day = parse_date(written);
        if day.is_none() && !written.is_empty() {
            wrong(name, format!("“{written}” must be a calendar day as YYYY-MM-DD"));
        }
        day
    };
    let (valid_from, valid_until) = (day("valid-from"), day("valid-until"));
    let title = text("title").map(|text| Title {
        text,
        valid_from,
        valid_until,
    });
    if let (Some(from), Some(until)) = (valid_from, valid_until)
        && from > until
    {
        wrong(
            "valid-from",
            format!("“valid-from” ({from}) is later than “valid-until” ({until})"),
        );
    }
    let name = cell("name");
    Entry {
        id: text("id").unwrap_or_else(|| key(name).replace(' ', "-").into()),
        aliases: list("aliases"),
        misspellings: list("misspellings"),
        titles: title.into_iter().collect(),
        pronouns: text("pronouns"),
        affiliation: text("affiliation"),
        note: text("note"),
        link: text("link"),
        line,
        ..Entry::named("", kind, name)
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

    fn told(text: &str) -> Vec<(usize, bool, String)> {
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
    fn mistakes_are_told_with_their_line() {
        let text = "name,kind,valid-from,valid-until,shoe\nRosa Weil,persn,,,\n,person,,,\nTom Holt,,soon,,\n\
            Ana Ruiz,,2031-02-01,2031-01-01,\nx,y\nIda Lund,,,,\n";
        assert_eq!(read_csv(text).0.len(), 1);
        let told = told(text);
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
        assert!(told("who,what\n1,2\n").iter().any(|(line, is_error, message)| {
            *line == 1 && *is_error && message.starts_with("the first row has no column “name”")
        }));
        assert!(told("")[0].1);
        assert!(told("name,name\na,b\n")[0].1);
    }
}
