//! Those who hold the role that a description says: "the minister" after "Finance Minister Rosa Weil", "the sailor" after "a
//! tall sailor". It looks at no names.

use smol_str::{SmolStr, format_smolstr};

use crate::analysis::MentionId;
use crate::analysis::actors::{Determiner, LocalMention, lower};
use crate::analysis::coreference::descriptions::answers::{foremost, found, tie};
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::types::{EntityId, Outcome};
use crate::language::Number;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 60;

/// The one among `holders` of its role that the description refers to: the same words again, or fewer of them.
pub(super) fn holder_of_role(
    entities: &Entities<'_>,
    id: MentionId,
    description: &LocalMention,
    holders: &[EntityId],
    modifiers: &[SmolStr],
) -> Option<Outcome> {
    let head = &description.roles.first()?.head;
    let is_definite = description.determiner == Determiner::Definite;
    let is_plural = description.number == Some(Number::Plural);
    if !is_definite && description.determiner != Determiner::Possessed && !is_plural {
        return None;
    }
    let fitting: Vec<EntityId> = holders
        .iter()
        .copied()
        .filter(|id| has_modifiers(entities, *id, head, modifiers))
        .collect();
    match fitting.as_slice() {
        [only] if is_definite || !modifiers.is_empty() => Some(found(entities, *only, 0.85, |name| {
            format_smolstr!("{name}, the only {head} introduced so far")
        })),
        [_, .., last] if is_definite && modifiers.is_empty() => {
            Some(one_of_several(entities, id, head, &fitting, *last))
        }
        _ => None,
    }
}

/// Of several holders without names the last one if it was just mentioned, else the one that the draft is about. Of several
/// with names none.
fn one_of_several(entities: &Entities<'_>, id: MentionId, head: &str, fitting: &[EntityId], last: EntityId) -> Outcome {
    let is_named = |id: &&EntityId| entities.get(**id).is_some_and(|entity| entity.actor.is_some());
    if fitting.iter().filter(is_named).count() > 1 {
        return tie(entities, fitting, head);
    }
    let here = entities.sentence(id);
    let is_near = entities
        .backwards()
        .take(LOOKED_AT)
        .take_while(|met| here.saturating_sub(met.sentence) <= 1)
        .any(|met| met.entity == last);
    match foremost(entities, fitting).filter(|foremost| !is_near && *foremost != last) {
        Some(foremost) => found(entities, foremost, 0.5, |name| {
            format_smolstr!("{name}, the most prominent {head} of the draft")
        }),
        None => found(entities, last, 0.5, |name| {
            format_smolstr!("{name}, the most recent {head}")
        }),
    }
}

/// Whether what is known about `id` says all modifiers of the description: "foreign" of "the foreign minister".
fn has_modifiers(entities: &Entities<'_>, id: EntityId, head: &str, modifiers: &[SmolStr]) -> bool {
    let Some(entity) = entities.get(id) else { return false };
    if entity.actor.is_none() {
        return modifiers.iter().all(|word| entity.modifiers.contains(word));
    }
    // A named actor: all modifiers are in one of the roles that the draft gives it.
    entity.mentions.first().any(|id| {
        let (Some(local), text) = (entities.local(id), entities.text(id)) else {
            return false;
        };
        local.roles.iter().filter(|role| role.head == head).any(|role| {
            let words = role.span.of(text).split_whitespace().map(lower);
            modifiers
                .iter()
                .all(|word| words.clone().any(|known| known == word.as_str()))
        })
    })
}
