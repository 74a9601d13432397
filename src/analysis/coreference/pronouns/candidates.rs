//! Those in reach that a pronoun can refer to, with what the text shows about each. It weighs nothing.

use crate::analysis::actors::{Function, LocalMention};
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::pronouns::agreement::{agrees, usual_gender_agrees};
use crate::analysis::coreference::pronouns::awaited::awaited;
use crate::analysis::coreference::pronouns::relatives;
use crate::analysis::coreference::pronouns::score::Features;
use crate::analysis::coreference::types::{Entity, EntityId, MetMention};
use crate::analysis::{MentionForm, MentionId};
use crate::language::{Gender, Number};

/// How many sentences back a pronoun reaches.
const REACH: usize = 5;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 60;

/// How many candidates a pronoun has at most times.
const MOST: usize = 16;

/// How many mentions before a possessive are asked whether they hold it.
const HOLDERS: usize = 4;

/// How many mentions after a pronoun are looked at.
const NAMED_AFTER: usize = 8;

/// Those in reach that agree with the pronoun, with what the text shows about them.
pub(super) fn candidates(entities: &Entities<'_>, pronoun: MentionId) -> Vec<(EntityId, Features)> {
    let Some(search) = CandidateSearch::of(entities, pronoun) else {
        return Vec::new();
    };
    let mut found: Vec<(EntityId, Features)> = Vec::with_capacity(MOST);
    let mut subject_met = false;
    let before = entities.backwards().take(LOOKED_AT).copied();
    for met in awaited(entities, pronoun).into_iter().chain(before) {
        let back = search.sentence.saturating_sub(met.sentence);
        if back > REACH {
            break;
        }
        let Some(entity) = entities.get(met.entity).filter(|entity| search.can_mean(entity, &met)) else {
            continue;
        };
        let known = found.iter().position(|(id, _)| *id == met.entity);
        if known.is_none() {
            let features = search.features(entity, &met, found.len());
            found.push((met.entity, features));
        }
        let index = known.unwrap_or(found.len() - 1);
        let Some((_, features)) = found.get_mut(index) else {
            continue;
        };
        if back == features.sentences_back && met.id < pronoun {
            search.add_mention(features, &met);
            let is_subject = back == 0 && met.function == Function::Subject;
            features.nearest_subject |= is_subject && !subject_met;
            subject_met |= is_subject;
        }
    }
    found
}

/// A pronoun for which candidates are looked for.
struct CandidateSearch<'a, 'b> {
    entities: &'a Entities<'b>,
    pronoun: MentionId,
    local: &'b LocalMention,
    /// Its sentence, counted through the draft.
    sentence: usize,
    /// The speaker of the quotation that it is in.
    own_speaker: Option<EntityId>,
    /// Who is described by the words that it is in: Holt in "Holt, her deputy".
    described: Option<EntityId>,
    /// Who spoke last, where the pronoun itself speaks.
    last_speaker: Option<EntityId>,
}

impl<'a, 'b> CandidateSearch<'a, 'b> {
    fn of(entities: &'a Entities<'b>, pronoun: MentionId) -> Option<Self> {
        let own_speaker = entities.quoted.speaker_around(pronoun);
        let speaks = entities.quoted.is_speaker(pronoun);
        let local = entities.local(pronoun)?;
        Some(Self {
            entities,
            pronoun,
            local,
            described: described_by(entities, pronoun, local),
            sentence: entities.sentence(pronoun),
            own_speaker: own_speaker.and_then(|speaker| entities.of(speaker)),
            last_speaker: speaks.then(|| last_speaker(entities)).flatten(),
        })
    }

    /// Whether the pronoun can refer to what was met: it agrees, and does not speak of itself.
    fn can_mean(&self, entity: &Entity, met: &MetMention) -> bool {
        !self.is_hidden(entity, met)
            && Some(met.entity) != self.own_speaker
            && Some(met.entity) != self.described
            && agrees(entity, self.local.gender, self.local.number)
            && !self.is_inside(met)
            && !self.is_named_below(met.entity)
            && !self.is_asker(met)
    }

    /// "Asked by Holt whether he would resign, Lund nodded": whoever asks is not asked about.
    fn is_asker(&self, met: &MetMention) -> bool {
        let entities = self.entities;
        let is_near = met.block == entities.block(self.pronoun) && entities.sentence(met.id) == self.sentence;
        let Some((words, asker)) = entities
            .words(self.pronoun)
            .zip(entities.local(met.id))
            .filter(|_| is_near)
        else {
            return false;
        };
        let asks = |verb: usize| {
            matches!(words.lemma(verb).as_str(), "ask" | "press" | "question" | "quiz")
                && words.sentence(verb).start == verb
                && words.ancestors(self.local.head).any(|above| above == verb)
        };
        let is_by = |at: usize| words.case_of(at).is_some_and(|case| case == "by");
        let mut named = words.language.words_in(asker.span);
        named.any(|at| is_by(at) && words.head(at).is_some_and(asks))
    }

    /// "He said the claims against Weil are odd": somebody who is named in what a pronoun says is somebody else.
    fn is_named_below(&self, entity: EntityId) -> bool {
        let (Function::Subject, Some(verb)) = (self.local.function, self.local.governor) else {
            return false;
        };
        let entities = self.entities;
        if !entities.quoted.is_speaker(self.pronoun) {
            return false;
        }
        let Some(words) = entities.words(self.pronoun) else {
            return false;
        };
        let found = self
            .pronoun
            .following(NAMED_AFTER)
            .take_while(|id| {
                entities.sentence(*id) == self.sentence && entities.block(*id) == entities.block(self.pronoun)
            })
            .filter(|id| entities.of(*id) == Some(entity))
            .filter_map(|id| entities.local(id))
            .any(|later| later.form == MentionForm::Named && words.ancestors(later.head).any(|above| above == verb));
        if found {
            cov_mark::hit!(named_below_the_pronoun);
        }
        found
    }

    /// What is mentioned in somebody's words only is not a candidate outside of them.
    fn is_hidden(&self, entity: &Entity, met: &MetMention) -> bool {
        let around = self.entities.quoted.quotation_around(met.id);
        around.is_some() && around != self.entities.quoted.quotation_around(self.pronoun) && !entity.is_in_own_words
    }

    /// A pronoun inside a description does not refer to the one it describes: "her brother", "Holt, her deputy".
    fn is_inside(&self, met: &MetMention) -> bool {
        let holds = |mention: &LocalMention| {
            let mut roles = mention.roles.iter();
            mention.span.covers(self.local.span) || roles.any(|role| role.span.covers(self.local.span))
        };
        met.block == self.entities.block(self.pronoun) && self.entities.local(met.id).is_some_and(holds)
    }

    /// What the text shows about a candidate, by the mention of it that is nearest; `between` others are nearer.
    fn features(&self, entity: &Entity, met: &MetMention, between: usize) -> Features {
        let (entities, pronoun) = (self.entities, self.local);
        let mention = entities.local(met.id);
        let is_same_block = met.block == entities.block(self.pronoun);
        let after_pronoun =
            mention.is_some_and(|mention| mention.form == MentionForm::Pronoun && mention.gender == pronoun.gender);
        Features {
            sentences_back: self.sentence.saturating_sub(met.sentence),
            words_back: mention
                .filter(|_| is_same_block)
                .map_or(0, |mention| pronoun.head.abs_diff(mention.head)),
            other_block: !is_same_block,
            between,
            ahead: met.id > self.pronoun,
            last_speaker: Some(met.entity) == self.last_speaker,
            goes_on: entities.quoted.goes_on(self.pronoun),
            spoken_of: entities.quoted.is_speaker(self.pronoun) && entities.quoted.quotation_around(met.id).is_some(),
            own_function: pronoun.function,
            count: entity.mentions.len(),
            chain: after_pronoun,
            aside: is_aside(entities, met.id),
            completes: relatives::completes_description(entities, met.id),
            reflexive: is_reflexive(pronoun.span.of(entities.text(self.pronoun))),
            usual_gender: usual_gender_agrees(entity, pronoun.gender),
            marked_gender: entity.gender.is_some() && entity.gender == pronoun.gender,
            kind: Some(entity.kind),
            opens: met.entity == EntityId(0),
            plural: pronoun.number == Some(Number::Plural),
            several: entity.number == Some(Number::Plural),
            neuter: pronoun.gender == Some(Gender::Neuter),
            described: entity.actor.is_none(),
            ..Features::default()
        }
    }

    /// Adds what one more mention of the candidate in its last sentence shows: all of them count.
    fn add_mention(&self, features: &mut Features, met: &MetMention) {
        let (entities, pronoun) = (self.entities, self.local);
        if rank(met.function) > rank(features.function) {
            features.function = met.function;
        }
        features.parallel |= met.function == pronoun.function;
        features.begins_sentence |= entities.begins_sentence(met.id);
        if features.sentences_back > 0 {
            return;
        }
        let added = relatives::added(entities, self.pronoun, met.id);
        features.row |= added.row;
        features.relative |= added.relative;
        let is_object = matches!(pronoun.function, Function::Object | Function::Oblique);
        features.bound |=
            is_object && (relatives::is_made_to_act(entities, self.pronoun, met.id) || self.is_subject_of(met));
    }

    /// "Weil praised her", "Weil rose, praising her": the candidate does what the verb says that the pronoun belongs to.
    fn is_subject_of(&self, met: &MetMention) -> bool {
        let Some(mention) = self
            .entities
            .local(met.id)
            .filter(|_| met.block == self.entities.block(self.pronoun))
        else {
            return false;
        };
        let Some(verb) = self.local.governor else { return false };
        let is_own = met.function == Function::Subject && mention.governor == Some(verb);
        let understood = || {
            let words = self.entities.words(self.pronoun)?;
            words
                .understood_subject_of(verb)
                .filter(|_| self.local.function == Function::Object)
        };
        is_own || understood().is_some_and(|subject| mention.words.contains(&subject))
    }
}

/// Whom the words describe that hold a possessive: "her deputy".
fn described_by(entities: &Entities<'_>, pronoun: MentionId, local: &LocalMention) -> Option<EntityId> {
    let holds = |met: &&MetMention| {
        met.block == entities.block(pronoun)
            && entities
                .local(met.id)
                .is_some_and(|mention| mention.form == MentionForm::Nominal && mention.span.covers(local.span))
    };
    let mut near = entities.backwards().take(HOLDERS);
    near.find(holds)
        .map(|met| met.entity)
        .filter(|_| local.function == Function::Possessor)
}

/// Who spoke last before the end of what was met.
fn last_speaker(entities: &Entities<'_>) -> Option<EntityId> {
    entities
        .backwards()
        .take(LOOKED_AT)
        .find(|met| entities.quoted.is_speaker(met.id))
        .map(|met| met.entity)
}

/// In brackets, or second in a row: "Weil and Holt".
fn is_aside(entities: &Entities<'_>, id: MentionId) -> bool {
    let Some(local) = entities.local(id) else {
        return false;
    };
    let before = entities.text(id).get(..local.phrase.start).unwrap_or("").trim_end();
    before.ends_with('(') || before.ends_with(" and")
}

fn is_reflexive(pronoun: &str) -> bool {
    pronoun.ends_with("self") || pronoun.ends_with("selves")
}

fn rank(function: Function) -> u8 {
    match function {
        Function::Subject => 3,
        Function::Object => 2,
        Function::Possessor => 1,
        Function::Oblique | Function::Other => 0,
    }
}
