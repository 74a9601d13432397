//! Whom a pronoun stands for: by number, gender, animacy, who speaks, function, recency. Two that fit equally well tie.

use smol_str::{SmolStr, format_smolstr};

use crate::analysis::actors::Function;
use crate::analysis::coreference::Outcome;
use crate::analysis::coreference::awaited::awaited;
use crate::analysis::coreference::entities::{Entities, Entity, EntityId, Seen};
use crate::analysis::coreference::relatives;
use crate::analysis::coreference::score::{FLOOR, Features, MARGIN, score};
use crate::analysis::{ActorKind, MentionForm};
use crate::language::{Gender, Number};

/// How many sentences back a pronoun reaches.
const REACH: usize = 5;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 60;

/// Verbs whose subject and object do the same: a pronoun after them can mean either.
const RECIPROCAL: [&str; 12] = [
    "meet",
    "join",
    "marry",
    "debate",
    "call",
    "phone",
    "telephone",
    "greet",
    "embrace",
    "text",
    "host",
    "visit",
];

/// Whom the third-person pronoun `at` stands for.
pub(super) fn resolve(entities: &Entities, at: usize) -> Outcome {
    let candidates = candidates(entities, at);
    let mut ranked: Vec<(f32, EntityId, Features)> = candidates
        .into_iter()
        .map(|(id, features)| (score(&features), id, features))
        .filter(|(score, ..)| *score > FLOOR)
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    match ranked.as_slice() {
        [] => Outcome::Open {
            because: SmolStr::new_static("not resolved: nobody mentioned before it fits"),
        },
        [(best, id, _), (second, other, _), ..] if best - second < MARGIN || tie(entities, at, *id, *other) => {
            let names: Vec<&str> = [id, other]
                .into_iter()
                .filter_map(|id| Some(entities.get(*id)?.name.as_ref()))
                .collect();
            Outcome::Tie {
                because: format_smolstr!("not resolved: could be {}", names.join(" or ")),
                between: vec![*id, *other],
            }
        }
        [(best, id, features), rest @ ..] => Outcome::Found {
            entity: *id,
            confidence: rest
                .first()
                .map_or(0.8, |(second, ..)| (0.5 + (best - second) / 4.0).clamp(0.5, 0.9)),
            because: reason(entities, *id, features, rest.is_empty()),
        },
    }
}

/// Whom "I" or "we" stands for: the speaker of the quotation it stands in.
pub(super) fn first_person(entities: &Entities, at: usize) -> Outcome {
    let open = |because: &'static str| Outcome::Open {
        because: SmolStr::new_static(because),
    };
    let Some(quotation) = entities.quoted.inside.get(at).copied().flatten() else {
        return open("not resolved: the writer, or somebody whose words are not marked");
    };
    let speaker = entities.quoted.speaker_of.get(quotation).copied().flatten();
    let Some(entity) = speaker.and_then(|speaker| entities.of(speaker)) else {
        return open("not resolved: the speaker of the quotation is not known");
    };
    let is_plural = entities.local(at).and_then(|local| local.number) == Some(Number::Plural);
    let Some(known) = entities.get(entity) else {
        return open("not resolved");
    };
    if is_plural && known.kind == ActorKind::Person && known.number != Some(Number::Plural) {
        let Some((group, name)) = represented(entities, known) else {
            return open("not resolved: the speaker and others");
        };
        return Outcome::Found {
            entity: group,
            confidence: 0.6,
            because: format_smolstr!("{} speaks here for {name}", known.name),
        };
    }
    Outcome::Found {
        entity,
        confidence: 0.9,
        because: format_smolstr!("{} speaks here", known.name),
    }
}

/// The organisation that stands in a role of the speaker ("a spokesman for the union").
fn represented<'a>(entities: &'a Entities, speaker: &Entity) -> Option<(EntityId, &'a str)> {
    speaker.mentions.iter().take(8).find_map(|at| {
        let roles = &entities.local(*at)?.roles;
        let first = at.saturating_sub(6);
        (first..at + 6)
            .filter(|near| *near != *at && entities.block(*near) == entities.block(*at))
            .filter(|near| {
                entities
                    .local(*near)
                    .is_some_and(|near| roles.iter().any(|role| role.span.covers(near.span)))
            })
            .find_map(|near| {
                let id = entities.of(near)?;
                let entity = entities
                    .get(id)
                    .filter(|entity| entity.kind == ActorKind::Organization)?;
                Some((id, entity.name.as_ref()))
            })
    })
}

/// Those in reach that agree with the pronoun, with what the text shows about them.
fn candidates(entities: &Entities, at: usize) -> Vec<(EntityId, Features)> {
    let Some(local) = entities.local(at) else {
        return Vec::new();
    };
    let here = entities.sentence(at);
    let quotation = entities.quoted.inside.get(at).copied().flatten();
    let own_speaker = quotation
        .and_then(|quotation| entities.quoted.speaker_of.get(quotation).copied().flatten())
        .and_then(|speaker| entities.of(speaker));
    let speaks = entities.quoted.is_speaker.get(at) == Some(&true);
    let last_speaker = speaks.then(|| last_speaker(entities)).flatten();
    let mut order: Vec<(EntityId, Features)> = Vec::with_capacity(16);
    let mut subject_met = false;
    let ahead = awaited(entities, at);
    let before = entities.backwards().take(LOOKED_AT).copied();
    for seen in ahead.into_iter().chain(before) {
        let back = here.saturating_sub(seen.sentence);
        if back > REACH {
            break;
        }
        let Some(entity) = entities.get(seen.entity) else {
            continue;
        };
        let inside = entities.quoted.inside.get(seen.at).copied().flatten();
        let is_ahead = seen.at > at;
        // What is mentioned in somebody's words only is no candidate outside of them.
        let hidden = inside.is_some() && inside != quotation && !entity.is_told;
        if hidden
            || Some(seen.entity) == own_speaker
            || !agrees(entity, local.gender, local.number)
            || encloses(entities, at, &seen)
        {
            continue;
        }
        let known = order.iter().position(|(id, _)| *id == seen.entity);
        if known.is_none() {
            let features = Features {
                sentences_back: back,
                words_back: words_between(entities, at, &seen),
                other_block: seen.block != entities.block(at),
                between: order.len(),
                ahead: is_ahead,
                last_speaker: Some(seen.entity) == last_speaker,
                ..of_entity(entities, at, entity, &seen)
            };
            order.push((seen.entity, features));
        }
        let index = known.unwrap_or(order.len() - 1);
        let Some((_, features)) = order.get_mut(index) else {
            continue;
        };
        if back != features.sentences_back || is_ahead {
            continue;
        }
        // All mentions of the candidate in its last sentence count.
        let is_subject = seen.function == Function::Subject;
        if rank(seen.function) > rank(features.function) {
            features.function = seen.function;
        }
        features.parallel |= seen.function == local.function;
        features.begins_sentence |= entities.begins_sentence(seen.at);
        if back == 0 {
            let added = relatives::added(entities, at, seen.at);
            features.row |= added.row;
            features.relative |= added.relative;
            features.bound |= matches!(local.function, Function::Object | Function::Oblique)
                && relatives::is_made_to_act(entities, at, seen.at);
            let verb = governor(entities, seen.at);
            features.nearest_subject |= is_subject && !subject_met;
            subject_met |= is_subject;
            features.bound |= is_subject
                && verb.is_some()
                && verb == local.governor
                && matches!(local.function, Function::Object | Function::Oblique);
        }
    }
    order
}

/// What does not hang on which of the candidate's mentions is looked at.
fn of_entity(entities: &Entities, at: usize, entity: &Entity, seen: &Seen) -> Features {
    let (Some(local), Some(mention)) = (entities.local(at), entities.local(seen.at)) else {
        return Features::default();
    };
    Features {
        own_function: local.function,
        count: entity.mentions.len(),
        chain: mention.form == MentionForm::Pronoun && mention.gender == local.gender,
        aside: is_aside(entities, seen.at),
        completes: relatives::completes_description(entities, seen.at),
        reflexive: is_reflexive(local.span.of(entities.text(at))),
        usual_gender: usual(entity, local.gender),
        marked_gender: entity.gender.is_some() && entity.gender == local.gender,
        kind: Some(entity.kind),
        opens: seen.entity == EntityId(0),
        plural: local.number == Some(Number::Plural),
        several: entity.number == Some(Number::Plural),
        neuter: local.gender == Some(Gender::Neuter),
        described: entity.actor.is_none(),
        ..Features::default()
    }
}

fn words_between(entities: &Entities, at: usize, seen: &Seen) -> usize {
    entities
        .local(at)
        .zip(entities.local(seen.at))
        .filter(|_| seen.block == entities.block(at))
        .map_or(0, |(pronoun, mention)| pronoun.head.abs_diff(mention.head))
}

/// In brackets, or second in a row.
fn is_aside(entities: &Entities, at: usize) -> bool {
    let (Some(local), text) = (entities.local(at), entities.text(at)) else {
        return false;
    };
    let before = text.get(..local.phrase.start).unwrap_or("").trim_end();
    before.ends_with('(') || before.ends_with(" and")
}

fn governor(entities: &Entities, at: usize) -> Option<usize> {
    entities.local(at)?.governor
}

fn is_reflexive(pronoun: &str) -> bool {
    pronoun.ends_with("self") || pronoun.ends_with("selves")
}

/// A pronoun inside a description does not stand for it ("her brother").
fn encloses(entities: &Entities, at: usize, seen: &Seen) -> bool {
    seen.block == entities.block(at)
        && entities
            .local(at)
            .zip(entities.local(seen.at))
            .is_some_and(|(pronoun, mention)| mention.span.covers(pronoun.span))
}

fn agrees(entity: &Entity, gender: Option<Gender>, number: Option<Number>) -> bool {
    let is_several = entity.number == Some(Number::Plural);
    match gender {
        Some(Gender::Neuter) => entity.kind != ActorKind::Person && !is_several,
        Some(gender) => {
            entity.gender.is_none_or(|known| known == gender)
                && (entity.kind == ActorKind::Person || entity.may_be_person && entity.actor.is_some())
                && !is_several
        }
        // An organisation may be "they", a place or one person in the writer's words hardly.
        None if number == Some(Number::Plural) => {
            is_several
                || entity.kind == ActorKind::Organization
                || (entity.number.is_none() && entity.kind != ActorKind::Place)
        }
        None => true,
    }
}

fn usual(entity: &Entity, gender: Option<Gender>) -> Option<bool> {
    let wanted = gender.filter(|gender| *gender != Gender::Neuter)?;
    if entity.gender.is_some() {
        return None;
    }
    entity.usual_gender.map(|usual| usual == wanted)
}

fn rank(function: Function) -> u8 {
    match function {
        Function::Subject => 3,
        Function::Object => 2,
        Function::Possessor => 1,
        Function::Oblique | Function::Other => 0,
    }
}

/// Who spoke last before the end of what was met.
fn last_speaker(entities: &Entities) -> Option<EntityId> {
    entities
        .backwards()
        .take(LOOKED_AT)
        .find(|seen| entities.quoted.is_speaker.get(seen.at) == Some(&true))
        .map(|seen| seen.entity)
}

/// "Weil met Holt. She …": both did the same, so that the pronoun can mean either.
fn tie(entities: &Entities, at: usize, one: EntityId, other: EntityId) -> bool {
    let here = entities.sentence(at);
    let last = |id: EntityId| {
        entities
            .backwards()
            .take(LOOKED_AT)
            .find(|seen| seen.entity == id)
            .filter(|seen| seen.sentence + 1 == here && entities.block(seen.at) == entities.block(at))
    };
    let (Some(one), Some(other)) = (last(one), last(other)) else {
        return false;
    };
    // Both must take part: not the mother of the bride in "Weil married Holt, a daughter of Ana Quist".
    if ![one.function, other.function].contains(&Function::Subject)
        || [one.at, other.at]
            .into_iter()
            .any(|at| relatives::completes_description(entities, at))
    {
        return false;
    }
    let usual = |seen: &Seen| {
        entities
            .get(seen.entity)
            .and_then(|entity| entity.gender.or(entity.usual_gender))
    };
    let reciprocal = governor(entities, one.at).is_some_and(|verb| {
        governor(entities, other.at) == Some(verb)
            && entities
                .facts(at)
                .and_then(|facts| facts.language.words.get(verb))
                .is_some_and(|verb| RECIPROCAL.contains(&verb.lemma.as_str()))
    });
    reciprocal && usual(one) == usual(other)
}

fn reason(entities: &Entities, id: EntityId, features: &Features, only: bool) -> SmolStr {
    let name = entities.get(id).map_or("", |entity| entity.name.as_ref());
    if features.last_speaker {
        return format_smolstr!("{name} spoke last");
    }
    if only {
        return format_smolstr!("{name} is the only one in reach that fits");
    }
    if features.marked_gender {
        return format_smolstr!("{name} fits best: the draft marks the gender, and nobody nearer fits");
    }
    match (features.sentences_back, features.function) {
        (0, Function::Subject) => format_smolstr!("{name} is the subject of this sentence"),
        (1, Function::Subject) => format_smolstr!("{name} is the subject of the sentence before"),
        (0, _) => format_smolstr!("{name} stands nearest in this sentence"),
        _ => format_smolstr!("{name} fits best of those mentioned before"),
    }
}
