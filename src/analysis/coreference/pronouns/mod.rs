//! Who a pronoun refers to: by number, gender, animacy, who speaks, function, recency. Two that fit equally well tie.

mod agreement;
mod awaited;
mod candidates;
mod causes;
mod first_person;
mod relatives;
mod rivals;
mod score;
#[cfg(test)]
mod tests;

pub(super) use first_person::first_person;

use smol_str::{SmolStr, format_smolstr};

use crate::analysis::MentionId;
use crate::analysis::actors::Function;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::pronouns::candidates::candidates;
use crate::analysis::coreference::pronouns::causes::who_blames;
use crate::analysis::coreference::pronouns::rivals::{did_the_same, other_speaker};
use crate::analysis::coreference::pronouns::score::{FLOOR, Features, MARGIN, score};
use crate::analysis::coreference::types::{EntityId, Outcome};

/// How sure the only one is who fits.
const ONLY: f32 = 0.8;

/// Who the third-person pronoun `pronoun` refers to.
pub(super) fn third_person(entities: &Entities<'_>, pronoun: MentionId) -> Outcome {
    let blaming = who_blames(entities, pronoun);
    let mut ranked: Vec<(f32, EntityId, Features)> = candidates(entities, pronoun)
        .into_iter()
        .filter(|(id, _)| Some(*id) != blaming)
        .map(|(id, features)| (score(&features), id, features))
        .filter(|(score, ..)| *score > FLOOR)
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    match ranked.as_slice() {
        [] => Outcome::open("not resolved: nobody mentioned before it fits"),
        // "Lund thanked him": only "himself" would be Lund.
        [(_, _, features), ..] if features.is_own_object() => {
            Outcome::open("not resolved: nobody mentioned before it fits")
        }
        [(best, id, _), (second, other, _), ..]
            if best - second < MARGIN || did_the_same(entities, pronoun, *id, *other) =>
        {
            Outcome::Tie {
                because: could_be(entities, [*id, *other]),
                between: vec![*id, *other],
            }
        }
        // "She said", where the only ones near are called "he".
        [(_, _, features), ..] if features.usual_gender == Some(false) && entities.quoted.speaks_in_marks(pronoun) => {
            Outcome::open("not resolved: nobody mentioned before it fits")
        }
        // A reader may well see who speaks: no rule calls the pronoun unclear.
        [first @ (best, id, features), rest @ ..] => match other_speaker(entities, pronoun, first, rest) {
            Some(other) => Outcome::Open {
                because: could_be(entities, [*id, other]),
            },
            None => Outcome::Found {
                entity: *id,
                confidence: rest.first().map_or(ONLY, |(second, ..)| confidence(best - second)),
                because: reason(entities, *id, features, rest.is_empty()),
            },
        },
    }
}

fn could_be(entities: &Entities<'_>, between: [EntityId; 2]) -> SmolStr {
    let names = between.map(|id| entities.get(id).map_or("", |entity| entity.name.as_str()));
    format_smolstr!("not resolved: could be {}", names.join(" or "))
}

/// How sure the best candidate is, by how far the second falls after.
fn confidence(lead: f32) -> f32 {
    (0.5 + lead / 4.0).clamp(0.5, 0.9)
}

fn reason(entities: &Entities<'_>, id: EntityId, features: &Features, is_only: bool) -> SmolStr {
    let name = entities.get(id).map_or("", |entity| entity.name.as_str());
    if features.last_speaker {
        return format_smolstr!("{name} spoke last");
    }
    if is_only {
        return format_smolstr!("{name} is the only one nearby that fits");
    }
    if features.marked_gender {
        return format_smolstr!("{name} fits best: the draft gives the gender, and nobody closer fits");
    }
    match (features.sentences_back, features.function) {
        (0, Function::Subject) => format_smolstr!("{name} is the subject of this sentence"),
        (1, Function::Subject) => format_smolstr!("{name} is the subject of the sentence before"),
        (0, _) => format_smolstr!("{name} is nearest in this sentence"),
        _ => format_smolstr!("{name} fits best among those mentioned before"),
    }
}
