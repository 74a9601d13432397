//! Entries written into the text of an actor file: what stands there, comments and order included, is kept. It opens no
//! file and takes nothing out.

use std::collections::HashMap;

use jiff::civil::Date;
use smol_str::SmolStr;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value};

use crate::analysis::register::{Entry, EntryKind, Title, key};
use crate::config::actors::read;

/// What became of entries that were merged into a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The new text of the file.
    pub text: String,
    /// Ids of entries that were added.
    pub added: Vec<SmolStr>,
    /// Ids of entries that took something up.
    pub extended: Vec<SmolStr>,
    /// Where the file says something else than the new entry; the file's word was kept. One sentence each.
    pub kept: Vec<String>,
}

/// Why entries cannot be merged into a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// The text is no actor file.
    #[error("this is not valid TOML: {0}")]
    Toml(String),
    /// The entries stand in a list.
    #[error("“actor” is written as one list; write each entry below a line [[actor]] of its own")]
    InlineList,
}

/// Merges entries into the text of an actor file. An entry that the file has, by its id or else by its name, takes up
/// aliases, misspellings and titles that it lacks, and single values where it has none; the others are added at the end.
///
/// # Errors
/// Where the text is no TOML, or holds its entries in an inline list.
pub fn merge(text: &str, entries: &[Entry]) -> Result<Merged, MergeError> {
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| MergeError::Toml(error.message().trim_end().to_owned()))?;
    let mut merged = Merged::default();
    let (mut by_id, mut by_name) = (HashMap::new(), HashMap::new());
    let mut new: Vec<Entry> = Vec::new();
    let known = match document.get("actor") {
        None => 0,
        Some(item) => item.as_array_of_tables().ok_or(MergeError::InlineList)?.len(),
    };
    if let Some(tables) = document.get("actor").and_then(Item::as_array_of_tables) {
        for (at, table) in tables.iter().enumerate() {
            let name = text_of(table, "name");
            let id = match text_of(table, "id") {
                "" => key(name).replace(' ', "-"),
                id => id.to_owned(),
            };
            by_id.entry(id).or_insert(at);
            by_name.entry(key(name)).or_insert(at);
        }
    }
    for entry in entries {
        let at = by_id
            .get(entry.id.as_str())
            .or_else(|| by_name.get(&key(&entry.name)))
            .copied();
        match at {
            Some(at) if at < known => {
                let table = document
                    .get_mut("actor")
                    .and_then(Item::as_array_of_tables_mut)
                    .and_then(|tables| tables.get_mut(at));
                if let Some(table) = table
                    && extend_table(table, entry, &mut merged.kept)
                    && !merged.extended.contains(&entry.id)
                {
                    merged.extended.push(entry.id.clone());
                }
            }
            // A row that goes on with an entry of the same import.
            Some(at) => {
                if let Some(before) = new.get_mut(at - known) {
                    extend_entry(before, entry);
                }
            }
            None => {
                by_id.insert(entry.id.to_string(), known + new.len());
                by_name.entry(key(&entry.name)).or_insert(known + new.len());
                new.push(entry.clone());
            }
        }
    }
    // Where no entry changed, the text is left byte for byte.
    merged.text = if merged.extended.is_empty() {
        text.to_owned()
    } else {
        document.to_string()
    };
    for entry in &new {
        if !merged.text.is_empty() {
            let line_breaks = if merged.text.ends_with('\n') { "\n" } else { "\n\n" };
            merged.text.push_str(line_breaks);
        }
        merged.text.push_str(&toml_of(entry));
        merged.added.push(entry.id.clone());
    }
    Ok(merged)
}

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
    if entry.id != key(&entry.name).replace(' ', "-") {
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
            table.insert("title", Item::Value(title(only)));
        }
        several => {
            table.insert("titles", Item::Value(Value::Array(lines(several.iter().map(title)))));
        }
    }
    for (name, value) in single_values(entry) {
        if let Some(value) = value {
            table.insert(name, string(value));
        }
    }
    format!("[[actor]]\n{table}")
}

fn single_values(entry: &Entry) -> [(&'static str, Option<&SmolStr>); 4] {
    [
        ("pronouns", entry.pronouns.as_ref()),
        ("affiliation", entry.affiliation.as_ref()),
        ("note", entry.note.as_ref()),
        ("link", entry.link.as_ref()),
    ]
}

/// Has an entry of the file take up what it lacks. Tells whether it did.
fn extend_table(table: &mut Table, entry: &Entry, kept: &mut Vec<String>) -> bool {
    let mut changed = false;
    let name = text_of(table, "name").to_owned();
    let is_same_name = name == entry.name || has_text(table, "aliases", &entry.name);
    if !is_same_name {
        kept.push(format!("“{name}” keeps its name; the new one is “{}”", entry.name));
    }
    if !table.contains_key("kind") {
        table.insert("kind", string(entry.kind.name()));
        changed = true;
    } else if EntryKind::from_name(text_of(table, "kind")).is_some_and(|kind| kind != entry.kind) {
        let kind = text_of(table, "kind");
        kept.push(format!(
            "“{name}” stays of the kind “{kind}”; the new one is “{}”",
            entry.kind.name()
        ));
    }
    for (list, texts) in [("aliases", &entry.aliases), ("misspellings", &entry.misspellings)] {
        for text in texts.iter().filter(|text| **text != name) {
            if has_text(table, list, text) {
                continue;
            }
            let array = table
                .entry(list)
                .or_insert_with(|| Item::Value(Value::Array(Array::new())));
            if let Some(array) = array.as_array_mut() {
                array.push(text.as_str());
                changed = true;
            }
        }
    }
    for new in &entry.titles {
        changed |= add_title(table, new, &name, kept);
    }
    for (single, value) in single_values(entry) {
        let Some(value) = value else { continue };
        if !table.contains_key(single) {
            table.insert(single, string(value));
            changed = true;
        } else if text_of(table, single) != value {
            kept.push(format!("“{name}” keeps its {single}; the new one is “{value}”"));
        }
    }
    changed
}

/// Adds a title, unless the entry has it already. One with the same words and other days is told and not added.
fn add_title(table: &mut Table, new: &Title, name: &str, kept: &mut Vec<String>) -> bool {
    let known: Vec<Title> = titles_in(table);
    if known.contains(new) {
        return false;
    }
    if known
        .iter()
        .any(|title| title.text.to_lowercase() == new.text.to_lowercase())
    {
        let same_days = |title: &&Title| new.valid_from.is_none() && new.valid_until.is_none() || *title == new;
        if !known.iter().any(|title| same_days(&title)) {
            kept.push(format!("“{name}” keeps the days of its title “{}”", new.text));
        }
        return false;
    }
    if !table.contains_key("titles") && !table.contains_key("title") {
        table.insert("title", Item::Value(title(new)));
        return true;
    }
    let list = table
        .entry("titles")
        .or_insert_with(|| Item::Value(Value::Array(Array::new())));
    if let Some(array) = list.as_array_mut() {
        array.push_formatted(spaced(array.is_empty(), title(new)));
        return true;
    }
    if let Some(tables) = list.as_array_of_tables_mut() {
        let mut added = Table::new();
        added.insert("title", string(&new.text));
        for (name, day) in [("valid-from", new.valid_from), ("valid-until", new.valid_until)] {
            if let Some(day) = day {
                added.insert(name, Item::Value(date(day)));
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

fn extend_entry(entry: &mut Entry, more: &Entry) {
    let add = |to: &mut Vec<SmolStr>, from: &[SmolStr]| {
        for text in from {
            if !to.contains(text) {
                to.push(text.clone());
            }
        }
    };
    add(&mut entry.aliases, &more.aliases);
    add(&mut entry.misspellings, &more.misspellings);
    for title in &more.titles {
        if !entry.titles.contains(title) {
            entry.titles.push(title.clone());
        }
    }
    for (to, from) in [
        (&mut entry.pronouns, &more.pronouns),
        (&mut entry.affiliation, &more.affiliation),
        (&mut entry.note, &more.note),
        (&mut entry.link, &more.link),
    ] {
        if to.is_none() {
            to.clone_from(from);
        }
    }
}

fn text_of<'a>(table: &'a Table, name: &str) -> &'a str {
    table.get(name).and_then(Item::as_str).unwrap_or("").trim()
}

fn has_text(table: &Table, list: &str, text: &str) -> bool {
    let list = table.get(list).and_then(Item::as_array);
    list.is_some_and(|list| list.iter().any(|known| known.as_str() == Some(text)))
}

fn string(text: &str) -> Item {
    toml_edit::value(text)
}

fn strings(list: &[SmolStr]) -> Item {
    toml_edit::value(list.iter().map(SmolStr::as_str).collect::<Array>())
}

fn title(title: &Title) -> Value {
    if title.valid_from.is_none() && title.valid_until.is_none() {
        return title.text.as_str().into();
    }
    let mut table = InlineTable::new();
    table.insert("title", title.text.as_str().into());
    for (name, day) in [("valid-from", title.valid_from), ("valid-until", title.valid_until)] {
        if let Some(day) = day {
            table.insert(name, date(day));
        }
    }
    Value::InlineTable(table)
}

/// A day as TOML writes one, without quotation marks.
fn date(day: Date) -> Value {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse_date;

    const FILE: &str = "# The desk's who's who.\n\n[[actor]] # since the flood\nname = \"Rosa Weil\"\nkind = \"person\"\n\
        aliases = [\n  \"R. Weil\", # in tables\n]\ntitle = \"Mayor\"\n";

    fn weil() -> Entry {
        Entry::named("rosa-weil", EntryKind::Person, "Rosa Weil")
    }

    #[test]
    fn what_is_added_can_be_read_again() {
        let mut entry = Entry::named("holt", EntryKind::Person, "Tom “Duke” Holt");
        entry.aliases = vec!["T. Holt".into()];
        entry.note = Some("two\nlines".into());
        let day = |text| parse_date(text);
        for (text, from, until) in [
            ("captain", None, None),
            ("Harbour Master", day("2029-09-01"), day("2031-03-31")),
        ] {
            entry.titles.push(Title {
                text: text.into(),
                valid_from: from,
                valid_until: until,
            });
            let (entries, problems) = read(&toml_of(&entry));
            assert_eq!(problems, []);
            assert_eq!(
                entries,
                [Entry {
                    line: 1,
                    ..entry.clone()
                }]
            );
        }
    }

    #[test]
    fn comments_and_order_are_kept() {
        let mut more = weil();
        more.aliases = vec!["R. Weil".into(), "Rosa B. Weil".into()];
        more.pronouns = Some("she/her".into());
        let merged = merge(FILE, &[more, Entry::named("holt", EntryKind::Person, "Tom Holt")]).unwrap();
        assert_eq!(
            (merged.added.as_slice(), merged.extended.as_slice()),
            (["holt".into()].as_slice(), ["rosa-weil".into()].as_slice())
        );
        for kept in ["# The desk's who's who.", "# since the flood", "# in tables"] {
            assert!(merged.text.contains(kept), "{}", merged.text);
        }
        let (entries, problems) = read(&merged.text);
        assert_eq!(problems, []);
        assert_eq!(entries[0].aliases, ["R. Weil", "Rosa B. Weil"]);
        assert_eq!(entries[0].pronouns.as_deref(), Some("she/her"));
        assert_eq!(entries[1].id, "holt");
    }

    #[test]
    fn nothing_new_leaves_the_text_as_it_is() {
        let mut same = weil();
        same.titles = vec![Title {
            text: "mayor".into(),
            valid_from: None,
            valid_until: None,
        }];
        let merged = merge(FILE, &[same]).unwrap();
        assert_eq!(merged.text, FILE);
        assert_eq!(
            (merged.added.len(), merged.extended.len(), merged.kept.len()),
            (0, 0, 0)
        );
    }

    #[test]
    fn the_word_of_the_file_is_kept_and_told() {
        let mut other = Entry::named("rosa-weil", EntryKind::Organization, "Rosa Weill");
        other.titles = vec![Title {
            text: "Mayor".into(),
            valid_from: parse_date("2030-01-01"),
            valid_until: None,
        }];
        let merged = merge(FILE, &[other]).unwrap();
        assert_eq!(merged.text, FILE);
        assert_eq!(merged.kept.len(), 3, "{:?}", merged.kept);
    }

    #[test]
    fn a_second_title_makes_a_list() {
        let mut more = weil();
        more.titles = vec![Title {
            text: "Senator".into(),
            valid_from: None,
            valid_until: None,
        }];
        let merged = merge(FILE, &[more.clone()]).unwrap();
        let titles: Vec<_> = read(&merged.text)
            .0
            .remove(0)
            .titles
            .into_iter()
            .map(|title| title.text)
            .collect();
        assert_eq!(titles, ["Mayor", "Senator"]);
        let tables = "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n\n[[actor.titles]]\ntitle = \"Mayor\"\n";
        let merged = merge(tables, &[more]).unwrap();
        assert_eq!(read(&merged.text).0[0].titles.len(), 2, "{}", merged.text);
    }

    #[test]
    fn rows_that_go_on_with_a_new_entry_are_joined() {
        let mut one = weil();
        one.titles = vec![Title {
            text: "Mayor".into(),
            valid_from: None,
            valid_until: None,
        }];
        let mut two = weil();
        two.titles = vec![Title {
            text: "Senator".into(),
            valid_from: None,
            valid_until: None,
        }];
        let merged = merge("", &[one, two]).unwrap();
        assert_eq!(merged.added, ["rosa-weil"]);
        assert_eq!(read(&merged.text).0[0].titles.len(), 2);
    }

    #[test]
    fn what_is_no_actor_file_is_refused() {
        assert!(matches!(merge("[[actor\n", &[weil()]), Err(MergeError::Toml(_))));
        assert_eq!(merge("actor = []\n", &[weil()]), Err(MergeError::InlineList));
    }
}
