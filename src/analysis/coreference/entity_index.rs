//! Finds entities by the roles they hold and by the words of their names. It chooses none.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::actors::{LocalRole, lower};
use crate::analysis::coreference::types::EntityId;

/// How many of those with one role, or with one word in their names, are told apart.
const LAST: usize = 24;

/// A role, or a word of names, under which entities are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct IndexEntry(usize);

/// Entities met so far, by role and by name.
#[derive(Debug, Default)]
pub(super) struct EntityIndex {
    by_role: FxHashMap<SmolStr, IndexEntry>,
    by_name_word: FxHashMap<SmolStr, IndexEntry>,
    lists: Vec<Vec<EntityId>>,
}

impl EntityIndex {
    /// The entries of the roles that a mention gives.
    pub fn of_roles(&mut self, roles: &[LocalRole], entries: &mut Vec<IndexEntry>) {
        for role in roles {
            entries.push(entry(&mut self.by_role, &mut self.lists, &role.head));
        }
    }

    /// The entries of the words of a name but the first: "union" of "Harbour Workers' Union".
    pub fn of_name(&mut self, name: &str, entries: &mut Vec<IndexEntry>) {
        for word in name.split_whitespace().skip(1) {
            let word = lower(word.trim_matches(|letter: char| !letter.is_alphanumeric()));
            entries.push(entry(&mut self.by_name_word, &mut self.lists, &word));
        }
    }

    /// Adds an entity under an entry.
    pub fn add(&mut self, entry: IndexEntry, id: EntityId) {
        if let Some(list) = self.lists.get_mut(entry.0)
            && list.last() != Some(&id)
        {
            list.push(id);
        }
    }

    /// The last of those that hold the role `head` ("minister"), in the order they were met.
    pub fn with_role(&self, head: &str) -> Vec<EntityId> {
        last_of(self.by_role.get(head).and_then(|entry| self.lists.get(entry.0)))
    }

    /// The last of those in whose name the word is ("union" in "Harbour Workers' Union").
    pub fn with_name_word(&self, word: &str) -> Vec<EntityId> {
        last_of(self.by_name_word.get(word).and_then(|entry| self.lists.get(entry.0)))
    }

    /// The entries under which a description with this role is looked up.
    pub fn asked_for(&self, head: &str) -> impl Iterator<Item = IndexEntry> {
        let found = [self.by_role.get(head), self.by_name_word.get(head)];
        found.into_iter().flatten().copied()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.lists.len()
    }

    /// Forgets all entities, but not the entries.
    pub fn clear(&mut self) {
        self.lists.iter_mut().for_each(Vec::clear);
    }
}

fn entry(known: &mut FxHashMap<SmolStr, IndexEntry>, lists: &mut Vec<Vec<EntityId>>, word: &str) -> IndexEntry {
    if let Some(entry) = known.get(word) {
        return *entry;
    }
    let entry = IndexEntry(lists.len());
    lists.push(Vec::new());
    known.insert(word.into(), entry);
    entry
}

/// The last few of a list, without duplicates: more are never told apart, and looking at all would not be linear.
fn last_of(list: Option<&Vec<EntityId>>) -> Vec<EntityId> {
    let Some(list) = list else { return Vec::new() };
    let mut last: Vec<EntityId> = Vec::with_capacity(list.len().min(LAST));
    for id in list.iter().rev().take(LAST) {
        if !last.contains(id) {
            last.push(*id);
        }
    }
    last.reverse();
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_bearers_are_found_once_each() {
        let mut index = EntityIndex::default();
        let mut entries = Vec::new();
        index.of_name("Harbour Workers’ Union,", &mut entries);
        for id in [0, 1, 0, 0, 2] {
            entries.iter().for_each(|entry| index.add(*entry, EntityId(id)));
        }
        assert_eq!(index.with_name_word("union"), [EntityId(1), EntityId(0), EntityId(2)]);
        assert_eq!(index.with_name_word("harbour"), []);
        assert_eq!(index.with_role("captain"), []);
    }
}
