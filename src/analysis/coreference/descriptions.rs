//! What a description stands for: a role with one holder, a word of an organisation's name, the same description again,
//! the only company or country in reach. A description that could mean two stays open.

use smol_str::{SmolStr, format_smolstr};

use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::actors::{Determiner, Function, lower};
use crate::analysis::coreference::Outcome;
use crate::analysis::coreference::entities::{Entities, Entity, EntityId};
use crate::analysis::{ActorKind, MentionForm};
use crate::language::Number;

/// How many sentences back a loose description reaches.
const REACH: usize = 3;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 60;

/// What the description `at` stands for.
pub(super) fn resolve(entities: &Entities, at: usize) -> Outcome {
    if let Some(entity) = entities.of(at) {
        return Outcome::sure(entity);
    }
    let Some(local) = entities.local(at) else {
        return Outcome::New;
    };
    if matches!(local.determiner, Determiner::Indefinite) || local.form != MentionForm::Nominal {
        return Outcome::New;
    }
    let Some(role) = local.roles.first() else {
        return Outcome::New;
    };
    let is_definite = local.determiner == Determiner::Definite;
    let modifiers = entities.modifiers(at);
    let agrees = |id: &EntityId| {
        entities
            .get(*id)
            .is_some_and(|entity| agrees(entity, local.kind, local.number))
    };
    // The same words again, or fewer of them: "the tall sailor … the sailor".
    let mut holders = entities.with_role(&role.head);
    holders.retain(agrees);
    if is_definite || local.determiner == Determiner::Possessed || local.number == Some(Number::Plural) {
        let mut fitting = holders;
        fitting.retain(|id| holds(entities, *id, &role.head, &modifiers));
        match fitting.as_slice() {
            [only] if is_definite || !modifiers.is_empty() => {
                return found(entities, *only, 0.85, |name| {
                    format_smolstr!("{name}, the only {} introduced so far", role.head)
                });
            }
            [_, .., last] if is_definite && modifiers.is_empty() => {
                let named = |id: &EntityId| entities.get(*id).is_some_and(|entity| entity.actor.is_some());
                if fitting.iter().filter(|id| named(id)).count() > 1 {
                    return tie(entities, &fitting, &role.head);
                }
                // The last one if it was just mentioned, else the one that the draft is about.
                let here = entities.sentence(at);
                let is_near = entities
                    .backwards()
                    .take(LOOKED_AT)
                    .take_while(|seen| here.saturating_sub(seen.sentence) <= 1)
                    .any(|seen| seen.entity == *last);
                return match foremost(entities, &fitting).filter(|id| !is_near && id != last) {
                    Some(foremost) => found(entities, foremost, 0.5, |name| {
                        format_smolstr!("{name}, the foremost {} of the draft", role.head)
                    }),
                    None => found(entities, *last, 0.5, |name| {
                        format_smolstr!("{name}, the last {} mentioned", role.head)
                    }),
                };
            }
            _ => {}
        }
    }
    if !is_definite || local.number == Some(Number::Plural) || !modifiers.is_empty() {
        return Outcome::New;
    }
    // "the union" for "Harbour Workers' Union".
    let mut bearers = entities.with_name_word(&role.head);
    bearers.retain(agrees);
    match bearers.as_slice() {
        [only] => {
            return found(entities, *only, 0.85, |name| {
                format_smolstr!("the word stands in the name {name}")
            });
        }
        [_, _, ..] => return tie(entities, &bearers, &role.head),
        [] => {}
    }
    in_reach(entities, at, &role.head).unwrap_or(Outcome::New)
}

fn agrees(entity: &Entity, kind: Option<ActorKind>, number: Option<Number>) -> bool {
    let kinds = kind.is_none()
        || kind == Some(entity.kind)
        || entity.kind == ActorKind::Other
        || (kind != Some(ActorKind::Person) && entity.kind != ActorKind::Person);
    kinds && (entity.number.is_none() || number.is_none() || entity.number == number)
}

/// Whether what is known of `id` holds all modifiers of the description.
fn holds(entities: &Entities, id: EntityId, head: &str, modifiers: &[SmolStr]) -> bool {
    let Some(entity) = entities.get(id) else { return false };
    if entity.actor.is_none() {
        return modifiers.iter().all(|word| entity.modifiers.contains(word));
    }
    // A named actor: all modifiers stand in one of the roles that the draft gives it.
    entity.mentions.iter().take(8).any(|at| {
        let (Some(local), text) = (entities.local(*at), entities.text(*at)) else {
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

/// "the company", "the country", "the city" for the only one of its kind that was mentioned last.
fn in_reach(entities: &Entities, at: usize, head: &str) -> Option<Outcome> {
    let wanted = match head {
        "company" | "firm" | "corporation" | "group" | "bank" | "airline" | "carmaker" | "automaker"
        | "manufacturer" | "retailer" | "agency" | "organization" | "organisation" | "club" | "team" | "side"
        | "band" | "party" | "university" | "school" | "newspaper" | "network" => ActorKind::Organization,
        "country" | "nation" | "state" | "city" | "town" | "village" | "island" | "region" | "province" | "kingdom" => {
            ActorKind::Place
        }
        _ => return None,
    };
    let wants_state = matches!(head, "country" | "nation" | "kingdom");
    let here = entities.sentence(at);
    let mut candidates: Vec<EntityId> = Vec::new();
    let mut subject = None;
    let mut nearest = None;
    for seen in entities.backwards().take(LOOKED_AT) {
        if here.saturating_sub(seen.sentence) > REACH {
            break;
        }
        let Some(entity) = entities.get(seen.entity) else {
            continue;
        };
        let fits = entity.kind == wanted
            && entity.actor.is_some()
            && entity.is_told
            && (wanted != ActorKind::Place || wants_state == is_state(&entity.name));
        if !fits {
            continue;
        }
        if nearest.is_some_and(|sentence| seen.sentence < sentence) {
            break;
        }
        nearest = Some(seen.sentence);
        if seen.function == Function::Subject {
            subject = Some(seen.entity);
        }
        if !candidates.contains(&seen.entity) {
            candidates.push(seen.entity);
        }
    }
    match candidates.as_slice() {
        [] => None,
        [only] => Some(found(entities, *only, 0.6, |name| {
            format_smolstr!("{name}, the {head} mentioned last")
        })),
        // Of several in one sentence the one that acts, or the one that the draft is about.
        _ => match subject.or_else(|| foremost(entities, &candidates)) {
            Some(only) => Some(found(entities, only, 0.5, |name| {
                format_smolstr!("{name}, the foremost {head} of the sentence before")
            })),
            None => Some(tie(entities, &candidates, head)),
        },
    }
}

/// The one that is mentioned twice as often as any other.
fn foremost(entities: &Entities, candidates: &[EntityId]) -> Option<EntityId> {
    let count = |id: EntityId| entities.get(id).map_or(0, |entity| entity.mentions.len());
    let best = candidates.iter().copied().max_by_key(|id| count(*id))?;
    let others = candidates.iter().copied().filter(|id| *id != best).map(count).max();
    others.is_none_or(|others| count(best) >= 2 * others).then_some(best)
}

fn is_state(name: &str) -> bool {
    !matches!(name, "European Union" | "United Nations") && matches!(tables::state(name), Some(StateWord::Name(_)))
}

fn found(entities: &Entities, entity: EntityId, confidence: f32, because: impl Fn(&str) -> SmolStr) -> Outcome {
    let name = entities.get(entity).map_or("", |entity| entity.name.as_ref());
    Outcome::Found {
        entity,
        confidence,
        because: because(name),
    }
}

fn tie(entities: &Entities, candidates: &[EntityId], head: &str) -> Outcome {
    let names: Vec<&str> = candidates
        .iter()
        .take(3)
        .filter_map(|id| Some(entities.get(*id)?.name.as_ref()))
        .collect();
    Outcome::Open {
        because: format_smolstr!("not resolved: {} could each be \"the {head}\"", names.join(" and ")),
    }
}
