//! Entries written into the text of an actor file: what is there, comments and order included, is kept. It opens no file
//! and takes nothing out.

mod extend;
#[cfg(test)]
mod tests;
mod titles;

use std::collections::{HashMap, HashSet};

use smol_str::SmolStr;
use toml_edit::{DocumentMut, Item, Table};

use crate::analysis::register::{Entry, id_of, key};
use crate::config::actors::merge::extend::{Listed, NewEntry, extend_table};
use crate::config::actors::written::{text_of, toml_of};

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
    /// The text is not an actor file.
    #[error("this is not valid TOML: {0}")]
    Toml(String),
    /// The entries are in an inline list.
    #[error("“actor” is written as one list; write each entry below a line [[actor]] of its own")]
    InlineList,
}

/// Merges entries into the text of an actor file. An entry that the file has, by its id or else by its name, takes up
/// aliases, misspellings and titles that it lacks, and single values where it has none; the others are added at the end.
///
/// # Errors
/// If the text is not TOML, or has its entries in an inline list.
pub fn merge(text: &str, entries: &[Entry]) -> Result<Merged, MergeError> {
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| MergeError::Toml(error.message().trim_end().to_owned()))?;
    let mut known = KnownEntries::of(&document)?;
    let in_file = known.count;
    let mut merged = Merged::default();
    let mut listed: HashMap<usize, Listed> = HashMap::new();
    let mut extended: HashSet<usize> = HashSet::new();
    let mut new: Vec<NewEntry> = Vec::new();
    for entry in entries {
        match known.position(entry) {
            Some(at) if at < in_file => {
                if let Some(table) = table_mut(&mut document, at) {
                    let listed = listed.entry(at).or_insert_with(|| Listed::of(table));
                    if extend_table(table, listed, entry, &mut merged.kept) && extended.insert(at) {
                        merged.extended.push(entry.id.clone());
                    }
                }
            }
            // A row that adds to an entry of the same import.
            Some(at) => {
                if let Some(before) = new.get_mut(at - in_file) {
                    before.extend(entry);
                }
            }
            None => {
                known.add(entry.id.to_string(), &entry.name);
                new.push(NewEntry::new(entry.clone()));
            }
        }
    }
    // Where no entry changed, the text is left byte for byte.
    merged.text = if merged.extended.is_empty() {
        text.to_owned()
    } else {
        document.to_string()
    };
    for NewEntry { entry, .. } in &new {
        append(&mut merged.text, entry);
        merged.added.push(entry.id.clone());
    }
    Ok(merged)
}

/// The entries of a file and of an import, by id and by name.
struct KnownEntries {
    count: usize,
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl KnownEntries {
    fn of(document: &DocumentMut) -> Result<Self, MergeError> {
        let mut known = Self {
            count: 0,
            by_id: HashMap::new(),
            by_name: HashMap::new(),
        };
        let Some(item) = document.get("actor") else {
            return Ok(known);
        };
        for table in item.as_array_of_tables().ok_or(MergeError::InlineList)? {
            let name = text_of(table, "name");
            let id = match text_of(table, "id") {
                "" => id_of(name),
                id => id.to_owned(),
            };
            known.add(id, name);
        }
        Ok(known)
    }

    /// Adds an entry at the end; the first one keeps an id or a name.
    fn add(&mut self, id: String, name: &str) {
        self.by_id.entry(id).or_insert(self.count);
        self.by_name.entry(key(name)).or_insert(self.count);
        self.count += 1;
    }

    fn position(&self, entry: &Entry) -> Option<usize> {
        self.by_id
            .get(entry.id.as_str())
            .or_else(|| self.by_name.get(&key(&entry.name)))
            .copied()
    }
}

fn table_mut(document: &mut DocumentMut, at: usize) -> Option<&mut Table> {
    document
        .get_mut("actor")
        .and_then(Item::as_array_of_tables_mut)
        .and_then(|tables| tables.get_mut(at))
}

/// Adds an entry at the end of a file, after an empty line.
fn append(text: &mut String, entry: &Entry) {
    if !text.is_empty() {
        text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
    }
    text.push_str(&toml_of(entry));
}
