//! Finds entities by the roles they hold and by the words of their names. It chooses none.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::actors::{LocalRole, lower};
use crate::analysis::coreference::types::EntityId;

/// How many of those with one role, or with one word in their names, are told apart.
const LAST: usize = 24;

/// Entities met so far, by role and by name.
#[derive(Default)]
pub(super) struct EntityIndex {
    by_role: FxHashMap<SmolStr, Vec<EntityId>>,
    by_name_word: FxHashMap<SmolStr, Vec<EntityId>>,
}

impl EntityIndex {
    /// Adds an entity under the roles that a mention gives it.
    pub fn add_roles(&mut self, id: EntityId, roles: &[LocalRole]) {
        for role in roles {
            add(&mut self.by_role, role.head.clone(), id);
        }
    }

    /// Adds an entity under the words of its name but the first: "union" of "Harbour Workers' Union".
    pub fn add_name(&mut self, id: EntityId, name: &str) {
        for word in name.split_whitespace().skip(1) {
            let word = lower(word.trim_matches(|letter: char| !letter.is_alphanumeric()));
            add(&mut self.by_name_word, SmolStr::new(word), id);
        }
    }

    /// The last of those that hold the role `head` ("minister"), in the order they were met.
    pub fn with_role(&self, head: &str) -> Vec<EntityId> {
        last_of(self.by_role.get(head))
    }

    /// The last of those in whose name the word is ("union" in "Harbour Workers' Union").
    pub fn with_name_word(&self, word: &str) -> Vec<EntityId> {
        last_of(self.by_name_word.get(word))
    }
}

fn add(index: &mut FxHashMap<SmolStr, Vec<EntityId>>, word: SmolStr, id: EntityId) {
    let of_word = index.entry(word).or_default();
    if of_word.last() != Some(&id) {
        of_word.push(id);
    }
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
        for id in [0, 1, 0, 0, 2] {
            index.add_name(EntityId(id), "Harbour Workers’ Union,");
        }
        assert_eq!(index.with_name_word("union"), [EntityId(1), EntityId(0), EntityId(2)]);
        assert_eq!(index.with_name_word("harbour"), []);
        assert_eq!(index.with_role("captain"), []);
    }
}
