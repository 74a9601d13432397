//! Named actors as entities, with what their names say. It resolves nothing.

use std::sync::Arc;

use crate::analysis::actors::{LocalMention, tables};
use crate::analysis::coreference::types::{Called, Entity, MetSoFar};
use crate::analysis::{Actor, ActorId, ActorKind};
use crate::language::names::lists;
use crate::language::{Gender, Number};
use crate::markup::BlockId;

/// How many words a name may have that is taken for a person's because of a pronoun.
const OPEN_NAME: std::ops::RangeInclusive<usize> = 1..=3;

/// The entity that a named actor is. What only the name decides is taken from `before` if that one had the same name.
pub(super) fn entity_of(
    id: ActorId,
    actor: &Actor,
    locals: &[(BlockId, &LocalMention)],
    before: Option<&Entity>,
) -> Entity {
    let known = before.filter(|known| known.name == actor.name && known.kind == actor.kind);
    let is_person = actor.kind == ActorKind::Person;
    let marked_gender = actor
        .mentions
        .iter()
        .filter_map(|id| locals.get(id.0)?.1.gender)
        .find(|gender| *gender != Gender::Neuter);
    // "Rex, a police dog" may be "he" and is none; that is in the text around the name.
    let is_thing =
        || (actor.mentions.iter()).any(|id| locals.get(id.0).is_some_and(|(_, local)| local.animate == Some(false)));
    let may_be_person = match actor.kind {
        ActorKind::Other => !is_thing(),
        _ => known.map_or_else(|| may_be_person(actor), |known| known.may_be_person),
    };
    Entity {
        actor: Some(id),
        name: known.map_or_else(|| actor.name.as_str().into(), |known| known.name.clone()),
        kind: actor.kind,
        may_be_person,
        number: is_person.then_some(Number::Singular),
        gender: marked_gender.filter(|_| is_person),
        usual_gender: known.map_or_else(|| usual_gender(actor), |known| known.usual_gender),
        modifiers: Arc::default(),
        mentions: MetSoFar::default(),
        is_in_own_words: false,
        called: Called::default(),
    }
}

fn may_be_person(actor: &Actor) -> bool {
    matches!(actor.kind, ActorKind::Organization | ActorKind::Place) && is_open_name(&actor.name)
}

fn usual_gender(actor: &Actor) -> Option<Gender> {
    let first_word = actor.name.split_whitespace().next().unwrap_or("");
    tables::usual_gender(first_word).filter(|_| actor.kind != ActorKind::Place)
}

/// One to three words, none of which a list has as the name of a place, an organization or a thing, and no acronym.
fn is_open_name(name: &str) -> bool {
    OPEN_NAME.contains(&name.split_whitespace().count())
        && name.chars().any(char::is_lowercase)
        && !lists::is_listed(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_open_where_nothing_says_what_it_is() {
        for (name, expected) in [("Orla Quist", true), ("HWU", false), ("Germany", false)] {
            assert_eq!(is_open_name(name), expected, "{name}");
        }
    }
}
