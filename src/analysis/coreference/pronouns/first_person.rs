//! Who "I" and "we" refer to: the speaker of the quotation around them. It guesses no writer.

use smol_str::format_smolstr;

use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::types::{Entity, EntityId, Outcome};
use crate::analysis::{ActorKind, MentionId};
use crate::language::Number;

/// How many mentions next to a speaker's are looked at.
const NEIGHBORS: usize = 6;

/// Who "I" or "we" refers to: the speaker of the quotation it is in.
pub(in crate::analysis::coreference) fn first_person(entities: &Entities<'_>, pronoun: MentionId) -> Outcome {
    if entities.quoted.quotation_around(pronoun).is_none() {
        return Outcome::open("not resolved: the writer, or somebody whose words are not marked");
    }
    let speaker = entities.quoted.speaker_around(pronoun);
    let Some(entity) = speaker.and_then(|speaker| entities.of(speaker)) else {
        return Outcome::open("not resolved: the speaker of the quotation is not known");
    };
    let Some(known) = entities.get(entity) else {
        return Outcome::open("not resolved");
    };
    let is_plural = entities.local(pronoun).and_then(|local| local.number) == Some(Number::Plural);
    if is_plural && known.kind == ActorKind::Person && known.number != Some(Number::Plural) {
        let Some((group, name)) = represented(entities, known) else {
            return Outcome::open("not resolved: the speaker and others");
        };
        return Outcome::Found {
            entity: group,
            confidence: 0.6,
            because: format_smolstr!("{} speaks here for {name}", known.name),
        };
    }
    Outcome::Found {
        entity,
        confidence: 0.9,
        because: entities.speaks_here(entity, &known.name),
    }
}

/// The organization in a role of the speaker: "the union" of "a spokesman for the union".
fn represented<'a>(entities: &'a Entities<'_>, speaker: &Entity) -> Option<(EntityId, &'a str)> {
    speaker.mentions.first().find_map(|id| {
        let roles = &entities.local(id)?.roles;
        if roles.is_empty() {
            return None;
        }
        let in_role = |near: &MentionId| {
            entities
                .local(*near)
                .is_some_and(|near| roles.iter().any(|role| role.span.covers(near.span)))
        };
        id.neighbors(NEIGHBORS)
            .filter(|near| entities.block(*near) == entities.block(id))
            .filter(in_role)
            .find_map(|near| {
                let group = entities.of(near)?;
                let entity = entities.get(group)?;
                (entity.kind == ActorKind::Organization).then(|| (group, entity.name.as_str()))
            })
    })
}
