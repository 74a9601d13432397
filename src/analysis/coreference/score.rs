//! How well an entity fits a pronoun: a weighted sum over what the text shows. The given name's usual gender is one weak
//! term of it and goes nowhere else.

use crate::analysis::ActorKind;
use crate::analysis::actors::Function;

/// What the text shows about a pronoun and one candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Features {
    /// Sentences between the candidate's last mention and the pronoun.
    pub sentences_back: usize,
    /// Whether the candidate was last mentioned in an earlier block.
    pub other_block: bool,
    /// The best function of the candidate in its last sentence.
    pub function: Function,
    /// Whether that is also the pronoun's function.
    pub parallel: bool,
    /// Other candidates mentioned between the two.
    pub between: usize,
    /// Mentions so far.
    pub count: usize,
    /// Whether the last mention was a pronoun of the same gender.
    pub chain: bool,
    /// Whether a possessive pronoun follows its clause's subject, the candidate.
    pub own_subject: bool,
    /// Whether the candidate is the subject of the verb whose object the pronoun is.
    pub bound: bool,
    /// The pronoun is reflexive.
    pub reflexive: bool,
    /// The usual gender of the given name: agrees, or not; `None` where it gives no cue.
    pub usual_gender: Option<bool>,
    /// The gender that the text marks agrees.
    pub marked_gender: bool,
    /// What the candidate is.
    pub kind: Option<ActorKind>,
    /// The candidate spoke last, and the pronoun speaks.
    pub last_speaker: bool,
    /// The candidate is the first that the draft names.
    pub opens: bool,
    /// Whether the pronoun can mean several.
    pub plural: bool,
    /// The candidate is several.
    pub several: bool,
    /// Whether the pronoun means a thing.
    pub neuter: bool,
    /// Candidate only described.
    pub described: bool,
}

/// How well the candidate fits; more is better, below [`FLOOR`] is not at all.
pub(super) fn score(features: &Features) -> f32 {
    let mut sum = match features.sentences_back {
        0 => 0.0,
        1 => -0.6,
        2 => -1.5,
        more => -1.5 - 0.7 * (more.min(6) as f32 - 2.0),
    };
    sum += match features.function {
        Function::Subject => 1.0,
        Function::Object => 0.3,
        Function::Possessor => 0.4,
        Function::Oblique | Function::Other => 0.0,
    };
    sum += 0.5 * truth(features.parallel);
    sum -= 0.2 * features.between.min(5) as f32;
    sum += 0.35 * (1.0 + features.count as f32).ln();
    sum += 0.5 * truth(features.chain) + 1.0 * truth(features.own_subject) + 0.2 * truth(features.opens);
    sum += if features.reflexive {
        3.0 * truth(features.bound)
    } else {
        -3.0 * truth(features.bound)
    };
    sum += match features.usual_gender {
        Some(true) => 1.2,
        Some(false) => -2.5,
        None => 0.0,
    };
    sum += 1.0 * truth(features.marked_gender) - 0.3 * truth(features.other_block);
    sum += 1.0 * truth(features.last_speaker);
    if features.plural {
        sum += 1.2 * truth(features.several);
        sum += match features.kind {
            Some(ActorKind::Organization) => 0.3,
            Some(ActorKind::Person) if !features.several => -3.0,
            Some(ActorKind::Place) => -1.5,
            _ => 0.0,
        };
    } else if features.neuter {
        sum += match features.kind {
            Some(ActorKind::Organization) => 0.6,
            Some(ActorKind::Person) => -5.0,
            _ => 0.0,
        };
        sum -= 0.8 * truth(features.several);
    } else {
        sum -= match features.kind {
            Some(ActorKind::Person) => 0.0,
            Some(ActorKind::Other) | None => 1.5,
            Some(_) => 4.0,
        };
        sum -= 0.6 * truth(features.described);
    }
    sum
}

/// Below this no candidate is taken.
pub(super) const FLOOR: f32 = -1.6;

/// Two candidates nearer than this tie.
pub(super) const MARGIN: f32 = 0.1;

fn truth(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
