//! Walks the mentions of a draft in order, asks for each who it refers to, and writes the answers into the facts. It
//! decides about no mention itself.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::actors::{self, LocalMention};
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::quoted::Quoted;
use crate::analysis::coreference::types::Outcome;
use crate::analysis::coreference::{descriptions, pronouns};
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Mention, MentionForm, MentionId, Quotation};
use crate::language::{Gender, Person};
use crate::markup::Markup;

/// How sure an actor is who is only described.
const DESCRIBED: f32 = 0.8;

/// Joins descriptions and pronouns to the actors that [`crate::analysis::actors::fold`] found, adds after them the
/// people and organizations that are only described, and says in each mention why. Linear in the number of mentions.
pub fn resolve(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    actors: &mut Vec<Actor>,
    mentions: &mut [Mention],
    quotations: &[Quotation],
) {
    let locals = actors::local_mentions(blocks);
    if locals.len() != mentions.len() {
        return;
    }
    let quoted = Quoted::of(mentions, quotations);
    let mut entities = Entities::new(markup, blocks, &locals, actors, mentions, &quoted);
    // One walk in the order of the text: what a pronoun can refer to depends on all that was resolved before it.
    for id in (0..mentions.len()).map(MentionId) {
        if let Some(found) = entities.local(id).and_then(|local| outcome(&entities, id, local)) {
            note(&mut entities, mentions, id, found);
        }
    }
    // A speaker may come after the words: first persons wait until all speakers are known.
    for id in (0..mentions.len()).map(MentionId) {
        if entities
            .local(id)
            .is_some_and(|local| local.person == Some(Person::First))
        {
            let found = pronouns::first_person(&entities, id);
            note(&mut entities, mentions, id, found);
        }
    }
    take_for_people_by_pronoun(&entities, actors);
    let members = entities.into_members();
    write_back(markup, actors, mentions, members, &quoted);
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

/// Notes what was found about a mention; what the names said of it before stays.
fn note(entities: &mut Entities<'_>, mentions: &mut [Mention], id: MentionId, found: Outcome) {
    let mention = mentions.get_mut(id.0).filter(|mention| mention.actor.is_none());
    match found {
        Outcome::Found {
            entity,
            confidence,
            because,
        } => {
            entities.meet(id, entity);
            if let Some(mention) = mention {
                mention.confidence = confidence;
                mention.because = because;
            }
        }
        Outcome::New => entities.introduce(id),
        Outcome::Open { because } => {
            if let Some(mention) = mention {
                mention.because = because;
            }
        }
        Outcome::Tie { between, because } => {
            if let Some(mention) = mention {
                mention.because = because;
                mention.could_be = between.iter().filter_map(|id| entities.get(*id)?.actor).collect();
            }
        }
    }
}

/// An actor that the draft calls "he" or "she", and never "it", is a person, where only the look of the name said otherwise.
fn take_for_people_by_pronoun(entities: &Entities<'_>, actors: &mut [Actor]) {
    for (id, entity) in entities.actors() {
        let Some(actor) = actors.get_mut(id.0).filter(|_| entity.may_be_person) else {
            continue;
        };
        let gender = |id: &MentionId| {
            entities
                .local(*id)
                .filter(|local| local.form == MentionForm::Pronoun && local.person == Some(Person::Third))
                .and_then(|local| local.gender)
        };
        let genders = || entity.mentions.iter().filter_map(gender);
        if genders().next().is_some() && genders().all(|gender| gender != Gender::Neuter) {
            actor.kind = ActorKind::Person;
        }
    }
}

/// Writes the entities back: into the actors they are, or as new actors if they are mentioned twice or quoted.
fn write_back(
    markup: &Markup,
    actors: &mut Vec<Actor>,
    mentions: &mut [Mention],
    members: impl Iterator<Item = (Option<ActorId>, Vec<MentionId>)>,
    quoted: &Quoted,
) {
    for (actor, of) in members {
        let is_speaker = of.iter().any(|id| quoted.is_speaker(*id));
        let id = match actor {
            Some(id) => id,
            None if of.len() > 1 || is_speaker => {
                actors.push(described_actor(markup, mentions, &of));
                ActorId(actors.len() - 1)
            }
            None => continue,
        };
        let Some(actor) = actors.get_mut(id.0) else { continue };
        actor.mentions = of;
        for at in &actor.mentions {
            if let Some(mention) = mentions.get_mut(at.0) {
                mention.actor = Some(id);
                if mention.form == MentionForm::Pronoun || mention.form == MentionForm::Named {
                    mention.kind = actor.kind;
                }
            }
        }
        actors::count_aliases(actor, markup, mentions);
    }
}

/// An actor who is only described, under the words that introduce them: "a tall sailor".
fn described_actor(markup: &Markup, mentions: &mut [Mention], of: &[MentionId]) -> Actor {
    // "We", "I": a pronoun in quoted words may come before the words that say who it is.
    let describes = |id: &&MentionId| {
        mentions
            .get(id.0)
            .is_some_and(|mention| mention.form != MentionForm::Pronoun)
    };
    let first = of.iter().find(describes).or_else(|| of.first()).copied();
    let Some(first) = first.and_then(|id| mentions.get_mut(id.0)) else {
        return Actor::default();
    };
    if first.because.is_empty() {
        first.because = SmolStr::new_static("the draft gives no name");
        first.confidence = DESCRIBED;
    }
    Actor {
        name: actors::one_spaced(markup.text_of(first.place)).into_owned(),
        kind: first.kind,
        ..Actor::default()
    }
}
