//! "The company", "the country", "the city" for the only one of its kind that was mentioned last. It looks at no roles.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::format_smolstr;

use crate::analysis::actors::Function;
use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::coreference::descriptions::answers::{foremost, found, tie};
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::types::{Entity, EntityId, Outcome};
use crate::analysis::{ActorKind, MentionId};
use crate::text::table;

/// How many sentences back such a description reaches.
const REACH: usize = 3;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 60;

const TABLE: &str = include_str!("../data/nouns_of_a_kind.tsv");

/// What a noun can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NamedKind {
    Organization,
    /// An organization that is no public body.
    Company,
    /// A place that is a state.
    State,
    /// A place that is not a state.
    Place,
}

static PUBLIC: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/public_bodies.txt")).collect());

static NOUNS: LazyLock<FxHashMap<&'static str, NamedKind>> = LazyLock::new(|| {
    table::rows(TABLE)
        .filter_map(|[noun, kind]| {
            let kind = match kind {
                "organization" => NamedKind::Organization,
                "company" => NamedKind::Company,
                "state" => NamedKind::State,
                "place" => NamedKind::Place,
                _ => return None,
            };
            Some((noun, kind))
        })
        .collect()
});

/// The only one of the kind that `head` says in the nearest sentence that has one. Of several the one that acts there, or
/// the one that the draft is about.
pub(super) fn last_of_kind(entities: &Entities<'_>, id: MentionId, head: &str) -> Option<Outcome> {
    let (candidates, subject) = nearest_of_kind(entities, id, *NOUNS.get(head)?);
    match candidates.as_slice() {
        [] => None,
        [only] => Some(found(entities, *only, 0.6, |name| {
            format_smolstr!("{name}, the most recent {head}")
        })),
        _ => match subject.or_else(|| foremost(entities, &candidates)) {
            Some(only) => Some(found(entities, only, 0.5, |name| {
                format_smolstr!("{name}, the most prominent {head} of the sentence before")
            })),
            None => Some(tie(entities, &candidates, head)),
        },
    }
}

/// Those of a kind in the nearest sentence that has any, and which of them is its subject.
fn nearest_of_kind(entities: &Entities<'_>, id: MentionId, kind: NamedKind) -> (Vec<EntityId>, Option<EntityId>) {
    let here = entities.sentence(id);
    let mut candidates: Vec<EntityId> = Vec::new();
    let mut subject = None;
    let mut nearest = None;
    for met in entities.backwards().take(LOOKED_AT) {
        if here.saturating_sub(met.sentence) > REACH {
            break;
        }
        if !entities.get(met.entity).is_some_and(|entity| is_of_kind(entity, kind)) {
            continue;
        }
        if nearest.is_some_and(|sentence| met.sentence < sentence) {
            break;
        }
        nearest = Some(met.sentence);
        if met.function == Function::Subject {
            subject = Some(met.entity);
        }
        if !candidates.contains(&met.entity) {
            candidates.push(met.entity);
        }
    }
    (candidates, subject)
}

fn is_of_kind(entity: &Entity, kind: NamedKind) -> bool {
    let has_kind = match kind {
        NamedKind::Organization => entity.kind == ActorKind::Organization,
        NamedKind::Company => entity.kind == ActorKind::Organization && !is_public(&entity.name),
        NamedKind::State => entity.kind == ActorKind::Place && is_state(&entity.name),
        NamedKind::Place => entity.kind == ActorKind::Place && !is_state(&entity.name),
    };
    has_kind && entity.actor.is_some() && entity.is_in_own_words
}

/// "Supreme Court": nobody calls it the company.
fn is_public(name: &str) -> bool {
    name.split_whitespace()
        .any(|word| PUBLIC.contains(word.to_lowercase().as_str()))
}

/// Unions of states are in the table of states, but nobody calls them a country.
fn is_state(name: &str) -> bool {
    !matches!(name, "European Union" | "United Nations") && matches!(tables::state(name), Some(StateWord::Name(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(
            NOUNS.len(),
            table::lines(TABLE).count(),
            "a row is malformed or doubled"
        );
        assert_eq!(NOUNS.get("country"), Some(&NamedKind::State));
    }

    #[test]
    fn a_court_is_no_company() {
        assert!(is_public("Supreme Court") && !is_public("Lindqvist Group"));
    }

    #[test]
    fn a_union_of_states_is_no_country() {
        assert!(is_state("Germany") && !is_state("European Union") && !is_state("Lindholm"));
    }
}
