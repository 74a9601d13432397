//! Answers about a description, in words. It decides nothing.

use smol_str::{SmolStr, format_smolstr};

use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::types::{EntityId, Outcome};

/// How many of those who fit equally well are named.
const NAMED: usize = 3;

/// How many times as often as any other the foremost one is mentioned.
const FOREMOST: usize = 2;

/// The description refers to `entity`, for a reason that is made of its name.
pub(super) fn found(
    entities: &Entities<'_>,
    entity: EntityId,
    confidence: f32,
    because: impl Fn(&str) -> SmolStr,
) -> Outcome {
    let name = entities.get(entity).map_or("", |entity| entity.name.as_str());
    Outcome::Found {
        entity,
        confidence,
        because: because(name),
    }
}

/// The description fits several equally well.
pub(super) fn tie(entities: &Entities<'_>, candidates: &[EntityId], head: &str) -> Outcome {
    let names: Vec<&str> = candidates
        .iter()
        .take(NAMED)
        .filter_map(|id| Some(entities.get(*id)?.name.as_str()))
        .collect();
    Outcome::Open {
        because: format_smolstr!("not resolved: {} could each be \"the {head}\"", names.join(" and ")),
    }
}

/// The one that is mentioned twice as often as any other: the one the draft is about.
pub(super) fn foremost(entities: &Entities<'_>, candidates: &[EntityId]) -> Option<EntityId> {
    let count = |id: EntityId| entities.get(id).map_or(0, |entity| entity.mentions.len());
    let best = candidates.iter().copied().max_by_key(|id| count(*id))?;
    let others = candidates.iter().copied().filter(|id| *id != best).map(count).max();
    others
        .is_none_or(|others| count(best) >= FOREMOST * others)
        .then_some(best)
}
