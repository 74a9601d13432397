//! Adds to entries what they lack, whether they are in the file or about to be added. What an entry says is never
//! changed.

use std::collections::HashSet;
use std::hash::Hash;

use smol_str::SmolStr;
use toml_edit::{Array, Item, Table, Value};

use crate::analysis::register::{Entry, EntryKind, Title};
use crate::config::actors::merge::titles::{KnownTitles, add_title};
use crate::config::actors::written::{attributes, single_values, string, text_of};

/// What a table of the file lists. It is read once, however many rows add to it.
pub(super) struct Listed {
    aliases: HashSet<String>,
    misspellings: HashSet<String>,
    titles: KnownTitles,
}

impl Listed {
    /// What this table lists.
    pub(super) fn of(table: &Table) -> Self {
        Self {
            aliases: texts(table, "aliases"),
            misspellings: texts(table, "misspellings"),
            titles: KnownTitles::of(table),
        }
    }
}

/// Adds to an entry of the file what it lacks. Returns whether it did.
pub(super) fn extend_table(table: &mut Table, listed: &mut Listed, entry: &Entry, kept: &mut Vec<String>) -> bool {
    let mut changed = false;
    let name = text_of(table, "name").to_owned();
    let is_same_name = name == entry.name || listed.aliases.contains(entry.name.as_str());
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
    for (list, texts, known) in [
        ("aliases", &entry.aliases, &mut listed.aliases),
        ("misspellings", &entry.misspellings, &mut listed.misspellings),
    ] {
        for text in texts.iter().filter(|text| **text != name) {
            if !known.insert(text.to_string()) {
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
        changed |= add_title(table, &mut listed.titles, new, &name, kept);
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
    if !entry.attributes.is_empty() && !table.contains_key("attributes") {
        table.insert("attributes", attributes(&entry.attributes));
        changed = true;
    }
    changed
}

/// An entry that is about to be added.
pub(super) struct NewEntry {
    /// What the rows say so far.
    pub(super) entry: Entry,
    aliases: HashSet<SmolStr>,
    misspellings: HashSet<SmolStr>,
    titles: HashSet<Title>,
}

impl NewEntry {
    /// What the first row says.
    pub(super) fn new(entry: Entry) -> Self {
        Self {
            aliases: entry.aliases.iter().cloned().collect(),
            misspellings: entry.misspellings.iter().cloned().collect(),
            titles: entry.titles.iter().cloned().collect(),
            entry,
        }
    }

    /// Adds what another row of the import says about it.
    pub(super) fn extend(&mut self, more: &Entry) {
        let entry = &mut self.entry;
        add(&mut entry.aliases, &mut self.aliases, &more.aliases);
        add(&mut entry.misspellings, &mut self.misspellings, &more.misspellings);
        add(&mut entry.titles, &mut self.titles, &more.titles);
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
        if entry.attributes.is_empty() {
            entry.attributes.clone_from(&more.attributes);
        }
    }
}

/// Adds what is not known yet.
fn add<T: Clone + Eq + Hash>(list: &mut Vec<T>, known: &mut HashSet<T>, more: &[T]) {
    list.extend(more.iter().filter(|one| known.insert((*one).clone())).cloned());
}

fn texts(table: &Table, list: &str) -> HashSet<String> {
    let list = table.get(list).and_then(Item::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
