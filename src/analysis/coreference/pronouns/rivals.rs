//! Two candidates that nobody can tell apart, whatever their weights: those who did the same. It weighs nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::MentionId;
use crate::analysis::actors::Function;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::pronouns::relatives::completes_description;
use crate::analysis::coreference::types::{EntityId, MetMention};
use crate::text::table;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 60;

static RECIPROCAL_VERBS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/reciprocal_verbs.txt")).collect());

/// "Weil met Holt. She …": both did the same, so that the pronoun can mean either.
pub(super) fn did_the_same(entities: &Entities<'_>, pronoun: MentionId, one: EntityId, other: EntityId) -> bool {
    let last = |id: EntityId| in_sentence_before(entities, pronoun, id);
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
        || are_joined(entities, one, other) && (first == second || first.is_none() || second.is_none())
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

/// The last mention of an entity, if it is in the sentence before the pronoun and in the same block.
fn in_sentence_before<'a>(entities: &'a Entities<'_>, pronoun: MentionId, id: EntityId) -> Option<&'a MetMention> {
    let here = entities.sentence(pronoun);
    entities
        .backwards()
        .take(LOOKED_AT)
        .find(|met| met.entity == id)
        .filter(|met| met.sentence + 1 == here && entities.block(met.id) == entities.block(pronoun))
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
