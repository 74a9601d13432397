//! Entries as they are written into an actor file, and the values that they are made of. It changes no file.

use jiff::civil::Date;
use smol_str::SmolStr;
use toml_edit::{Array, InlineTable, Item, Table, Value};

use crate::analysis::register::{Entry, Title, id_of};

/// An entry as it is written into a file, with `[[actor]]` before it and a line break at its end. The id is left out where
/// it is made from the name.
///
/// ```
/// use copydesk::analysis::register::{Entry, EntryKind};
///
/// let entry = Entry::named("rosa-weil", EntryKind::Person, "Rosa Weil");
/// let text = copydesk::config::toml_of(&entry);
/// assert_eq!(text, "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n");
/// ```
#[must_use]
pub fn toml_of(entry: &Entry) -> String {
    let mut table = Table::new();
    if entry.id != id_of(&entry.name) {
        table.insert("id", string(&entry.id));
    }
    table.insert("name", string(&entry.name));
    table.insert("kind", string(entry.kind.name()));
    for (name, list) in [("aliases", &entry.aliases), ("misspellings", &entry.misspellings)] {
        if !list.is_empty() {
            table.insert(name, strings(list));
        }
    }
    match entry.titles.as_slice() {
        [] => {}
        [only] => {
            table.insert("title", Item::Value(title_value(only)));
        }
        several => {
            table.insert(
                "titles",
                Item::Value(Value::Array(lines(several.iter().map(title_value)))),
            );
        }
    }
    for (name, value) in single_values(entry) {
        if let Some(value) = value {
            table.insert(name, string(value));
        }
    }
    if !entry.attributes.is_empty() {
        table.insert("attributes", attributes(&entry.attributes));
    }
    format!("[[actor]]\n{table}")
}

/// The keys of an entry that have one value, with what it says of them.
pub(super) fn single_values(entry: &Entry) -> [(&'static str, Option<&SmolStr>); 4] {
    [
        ("pronouns", entry.pronouns.as_ref()),
        ("affiliation", entry.affiliation.as_ref()),
        ("note", entry.note.as_ref()),
        ("link", entry.link.as_ref()),
    ]
}

/// Attributes, on one line.
pub(super) fn attributes(attributes: &[(SmolStr, SmolStr)]) -> Item {
    let mut table = InlineTable::new();
    for (name, value) in attributes {
        table.insert(name.as_str(), value.as_str().into());
    }
    Item::Value(Value::InlineTable(table))
}

/// The text under a key; empty where there is none.
pub(super) fn text_of<'a>(table: &'a Table, name: &str) -> &'a str {
    table.get(name).and_then(Item::as_str).unwrap_or("").trim()
}

pub(super) fn string(text: &str) -> Item {
    toml_edit::value(text)
}

fn strings(list: &[SmolStr]) -> Item {
    toml_edit::value(list.iter().map(SmolStr::as_str).collect::<Array>())
}

/// A title: a string, or a table where it has days.
pub(super) fn title_value(title: &Title) -> Value {
    if title.valid_from.is_none() && title.valid_until.is_none() {
        return title.text.as_str().into();
    }
    let mut table = InlineTable::new();
    table.insert("title", title.text.as_str().into());
    for (name, day) in [("valid-from", title.valid_from), ("valid-until", title.valid_until)] {
        if let Some(day) = day {
            table.insert(name, day_value(day));
        }
    }
    Value::InlineTable(table)
}

/// A day as TOML writes one, without quotation marks.
pub(super) fn day_value(day: Date) -> Value {
    let text = day.to_string();
    text.parse::<toml_edit::Datetime>()
        .map_or_else(|_| text.into(), Into::into)
}

/// A list with an item on each line.
fn lines(values: impl Iterator<Item = Value>) -> Array {
    let mut array = Array::new();
    for mut value in values {
        value.decor_mut().set_prefix("\n  ");
        array.push_formatted(value);
    }
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    array
}
