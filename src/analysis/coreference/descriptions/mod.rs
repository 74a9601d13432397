//! What a description refers to: a role with one holder, a word of an organization's name, the same description again,
//! the only company or country in reach. A description that could mean two stays open.

mod answers;
mod holders;
mod of_a_kind;

use crate::analysis::coreference::descriptions::answers::{found, tie};
use crate::analysis::coreference::descriptions::holders::holder_of_role;
use crate::analysis::coreference::descriptions::of_a_kind::last_of_kind;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::types::{Entity, EntityId, Outcome};

use smol_str::format_smolstr;

use crate::analysis::actors::{Determiner, LocalMention};
use crate::analysis::{ActorKind, MentionForm, MentionId};
use crate::language::Number;

/// What the description `id` refers to.
pub(super) fn resolve(entities: &Entities<'_>, id: MentionId) -> Outcome {
    if let Some(entity) = entities.of(id) {
        return Outcome::sure(entity);
    }
    let Some(local) = entities.local(id) else {
        return Outcome::New;
    };
    if local.determiner == Determiner::Indefinite || local.form != MentionForm::Nominal {
        return Outcome::New;
    }
    let Some(role) = local.roles.first() else {
        return Outcome::New;
    };
    let modifiers = entities.modifiers(id);
    let mut holders = entities.with_role(&role.head);
    holders.retain(|id| is_of_same_kind(entities, *id, local));
    if let Some(found) = holder_of_role(entities, id, local, &holders, &modifiers) {
        return found;
    }
    let is_bare =
        local.determiner == Determiner::Definite && local.number != Some(Number::Plural) && modifiers.is_empty();
    if !is_bare {
        return Outcome::New;
    }
    bearer_of_word(entities, local, &role.head)
        .or_else(|| last_of_kind(entities, id, &role.head))
        .unwrap_or(Outcome::New)
}

/// "the union" for "Harbour Workers' Union".
fn bearer_of_word(entities: &Entities<'_>, description: &LocalMention, head: &str) -> Option<Outcome> {
    let mut bearers = entities.with_name_word(head);
    bearers.retain(|id| is_of_same_kind(entities, *id, description));
    match bearers.as_slice() {
        [] => None,
        [only] => Some(found(entities, *only, 0.85, |name| {
            format_smolstr!("the word is in the name {name}")
        })),
        [_, _, ..] => Some(tie(entities, &bearers, head)),
    }
}

fn is_of_same_kind(entities: &Entities<'_>, id: EntityId, description: &LocalMention) -> bool {
    entities
        .get(id)
        .is_some_and(|entity| can_be(entity, description.kind, description.number))
}

/// Whether an entity can be described by a noun of this kind and number: "the union" is not a person, "the ministers" are not
/// one.
fn can_be(entity: &Entity, kind: Option<ActorKind>, number: Option<Number>) -> bool {
    let has_kind = kind.is_none()
        || kind == Some(entity.kind)
        || entity.kind == ActorKind::Other
        || (kind != Some(ActorKind::Person) && entity.kind != ActorKind::Person);
    has_kind && (entity.number.is_none() || number.is_none() || entity.number == number)
}
