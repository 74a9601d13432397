//! Adds titles to an entry of a file. A title that is already there is never changed.

use std::collections::HashMap;

use toml_edit::{Array, DocumentMut, Item, Table, Value};

use crate::analysis::register::Title;
use crate::config::actors::read::read;
use crate::config::actors::written::{day_value, string, title_value};

/// The titles of an entry, by their words in small letters. A table is read once, however many rows add to it.
pub(super) struct KnownTitles(HashMap<String, Vec<Title>>);

impl KnownTitles {
    /// Those of a table of the file.
    pub(super) fn of(table: &Table) -> Self {
        let mut known = Self(HashMap::new());
        for title in titles_in(table) {
            known.0.entry(title.text.to_lowercase()).or_default().push(title);
        }
        known
    }
}

/// Adds a title, unless the entry has it already. One with the same words and different days is reported and not added.
pub(super) fn add_title(
    table: &mut Table,
    known: &mut KnownTitles,
    new: &Title,
    name: &str,
    kept: &mut Vec<String>,
) -> bool {
    let known = known.0.entry(new.text.to_lowercase()).or_default();
    if !known.is_empty() {
        let has_no_days = new.valid_from.is_none() && new.valid_until.is_none();
        if !has_no_days && !known.contains(new) {
            kept.push(format!("“{name}” keeps the days of its title “{}”", new.text));
        }
        return false;
    }
    known.push(new.clone());
    if !table.contains_key("titles") && !table.contains_key("title") {
        table.insert("title", Item::Value(title_value(new)));
        return true;
    }
    let list = table
        .entry("titles")
        .or_insert_with(|| Item::Value(Value::Array(Array::new())));
    if let Some(array) = list.as_array_mut() {
        array.push_formatted(spaced(array.is_empty(), title_value(new)));
        return true;
    }
    if let Some(tables) = list.as_array_of_tables_mut() {
        let mut added = Table::new();
        added.insert("title", string(&new.text));
        for (name, day) in [("valid-from", new.valid_from), ("valid-until", new.valid_until)] {
            if let Some(day) = day {
                added.insert(name, Item::Value(day_value(day)));
            }
        }
        tables.push(added);
        return true;
    }
    false
}

fn spaced(is_first: bool, mut value: Value) -> Value {
    value.decor_mut().set_prefix(if is_first { "" } else { " " });
    value
}

/// The titles of a table of the file, as they are read.
fn titles_in(table: &Table) -> Vec<Title> {
    let mut alone = Table::new();
    alone.insert("name", string("A"));
    alone.insert("kind", string("person"));
    for name in ["title", "titles"] {
        if let Some(item) = table.get(name) {
            alone.insert(name, item.clone());
        }
    }
    let mut document = DocumentMut::new();
    let mut tables = toml_edit::ArrayOfTables::new();
    tables.push(alone);
    document.insert("actor", Item::ArrayOfTables(tables));
    read(&document.to_string())
        .0
        .pop()
        .map(|entry| entry.titles)
        .unwrap_or_default()
}
