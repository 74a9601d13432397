//! Asks the mentions of a draft, one after the other, who they refer to: what a pronoun can refer to depends on all that was
//! resolved before it. What the last version found is taken over where nothing that it rests on is in doubt.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::actors::LocalMention;
use crate::analysis::change::Change;
use crate::analysis::coreference::doubt::WalkDoubt;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::entity_index::EntityIndex;
use crate::analysis::coreference::moved::Moved;
use crate::analysis::coreference::quoted::{Quoted, Said};
use crate::analysis::coreference::resolved::Resolved;
use crate::analysis::coreference::types::{Entity, EntityId, EntityState, Outcome};
use crate::analysis::coreference::{descriptions, pronouns};
use crate::analysis::{ActorId, ActorKind, BlockFacts, Mention, MentionForm, MentionId};
use crate::language::Person;
use crate::markup::{BlockId, Markup};

/// What one walk leaves for the next.
#[derive(Debug, Default)]
pub(super) struct Walked {
    resolved: Vec<Resolved>,
    /// The named actors, before any of them was met.
    named: Vec<Entity>,
    /// How many others were introduced.
    introduced: usize,
    /// The actor that the names gave each mention.
    by_name: Vec<Option<ActorId>>,
    /// The block of each mention.
    blocks: Vec<BlockId>,
    said: Vec<Said>,
    index: EntityIndex,
}

/// More words than this are forgotten with the walk: a draft that is typed leaves one with every key.
const WORDS: usize = 100_000;

/// Room for those who are introduced in this walk and were not in the last.
const SPARE: usize = 64;

/// The last walk, and what changed since.
pub(super) struct LastWalk<'a> {
    walked: Walked,
    change: &'a Change,
}

impl Walked {
    /// This walk, if the next can make use of it.
    pub fn if_useful(self, change: Option<&Change>) -> Option<LastWalk<'_>> {
        let change = change.filter(|_| !self.resolved.is_empty() && self.index.len() < WORDS)?;
        Some(LastWalk { walked: self, change })
    }

    /// The named actors, before any of them was met.
    pub fn named(&self) -> &[Entity] {
        &self.named
    }

    /// What was found about each mention.
    pub fn resolved(&self) -> &[Resolved] {
        &self.resolved
    }

    /// With the index that the walk used.
    pub fn with_index(self, index: EntityIndex) -> Self {
        Self { index, ..self }
    }
}

/// Walks all mentions. `named` are the entities that named actors are.
pub(super) fn walk<'a>(
    draft: (&'a Markup, &'a [Arc<BlockFacts>]),
    locals: &'a [(BlockId, &'a LocalMention)],
    named: Vec<Entity>,
    base: &[Mention],
    quoted: &'a Quoted<'a>,
    last: Option<LastWalk<'_>>,
) -> (Entities<'a>, Walked) {
    // Actors are matched by their numbers: one more or one less moves all, and another kind has other words found.
    let last = last.filter(|last| {
        let kinds = |named: &[Entity]| -> Vec<ActorKind> { named.iter().map(|entity| entity.kind).collect() };
        kinds(&last.walked.named) == kinds(&named)
    });
    let by_name: Vec<Option<ActorId>> = base.iter().map(|mention| mention.actor).collect();
    let blocks: Vec<BlockId> = locals.iter().map(|(block, _)| *block).collect();
    let (resolved, entities) = match last {
        Some(LastWalk { mut walked, change }) => {
            let index = std::mem::take(&mut walked.index);
            let mut all = Vec::with_capacity(named.len() + walked.introduced + SPARE);
            all.extend(named.iter().cloned());
            let mut entities = Entities::new(draft, locals, all, base, quoted, index);
            let resolved = again(&mut entities, walked, change, (&named, &by_name, &blocks));
            (resolved, entities)
        }
        None => {
            let mut entities = Entities::new(draft, locals, named.clone(), base, quoted, EntityIndex::default());
            let all = (0..locals.len()).map(|id| ask(&mut entities, MentionId(id)).0);
            (all.collect(), entities)
        }
    };
    let walked = Walked {
        resolved,
        introduced: entities.len() - named.len(),
        named,
        by_name,
        blocks,
        said: quoted.said.clone(),
        index: EntityIndex::default(),
    };
    (entities, walked)
}

/// Walks the mentions again.
fn again(
    entities: &mut Entities<'_>,
    last: Walked,
    change: &Change,
    (named, by_name, blocks): (&[Entity], &[Option<ActorId>], &[BlockId]),
) -> Vec<Resolved> {
    let moved = Moved::new(&last.blocks, blocks, change);
    let touched = moved.touched((&last.by_name, &last.said), by_name, &entities.quoted.said);
    let mut doubt = WalkDoubt::new(named.len(), last.introduced);
    for (at, (was, is)) in last.named.iter().zip(named).enumerate() {
        if !was.begins_like(is) {
            doubt.doubt(EntityId(at));
        }
    }
    let mut resolved = last.resolved;
    for (at, resolved) in resolved.iter_mut().take(moved.was.start).enumerate() {
        once_more(entities, MentionId(at), resolved, &mut doubt, &touched);
    }
    let mut states: FxHashMap<EntityId, EntityState> = FxHashMap::default();
    let known = entities.len();
    let mut fresh = Vec::with_capacity(moved.is.len());
    for at in moved.is.clone() {
        let (found, state) = ask(entities, MentionId(at));
        if let (Some(id), Some(state)) = (found.entity.filter(|id| id.0 < known), state) {
            states.entry(id).or_insert(state);
        }
        fresh.push(found);
    }
    let end = moved.was.end.min(resolved.len());
    let replaced: Vec<Resolved> = resolved.splice(moved.was.start.min(end)..end, fresh).collect();
    let fresh = resolved.get(moved.is.clone()).unwrap_or_default();
    if !replaced.is_empty() || !fresh.is_empty() {
        let met_before = |resolved: &Resolved| resolved.entity.and_then(|was| doubt.now(was)).filter(|id| id.0 < known);
        for id in replaced.iter().filter_map(met_before) {
            if let Some(entity) = entities.look(id) {
                states.entry(id).or_insert(entity.state());
            }
        }
        doubt.replace(&replaced, fresh, &states, entities);
    } else if !change.was.is_empty() || !change.is.is_empty() {
        doubt.look_back(entities);
    }
    for (at, resolved) in resolved.iter_mut().enumerate().skip(moved.is.end) {
        once_more(entities, MentionId(at), resolved, &mut doubt, &touched);
    }
    resolved
}

/// Makes what was found about a mention what is true of it now.
fn once_more(
    entities: &mut Entities<'_>,
    id: MentionId,
    resolved: &mut Resolved,
    doubt: &mut WalkDoubt,
    touched: &[bool],
) {
    let is_touched = entities.block(id).of(touched) == Some(&true);
    if is_touched {
        doubt.look_back(entities);
    }
    let is_settled = doubt.is_settled(entities);
    if is_touched || !is_settled && !is_still_true(entities, id, resolved, doubt) {
        let (found, _) = ask(entities, id);
        doubt.compare(resolved, &found, entities);
        *resolved = found;
        return;
    }
    let was = resolved.entity;
    if let Some(introduced) = &resolved.introduced {
        let now = entities.introduce(Entity::clone(introduced));
        if let Some(was) = was {
            doubt.meets_again(was, now);
        }
    }
    if doubt.is_renumbered() {
        resolved.renumber(|was| doubt.now(was));
    }
    if let Some(entity) = resolved.entity {
        entities.meet(id, entity, &resolved.how);
        // Where nobody is in another state, this one is not, either.
        if !is_settled {
            resolved.after = entities.look(entity).map(Entity::state).unwrap_or_default();
        }
    }
}

/// Whether what was found about a mention is true as it was, although something is in doubt.
fn is_still_true(entities: &Entities<'_>, id: MentionId, resolved: &Resolved, doubt: &WalkDoubt) -> bool {
    let local = entities.local(id);
    // A name refers to whom the names gave it, whatever is around it.
    if local.is_some_and(|local| local.form == MentionForm::Named) {
        return true;
    }
    let role = match local.map(|local| (local.form, local.roles.first())) {
        Some((MentionForm::Nominal, Some(role))) => Some(role.head.as_str()),
        _ => None,
    };
    doubt.trusts(resolved, role, entities)
}

/// Asks a mention who it refers to; also gives what that entity was like before.
fn ask(entities: &mut Entities<'_>, id: MentionId) -> (Resolved, Option<EntityState>) {
    entities.take_consulted();
    let outcome = entities.local(id).and_then(|local| outcome(entities, id, local));
    let mut resolved = Resolved {
        consulted: entities.take_consulted(),
        ..Resolved::default()
    };
    resolved.entity = match &outcome {
        Some(Outcome::Found { entity, .. }) => Some(*entity),
        Some(Outcome::New) => entities.introduced_by(id).map(|introduced| {
            resolved.introduced = Some(Box::new(introduced.clone()));
            entities.introduce(introduced)
        }),
        Some(Outcome::Open { .. } | Outcome::Tie { .. }) | None => None,
    };
    resolved.outcome = outcome;
    let Some(entity) = resolved.entity else {
        return (resolved, None);
    };
    let known = entities.look(entity);
    let before = known.map(Entity::state);
    if known.is_some_and(|known| known.actor.is_some()) {
        resolved.roles = roles(entities, id);
    }
    resolved.how = entities.how(id, entity);
    entities.meet(id, entity, &resolved.how);
    resolved.after = entities.look(entity).map(Entity::state).unwrap_or_default();
    (resolved, before)
}

/// The roles that a mention gives, in words.
fn roles(entities: &Entities<'_>, id: MentionId) -> SmolStr {
    let text = entities.text(id);
    let roles = entities.local(id).map_or(&[][..], |local| &local.roles);
    if roles.is_empty() {
        return SmolStr::default();
    }
    let words = roles
        .iter()
        .flat_map(|role| [role.head.as_str(), "\t", role.span.of(text), "\n"]);
    words.collect()
}

/// Who a mention refers to; `None` where it is not asked yet.
fn outcome(entities: &Entities<'_>, id: MentionId, local: &LocalMention) -> Option<Outcome> {
    match local.form {
        MentionForm::Named => entities.of(id).map(Outcome::sure),
        MentionForm::Nominal => Some(descriptions::resolve(entities, id)),
        MentionForm::Pronoun if local.person == Some(Person::Third) => Some(pronouns::third_person(entities, id)),
        MentionForm::Pronoun => None,
    }
}
