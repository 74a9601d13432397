//! What is not as it was when the mentions of a draft are walked again: who has another number, who is in another state, and
//! under which words others are found. What rests on none of this is true as it was.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::entity_index::IndexEntry;
use crate::analysis::coreference::resolved::Resolved;
use crate::analysis::coreference::types::{Entity, EntityId, EntityState};

/// How many mentions are met after a change before nothing looks back beyond it; no search looks further.
const WINDOW: usize = 64;

/// What is not as it was.
#[derive(Debug, Default)]
pub(super) struct WalkDoubt {
    named: usize,
    /// For each entity that was introduced in the last walk, the one that it is in this one.
    now: Vec<Option<EntityId>>,
    is_renumbered: bool,
    /// Those in another state than in the last walk.
    entities: FxHashSet<EntityId>,
    /// Under which others are found.
    entries: FxHashSet<IndexEntry>,
    /// Until so many mentions were met, all are asked again.
    until: usize,
}

impl WalkDoubt {
    /// Nothing is in doubt. The last walk met so many named actors, and so many others.
    pub fn new(named: usize, introduced: usize) -> Self {
        Self {
            named,
            now: vec![None; introduced],
            ..Self::default()
        }
    }

    /// Who an entity of the last walk is in this one.
    pub fn now(&self, was: EntityId) -> Option<EntityId> {
        match was.0.checked_sub(self.named) {
            Some(introduced) => self.now.get(introduced).copied().flatten(),
            None => Some(was),
        }
    }

    /// Whether numbers are others than in the last walk.
    pub fn is_renumbered(&self) -> bool {
        self.is_renumbered
    }

    /// An entity of the last walk was introduced again.
    pub fn meets_again(&mut self, was: EntityId, now: EntityId) {
        self.is_renumbered |= was != now;
        if let Some(slot) = was.0.checked_sub(self.named).and_then(|at| self.now.get_mut(at)) {
            *slot = Some(now);
        }
    }

    /// An entity is in another state than it was.
    pub fn doubt(&mut self, id: EntityId) {
        self.entities.insert(id);
    }

    /// Nothing that looks back from here is sure.
    pub fn look_back(&mut self, entities: &Entities<'_>) {
        self.until = entities.met() + WINDOW;
    }

    /// Whether nothing is in doubt: whatever was found here is still true.
    pub fn is_settled(&self, entities: &Entities<'_>) -> bool {
        entities.met() >= self.until && !self.is_renumbered && self.entities.is_empty() && self.entries.is_empty()
    }

    /// Whether what was found about a mention is still true; `role` is the head of the description that it is.
    pub fn trusts(&self, resolved: &Resolved, role: Option<&str>, entities: &Entities<'_>) -> bool {
        if entities.met() < self.until || self.named == 0 && self.is_renumbered {
            return false;
        }
        let is_same = |was: &EntityId| self.now(*was).is_some_and(|now| !self.entities.contains(&now));
        let is_sure = self.entities.is_empty() && !self.is_renumbered || resolved.consulted.iter().all(is_same);
        let is_doubted = |role: &str| {
            entities
                .index
                .asked_for(role)
                .any(|entry| self.entries.contains(&entry))
        };
        is_sure && (self.entries.is_empty() || !role.is_some_and(is_doubted))
    }

    /// A mention was asked again.
    pub fn compare(&mut self, before: &Resolved, resolved: &Resolved, entities: &Entities<'_>) {
        let was = before.entity.and_then(|was| self.now(was));
        match (&before.introduced, &resolved.introduced) {
            (Some(introduced), Some(again)) => {
                if let (Some(was), Some(now)) = (before.entity, resolved.entity) {
                    self.meets_again(was, now);
                    if !introduced.begins_like(again) || before.how != resolved.how {
                        self.doubt(now);
                        self.look_back(entities);
                    }
                }
                if before.how == resolved.how {
                    return;
                }
            }
            (None, None) if resolved.does_as(before, was) => return,
            (None, None) => {}
            (Some(_), None) | (None, Some(_)) => self.is_renumbered = true,
        }
        self.entities.extend(was.into_iter().chain(resolved.entity));
        let entries = before.how.entries.iter().chain(&resolved.how.entries);
        self.entries.extend(entries.copied());
        self.look_back(entities);
    }

    /// Whom the mentions introduce: those who are introduced as before are met again, others change the numbers.
    fn compare_introduced(&mut self, was: &[Resolved], is: &[Resolved]) {
        let introduced = |resolved: &[Resolved]| -> Vec<(EntityId, Entity)> {
            let introduced = resolved
                .iter()
                .filter_map(|resolved| Some((resolved.entity?, resolved.introduced.as_deref()?.clone())));
            introduced.collect()
        };
        let (old, new) = (introduced(was), introduced(is));
        self.is_renumbered |= old.len() != new.len();
        for ((was, old), (now, new)) in old.iter().zip(&new) {
            if old.begins_like(new) {
                self.meets_again(*was, *now);
            } else {
                self.is_renumbered = true;
            }
        }
    }

    /// The mentions `was` were replaced by `is`; `before` has the state of everybody met in `is` who was there before.
    pub fn replace(
        &mut self,
        was: &[Resolved],
        is: &[Resolved],
        before: &FxHashMap<EntityId, EntityState>,
        entities: &Entities<'_>,
    ) {
        self.compare_introduced(was, is);
        // What everybody was like after the mentions that were there, and what the words give them.
        let mut after: FxHashMap<EntityId, EntityState> = before.clone();
        let mut roles: FxHashMap<EntityId, Vec<&str>> = FxHashMap::default();
        let mut entries: FxHashMap<IndexEntry, Vec<Option<EntityId>>> = FxHashMap::default();
        for resolved in was {
            let now = resolved.entity.and_then(|was| self.now(was));
            if let Some(now) = now {
                after.insert(now, resolved.after);
                roles.entry(now).or_default().extend(some(&resolved.roles));
            }
            for entry in resolved.how.entries.iter().filter(|_| resolved.entity.is_some()) {
                entries.entry(*entry).or_default().push(now);
            }
        }
        let mut roles_now: FxHashMap<EntityId, Vec<&str>> = FxHashMap::default();
        let mut entries_now: FxHashMap<IndexEntry, Vec<Option<EntityId>>> = FxHashMap::default();
        for resolved in is {
            if let Some(now) = resolved.entity {
                roles_now.entry(now).or_default().extend(some(&resolved.roles));
            }
            for entry in resolved.how.entries.iter().filter(|_| resolved.entity.is_some()) {
                entries_now.entry(*entry).or_default().push(resolved.entity);
            }
        }
        let none = Vec::new();
        let met = roles.keys().chain(roles_now.keys());
        let other: Vec<EntityId> = met
            .filter(|id| {
                let state = entities.look(**id).map(Entity::state);
                let has_other_roles = roles.get(*id).unwrap_or(&none) != roles_now.get(*id).unwrap_or(&none);
                after.get(*id).copied() != state || has_other_roles
            })
            .copied()
            .collect();
        self.entities.extend(other);
        let words = entries.keys().chain(entries_now.keys());
        let other = words.filter(|entry| entries.get(*entry) != entries_now.get(*entry));
        self.entries.extend(other.copied());
        self.look_back(entities);
    }
}

fn some(roles: &str) -> Option<&str> {
    (!roles.is_empty()).then_some(roles)
}
