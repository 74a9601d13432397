//! That every table a source file includes is well-formed. What a row means is tested next to the code that reads it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::{expect_none, root, rust_files};

/// A table that is included.
struct Table {
    /// From the root of the project on.
    name: String,
    comments: Vec<String>,
    rows: Vec<String>,
    /// How many columns its readers say it has.
    columns: Vec<usize>,
}

#[test]
fn every_row_has_all_columns() {
    let mut wrong = Vec::new();
    for table in tables() {
        let counted = table.rows.first().map_or(0, |row| row.split('\t').count());
        let columns = *table.columns.first().unwrap_or(&counted);
        if table.rows.is_empty() || table.columns.iter().any(|other| *other != columns) {
            wrong.push(format!(
                "{}: no rows, or readers that disagree on its columns",
                table.name
            ));
        }
        for row in &table.rows {
            let fields: Vec<&str> = row.split('\t').collect();
            let is_padded = fields.iter().any(|field| *field != field.trim());
            if fields.len() != columns || is_padded || fields[0].is_empty() {
                wrong.push(format!("{}: not {columns} plain fields: {row:?}", table.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_row_is_there_twice() {
    let mut wrong = Vec::new();
    for table in tables() {
        let mut seen = BTreeSet::new();
        for row in table.rows.iter().filter(|row| !seen.insert(row.as_str())) {
            wrong.push(format!("{}: {row:?}", table.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A table whose comment says nothing about its order is in alphabetical order, so that a new row has one place.
#[test]
fn rows_are_in_order() {
    let says_order = |table: &Table| (table.comments.iter()).any(|line| line.contains("order of"));
    let small = |row: &str| row.to_lowercase().replace(',', "");
    let found = tables()
        .iter()
        .filter(|table| !says_order(table) && !table.rows.is_sorted() && !table.rows.is_sorted_by_key(|row| small(row)))
        .map(|table| table.name.clone())
        .collect();
    expect_none(
        &found,
        "sort the rows, or say in the comment of the table: in the order of …",
    );
}

/// All tables that the sources include.
fn tables() -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for file in rust_files(&root().join("src")) {
        let text = std::fs::read_to_string(&file).unwrap();
        for (at, _) in text.match_indices("include_str!(\"") {
            let (before, rest) = (&text[..at], &text[at + "include_str!(\"".len()..]);
            let included = &rest[..rest.find('"').unwrap()];
            if !included.ends_with(".tsv") && !included.ends_with(".txt") {
                continue;
            }
            let path = plain(&file.parent().unwrap().join(included));
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            if name.starts_with("examples/") {
                continue;
            }
            let at = tables.iter().position(|table| table.name == name).unwrap_or_else(|| {
                tables.push(read(name, &path));
                tables.len() - 1
            });
            tables[at].columns.extend(columns_of(before));
        }
    }
    assert!(tables.len() > 30, "{} tables", tables.len());
    tables
}

fn read(name: String, path: &Path) -> Table {
    let text = std::fs::read_to_string(path).unwrap();
    let (comments, rows) = (text.lines())
        .filter(|line| !line.trim().is_empty())
        .map(str::to_owned)
        .partition(|line| line.starts_with('#'));
    Table {
        name,
        comments,
        rows,
        columns: Vec::new(),
    }
}

/// The `N` of `rows::<N>(` right before an include.
fn columns_of(before: &str) -> Option<usize> {
    let call = before.trim_end().strip_suffix('(')?.strip_suffix('>')?;
    let (reader, columns) = call.rsplit_once("::<")?;
    reader.ends_with("rows").then(|| columns.parse().ok())?
}

/// A path without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        if part == std::path::Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}
