//! Two candidates that nobody can tell apart, whatever their weights: those who did the same, and those of whom one may speak as
//! well as the other. It weighs nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::actors::Function;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::pronouns::relatives::completes_description;
use crate::analysis::coreference::pronouns::score::Features;
use crate::analysis::coreference::types::{EntityId, MetMention};
use crate::analysis::{ActorKind, MentionId};
use crate::language::Gender;
use crate::text::table;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 60;

/// How far the second of two who may speak falls after the first at most, in the sums of their weights.
const NEAR: f32 = 2.0;

static RECIPROCAL_VERBS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/reciprocal_verbs.txt")).collect());

/// "Weil met Holt. She …": both did the same, so that the pronoun can mean either.
pub(super) fn did_the_same(entities: &Entities<'_>, pronoun: MentionId, one: EntityId, other: EntityId) -> bool {
    let last = |id: EntityId| in_sentence_before(entities, pronoun, id, &|_| true);
    // "Ortega and her neighbor, Vera Holt, said": the possessive and the name after the comma are no subjects.
    let subject = |id: EntityId| in_sentence_before(entities, pronoun, id, &|met| met.function == Function::Subject);
    let joined = subject(one).zip(subject(other));
    let (Some(one), Some(other)) = (last(one), last(other)) else {
        return false;
    };
    // Both must take part: not the mother of the bride in "Weil married Holt, a daughter of Ana Quist".
    let acts = [one.function, other.function].contains(&Function::Subject);
    let takes_part = |met: &MetMention| !completes_description(entities, met.id);
    let gender = |met: &MetMention| {
        entities
            .get(met.entity)
            .and_then(|entity| entity.gender.or(entity.usual_gender))
    };
    let (first, second) = (gender(one), gender(other));
    let interacted = acts && takes_part(one) && takes_part(other) && share_reciprocal_verb(entities, one, other);
    interacted && first == second
        || joined.is_some_and(|(one, other)| are_joined(entities, one, other))
            && (first == second || first.is_none() || second.is_none())
}

/// "Holt runs the mill, and Weil the pier. He said …": who else may speak words in marks than the best candidate. In the sentence that mentions
/// the best one last, or after it, the writer's own words mention somebody else who fits, so that only the weights would tell
/// which of them speaks. Who goes on speaking is no question, and whom a speaker mentions does not speak in the speaker's place.
pub(super) fn other_speaker(
    entities: &Entities<'_>,
    pronoun: MentionId,
    (best, id, features): &(f32, EntityId, Features),
    others: &[(f32, EntityId, Features)],
) -> Option<EntityId> {
    let is_person = entities
        .local(pronoun)
        .and_then(|local| local.gender)
        .is_some_and(|gender| gender != Gender::Neuter);
    let in_marks = entities.quoted.speaks_in_marks(pronoun);
    if !is_person || !in_marks || features.ahead || features.last_speaker && features.goes_on {
        return None;
    }
    let mut rivals = others
        .iter()
        .take_while(|(score, ..)| best - score < NEAR)
        .filter(|(_, _, other)| is_rival(other))
        .map(|(_, id, _)| *id)
        .peekable();
    rivals.peek()?;
    let own = || {
        let met = entities.backwards().take(LOOKED_AT);
        met.filter(|met| entities.quoted.quotation_around(met.id).is_none())
    };
    let last = own().find(|met| met.entity == *id)?;
    // "Weil, who knows Holt, said it was late. He said …": Weil spoke, and goes on.
    let speaks = features.last_speaker && last.function == Function::Subject;
    let rivals: Vec<EntityId> = rivals.collect();
    own()
        .take_while(|met| met.sentence >= last.sentence)
        .filter(|met| rivals.contains(&met.entity) && !completes_description(entities, met.id))
        .find(|met| !speaks || met.sentence > last.sentence)
        .map(|met| {
            cov_mark::hit!(another_may_speak);
            met.entity
        })
}

/// Whether a candidate is a person whose gender may be the pronoun's, and more than somebody's relative.
fn is_rival(features: &Features) -> bool {
    let is_person = features.kind == Some(ActorKind::Person);
    is_person && features.usual_gender != Some(false) && !features.described && !features.completes
}

/// "Ortega and her neighbor, Vera Holt, said they would sue. She …": both are the subject of one verb.
fn are_joined(entities: &Entities<'_>, one: &MetMention, other: &MetMention) -> bool {
    let verb_of = |met: &MetMention| entities.local(met.id).and_then(|local| local.governor);
    let joined = one.function == Function::Subject
        && other.function == Function::Subject
        && verb_of(one).is_some()
        && verb_of(one) == verb_of(other);
    if joined {
        cov_mark::hit!(joined_subjects_tie);
    }
    joined
}

/// The last mention of an entity of which this holds, if the entity is last in the sentence before the pronoun, in the same block.
fn in_sentence_before<'a>(
    entities: &'a Entities<'_>,
    pronoun: MentionId,
    id: EntityId,
    holds: &dyn Fn(&MetMention) -> bool,
) -> Option<&'a MetMention> {
    let here = entities.sentence(pronoun);
    entities
        .backwards()
        .take(LOOKED_AT)
        .filter(|met| met.entity == id)
        .take_while(|met| met.sentence + 1 == here && entities.block(met.id) == entities.block(pronoun))
        .find(|met| holds(met))
}

fn share_reciprocal_verb(entities: &Entities<'_>, one: &MetMention, other: &MetMention) -> bool {
    let verb_of = |met: &MetMention| entities.local(met.id).and_then(|local| local.governor);
    verb_of(one).is_some_and(|verb| {
        verb_of(other) == Some(verb)
            && entities
                .words(one.id)
                .and_then(|words| words.word(verb))
                .is_some_and(|verb| RECIPROCAL_VERBS.contains(verb.lemma.as_str()))
    })
}
