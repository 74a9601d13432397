//! Coreference: which actor a description or a pronoun stands for. Where two candidates tie it refuses, and says so.

mod awaited;
mod descriptions;
mod entities;
mod lookup;
#[cfg(test)]
mod pronoun_tests;
mod pronouns;
mod quoted;
mod relatives;
mod score;
#[cfg(test)]
mod tests;

pub use lookup::{actor_at, mention_at};

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::actors;
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Mention, MentionForm, MentionId, Quotation};
use crate::language::{Gender, Person};
use crate::markup::Markup;

use entities::{Entities, EntityId};

/// Joins descriptions and pronouns to the actors that [`crate::analysis::actors::fold`] found, adds behind them the
/// people and organisations that are only described, and says in each mention why. Linear in the number of mentions.
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
    let quoted = quoted::of(mentions, quotations);
    let mut entities = Entities::new(markup, blocks, &locals, actors, mentions, &quoted);
    // One walk in the order of the text: what a pronoun can stand for depends on all that was resolved before it.
    for at in 0..mentions.len() {
        let Some((_, local)) = locals.get(at) else { continue };
        let found = match local.form {
            MentionForm::Named => entities.of(at).map(Outcome::sure),
            MentionForm::Nominal => Some(descriptions::resolve(&entities, at)),
            MentionForm::Pronoun if local.person == Some(Person::Third) => Some(pronouns::resolve(&entities, at)),
            MentionForm::Pronoun => None,
        };
        match found {
            Some(Outcome::Found {
                entity,
                confidence,
                because,
            }) => {
                entities.seen(at, entity);
                if let Some(mention) = mentions.get_mut(at).filter(|mention| mention.actor.is_none()) {
                    mention.confidence = confidence;
                    mention.because = because;
                }
            }
            Some(Outcome::New) => entities.introduce(at),
            Some(Outcome::Open { because }) => {
                if let Some(mention) = mentions.get_mut(at).filter(|mention| mention.actor.is_none()) {
                    mention.because = because;
                }
            }
            Some(Outcome::Tie { between, because }) => {
                let could_be = between.iter().filter_map(|id| entities.get(*id)?.actor).collect();
                if let Some(mention) = mentions.get_mut(at).filter(|mention| mention.actor.is_none()) {
                    mention.because = because;
                    mention.could_be = could_be;
                }
            }
            None => {}
        }
    }
    // A speaker may stand behind the words: first persons wait until all speakers are known.
    for at in 0..mentions.len() {
        let is_first = locals
            .get(at)
            .is_some_and(|(_, local)| local.person == Some(Person::First));
        if !is_first {
            continue;
        }
        let found = pronouns::first_person(&entities, at);
        if let Some(mention) = mentions.get_mut(at) {
            match found {
                Outcome::Found {
                    entity,
                    confidence,
                    because,
                } => {
                    entities.seen(at, entity);
                    mention.confidence = confidence;
                    mention.because = because;
                }
                Outcome::Open { because } | Outcome::Tie { because, .. } => mention.because = because,
                Outcome::New => {}
            }
        }
    }
    people_by_pronoun(&entities, actors);
    let members = entities.into_members();
    join(markup, actors, mentions, members, quotations);
}

/// Whom the draft calls "he" or "she", and never "it", is a person, where only the look of the name said otherwise.
fn people_by_pronoun(entities: &Entities, actors: &mut [Actor]) {
    for (id, entity) in entities.actors() {
        let Some(actor) = actors.get_mut(id.0).filter(|_| entity.may_be_person) else {
            continue;
        };
        let gender = |at: &usize| {
            entities
                .local(*at)
                .filter(|local| local.form == MentionForm::Pronoun && local.person == Some(Person::Third))
                .and_then(|local| local.gender)
        };
        let genders = || entity.mentions.iter().filter_map(gender);
        let is_person =
            genders().any(|gender| gender != Gender::Neuter) && genders().all(|gender| gender != Gender::Neuter);
        if is_person {
            actor.kind = ActorKind::Person;
        }
    }
}

/// Fills in who the speakers of the quotations are: their actor and full name.
///
/// A speaker whose words the name layer missed is still the only actor in whose name they stand.
pub fn name_speakers(quotations: &mut [Quotation], actors: &[Actor], mentions: &[Mention]) {
    let mut by_word: FxHashMap<&str, Vec<ActorId>> = FxHashMap::default();
    for (index, actor) in actors
        .iter()
        .enumerate()
        .filter(|(_, actor)| actor.kind == ActorKind::Person)
    {
        for word in actor.name.split_whitespace() {
            by_word.entry(word).or_default().push(ActorId(index));
        }
    }
    for speaker in quotations.iter_mut().filter_map(|quotation| quotation.speaker.as_mut()) {
        speaker.actor = match mention_at(mentions, speaker.place) {
            Some(mention) => mention.actor,
            None => match by_word.get(speaker.text.as_str()).map(Vec::as_slice) {
                Some([only]) => Some(*only),
                _ => None,
            },
        };
        speaker.resolved = speaker
            .actor
            .and_then(|id| actors.get(id.0))
            .map(|actor| actor.name.clone());
    }
}

/// What is found about one mention.
enum Outcome {
    /// It stands for somebody met before.
    Found {
        entity: EntityId,
        confidence: f32,
        because: SmolStr,
    },
    /// It introduces somebody.
    New,
    /// It is not resolved; why.
    Open { because: SmolStr },
    /// It is not resolved, since these fit equally well.
    Tie { between: Vec<EntityId>, because: SmolStr },
}

impl Outcome {
    fn sure(entity: EntityId) -> Self {
        Outcome::Found {
            entity,
            confidence: 1.0,
            because: SmolStr::default(),
        }
    }
}

/// Writes the entities back: into the actors they are, or as new actors if they are mentioned twice or quoted.
fn join(
    markup: &Markup,
    actors: &mut Vec<Actor>,
    mentions: &mut [Mention],
    members: impl Iterator<Item = (Option<ActorId>, Vec<usize>)>,
    quotations: &[Quotation],
) {
    let mut speaks = vec![false; mentions.len()];
    for speaker in quotations.iter().filter_map(|quotation| quotation.speaker.as_ref()) {
        if let Some(slot) = lookup::index_at(mentions, speaker.place).and_then(|at| speaks.get_mut(at)) {
            *slot = true;
        }
    }
    for (actor, of) in members {
        let is_speaker = of.iter().any(|at| speaks.get(*at) == Some(&true));
        let id = match actor {
            Some(id) => id,
            None if of.len() > 1 || is_speaker => {
                actors.push(described(markup, mentions, &of));
                ActorId(actors.len() - 1)
            }
            None => continue,
        };
        let Some(actor) = actors.get_mut(id.0) else { continue };
        actor.mentions = of.into_iter().map(MentionId).collect();
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

/// An actor who is only described, under the words that introduce them.
fn described(markup: &Markup, mentions: &mut [Mention], of: &[usize]) -> Actor {
    let first = of.first().and_then(|at| mentions.get_mut(*at));
    let (name, kind) = first.map_or((String::new(), ActorKind::Other), |first| {
        if first.because.is_empty() {
            first.because = SmolStr::new_static("the draft gives no name");
            first.confidence = 0.8;
        }
        let text = markup
            .blocks
            .get(first.place.block)
            .map_or("", |block| first.place.span.of(&block.text));
        (actors::one_spaced(text).into_owned(), first.kind)
    });
    Actor {
        name,
        kind,
        roles: Vec::new(),
        aliases: Vec::new(),
        mentions: Vec::new(),
        entry: None,
    }
}
