//! Adds to entries what they lack, whether they are in the file or about to be added. What an entry says is never
//! changed.

use smol_str::SmolStr;
use toml_edit::{Array, Item, Table, Value};

use crate::analysis::register::{Entry, EntryKind};
use crate::config::actors::merge::titles::add_title;
use crate::config::actors::written::{attributes, single_values, string, text_of};

/// Adds to an entry of the file what it lacks. Returns whether it did.
pub(super) fn extend_table(table: &mut Table, entry: &Entry, kept: &mut Vec<String>) -> bool {
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
    if !entry.attributes.is_empty() && !table.contains_key("attributes") {
        table.insert("attributes", attributes(&entry.attributes));
        changed = true;
    }
    changed
}

/// Adds to a new entry what another row of the import says about it.
pub(super) fn extend_entry(entry: &mut Entry, more: &Entry) {
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
    if entry.attributes.is_empty() {
        entry.attributes.clone_from(&more.attributes);
    }
}

fn has_text(table: &Table, list: &str, text: &str) -> bool {
    let list = table.get(list).and_then(Item::as_array);
    list.is_some_and(|list| list.iter().any(|known| known.as_str() == Some(text)))
}
