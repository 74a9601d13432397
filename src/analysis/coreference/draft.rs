//! Walks the mentions of a draft in order, asks for each who it refers to, and writes the answers into the facts. What was found
//! in the last version and rests on nothing that changed is not asked again. It decides about no mention itself.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::actors::{self, LocalMention};
use crate::analysis::change::Change;
use crate::analysis::coreference::before::Before;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::known_actors::entity_of;
use crate::analysis::coreference::lookup::Heads;
use crate::analysis::coreference::pronouns;
use crate::analysis::coreference::quoted::Quoted;
use crate::analysis::coreference::speakers::{NamedSpeakers, with_names};
use crate::analysis::coreference::types::{Entity, EntityId, Outcome};
use crate::analysis::coreference::walk::{Walked, walk};
use crate::analysis::same::SameMentions;
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Facts, Mention, MentionForm, MentionId, Quotation};
use crate::language::Person;
use crate::markup::{BlockId, Markup};

/// How sure an actor is who is only described.
const DESCRIBED: f32 = 0.8;

/// What the references of one version leave for those of the next.
#[derive(Debug, Default)]
pub struct KeptReferences {
    walked: Walked,
    heads: Heads,
    named: NamedSpeakers,
}

/// More heads of phrases than this are forgotten: a draft that is typed leaves one with every key.
const HEADS: usize = 20_000;

/// Joins descriptions and pronouns to the actors that [`crate::analysis::actors::fold`] found, adds after them the
/// people and organizations that are only described, and says in each mention why. Linear in the number of mentions; mentions
/// are asked again only if something that they rest on is another than in the version before, which left it in `kept`.
pub fn resolve(
    (markup, blocks): (&Markup, &[Arc<BlockFacts>]),
    actors: &mut Vec<Arc<Actor>>,
    mentions: &mut [Mention],
    quotations: &[Arc<Quotation>],
    (kept, last): (&mut KeptReferences, Option<(&Change, &Facts)>),
) {
    let locals = actors::local_mentions(blocks);
    if locals.len() != mentions.len() {
        *kept = KeptReferences::default();
        return;
    }
    if kept.heads.len() > HEADS {
        kept.heads.clear();
    }
    let quoted = Quoted::of(mentions, &locals, quotations, &mut kept.heads);
    let named: Vec<Entity> = actors
        .iter()
        .enumerate()
        .map(|(index, actor)| entity_of(ActorId(index), actor, &locals, kept.walked.named().get(index)))
        .collect();
    let walked = std::mem::take(&mut kept.walked);
    let (mut entities, walked) = walk(
        (markup, blocks),
        &locals,
        named,
        mentions,
        &quoted,
        walked.if_useful(last.map(|(change, _)| change)),
    );
    let mut of_mention: Vec<Option<EntityId>> = Vec::with_capacity(mentions.len());
    for (mention, resolved) in mentions.iter_mut().zip(walked.resolved()) {
        of_mention.push(resolved.entity);
        if let Some(outcome) = &resolved.outcome {
            note(&entities, mention, outcome);
        }
    }
    first_persons(&mut entities, &locals, mentions, &mut of_mention);
    let (all, index) = entities.into_parts();
    take_for_people_by_pronoun(&all, actors);
    let before = last.map(|(change, facts)| Before::new(change, facts, &locals));
    let members = Members::of(all.len(), &of_mention);
    write_back(markup, (actors, mentions), (&all, &members), &quoted, before.as_ref());
    kept.walked = walked.with_index(index);
}

/// Fills in who the speakers of the quotations are: their actor and full name. A quotation of which nothing new is said is the
/// same value as in the version that left `kept`; `same` are the blocks whose mentions are those of that version, if its actors were
/// the same.
///
/// A speaker whose words the name layer missed is still the only actor in whose name they are.
#[must_use]
pub fn name_speakers(
    quotations: Vec<Arc<Quotation>>,
    actors: &[Arc<Actor>],
    mentions: &[Mention],
    (kept, same): (&mut KeptReferences, Option<&SameMentions>),
) -> Vec<Arc<Quotation>> {
    with_names(quotations, actors, mentions, (&mut kept.heads, &mut kept.named, same))
}

/// Asks "I" and "we". A speaker may come after the words: they wait until all speakers are known.
fn first_persons(
    entities: &mut Entities<'_>,
    locals: &[(BlockId, &LocalMention)],
    mentions: &mut [Mention],
    of_mention: &mut [Option<EntityId>],
) {
    for (at, (_, local)) in locals.iter().enumerate() {
        if local.person != Some(Person::First) {
            continue;
        }
        let id = MentionId(at);
        let found = pronouns::first_person(entities, id);
        if let Outcome::Found { entity, .. } = &found {
            let how = entities.how(id, *entity);
            entities.meet(id, *entity, &how);
            if let Some(slot) = of_mention.get_mut(at) {
                *slot = Some(*entity);
            }
        }
        if let Some(mention) = mentions.get_mut(at) {
            note(entities, mention, &found);
        }
    }
}

/// Notes what was found about a mention; what the names said of it before stays.
fn note(entities: &Entities<'_>, mention: &mut Mention, found: &Outcome) {
    if mention.actor.is_some() {
        return;
    }
    match found {
        Outcome::Found {
            confidence, because, ..
        } => {
            mention.confidence = *confidence;
            mention.because = because.clone();
        }
        Outcome::New => {}
        Outcome::Open { because } => mention.because = because.clone(),
        Outcome::Tie { between, because } => {
            mention.because = because.clone();
            mention.could_be = between.iter().filter_map(|id| entities.look(*id)?.actor).collect();
        }
    }
}

/// An actor that the draft calls "he" or "she", and never "it", is a person, where only the look of the name said otherwise.
fn take_for_people_by_pronoun(all: &[Entity], actors: &mut [Arc<Actor>]) {
    for (entity, actor) in all.iter().zip(actors) {
        if entity.may_be_person && entity.called.person && !entity.called.thing {
            Arc::make_mut(actor).kind = ActorKind::Person;
        }
    }
}

/// The mentions of each entity, in the order of the text.
struct Members {
    /// Those of one entity after those of the other.
    all: Vec<MentionId>,
    /// For each entity where its mentions end.
    ends: Vec<usize>,
}

impl Members {
    fn of(entities: usize, of_mention: &[Option<EntityId>]) -> Self {
        let mut ends = vec![0; entities];
        for entity in of_mention.iter().flatten() {
            if let Some(count) = ends.get_mut(entity.0) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for slot in &mut ends {
            let count = std::mem::replace(slot, sum);
            sum += count;
        }
        // Each end is where the next mention of its entity goes, until all are there.
        let mut all = vec![MentionId(0); sum];
        for (at, entity) in of_mention.iter().enumerate() {
            if let Some(next) = entity.and_then(|entity| ends.get_mut(entity.0))
                && let Some(slot) = all.get_mut(*next)
            {
                *slot = MentionId(at);
                *next += 1;
            }
        }
        Self { all, ends }
    }

    fn iter(&self) -> impl Iterator<Item = &[MentionId]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let stretches = starts.zip(&self.ends);
        stretches.map(|(start, end)| self.all.get(start..*end).unwrap_or_default())
    }
}

/// Writes the entities back: into the actors they are, or as new actors if they are mentioned twice or quoted. An actor of whom
/// nothing new is known is the same value as before.
fn write_back(
    markup: &Markup,
    (actors, mentions): (&mut Vec<Arc<Actor>>, &mut [Mention]),
    (entities, members): (&[Entity], &Members),
    quoted: &Quoted<'_>,
    before: Option<&Before<'_>>,
) {
    for (entity, of) in entities.iter().zip(members.iter()) {
        let known = || before.and_then(|before| before.actor(of));
        let (id, known) = match entity.actor {
            Some(id) => (id, known()),
            None if of.len() > 1 || of.iter().any(|id| quoted.is_speaker(*id)) => {
                let known = known();
                actors.push(described_actor(markup, mentions, of, known));
                (ActorId(actors.len() - 1), known)
            }
            None => continue,
        };
        let Some(actor) = actors.get_mut(id.0) else { continue };
        for at in of {
            if let Some(mention) = mentions.get_mut(at.0) {
                mention.actor = Some(id);
                if mention.form == MentionForm::Pronoun || mention.form == MentionForm::Named {
                    mention.kind = actor.kind;
                }
            }
        }
        let is_as = |known: &&Arc<Actor>| {
            known.name == actor.name && known.kind == actor.kind && known.mentions == of && known.roles == actor.roles
        };
        if let Some(same) = known.filter(is_as) {
            *actor = Arc::clone(same);
            continue;
        }
        let actor = Arc::make_mut(actor);
        actor.mentions = of.to_vec();
        match known {
            Some(known) => actor.aliases.clone_from(&known.aliases),
            None => actors::count_aliases(actor, markup, mentions),
        }
    }
}

/// An actor who is only described, under the words that introduce them: "a tall sailor"; `known` has the same mentions.
fn described_actor(
    markup: &Markup,
    mentions: &mut [Mention],
    of: &[MentionId],
    known: Option<&Arc<Actor>>,
) -> Arc<Actor> {
    // "We", "I": a pronoun in quoted words may come before the words that say who it is.
    let describes = |id: &&MentionId| {
        mentions
            .get(id.0)
            .is_some_and(|mention| mention.form != MentionForm::Pronoun)
    };
    let first = of.iter().find(describes).or_else(|| of.first()).copied();
    let Some(first) = first.and_then(|id| mentions.get_mut(id.0)) else {
        return Arc::default();
    };
    if first.because.is_empty() {
        first.because = SmolStr::new_static("the draft gives no name");
        first.confidence = DESCRIBED;
    }
    let name = actors::one_spaced(markup.text_of(first.place));
    let is_as = |known: &&Arc<Actor>| known.name == name && known.kind == first.kind && known.roles.is_empty();
    if let Some(same) = known.filter(is_as) {
        return Arc::clone(same);
    }
    Arc::new(Actor {
        name: name.into_owned(),
        kind: first.kind,
        ..Actor::default()
    })
}
