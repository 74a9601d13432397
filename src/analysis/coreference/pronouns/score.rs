//! How well an entity fits a pronoun: a weighted sum over what the text shows. The given name's usual gender is one weak
//! term of it and goes nowhere else.

use crate::analysis::ActorKind;
use crate::analysis::actors::Function;

/// What the text shows about a pronoun and one candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Features {
    /// Sentences between the candidate's last mention and the pronoun.
    pub sentences_back: usize,
    /// Words between them, in the same sentence.
    pub words_back: usize,
    /// Whether the candidate was last mentioned in an earlier block.
    pub other_block: bool,
    /// The best function of the candidate in its last sentence.
    pub function: Function,
    /// What the pronoun does.
    pub own_function: Function,
    /// Whether the candidate does the same.
    pub parallel: bool,
    /// Other candidates mentioned between the two.
    pub between: usize,
    /// Mentions so far.
    pub count: usize,
    /// Whether the last mention was a pronoun of the same gender.
    pub chain: bool,
    /// The candidate is the last subject before the pronoun in its sentence.
    pub nearest_subject: bool,
    /// The candidate is the first that its sentence mentions.
    pub begins_sentence: bool,
    /// The candidate is the subject of the verb whose object the pronoun is.
    pub bound: bool,
    /// The pronoun is reflexive.
    pub reflexive: bool,
    /// The candidate comes after the pronoun, as the subject that an introductory phrase waits for.
    pub ahead: bool,
    /// The candidate is in brackets or between "and" and another.
    pub aside: bool,
    /// The candidate is mentioned only to say whose relative or colleague another is.
    pub completes: bool,
    /// The pronoun follows it after "and": "Ana Weil and her brother".
    pub row: bool,
    /// The pronoun is in a relative clause about it.
    pub relative: bool,
    /// The gender of earlier pronouns, or the usual one of the given name: agrees, or not; `None` where it gives no cue.
    pub usual_gender: Option<bool>,
    /// The gender that the text marks agrees.
    pub marked_gender: bool,
    /// What the candidate is.
    pub kind: Option<ActorKind>,
    /// The candidate spoke last, and the pronoun speaks.
    pub last_speaker: bool,
    /// The pronoun goes on with what was quoted before: “…,” he added.
    pub goes_on: bool,
    /// The pronoun speaks, and the candidate was last mentioned in somebody's quoted words.
    pub spoken_of: bool,
    /// The candidate is the first that the draft names.
    pub opens: bool,
    /// Whether the pronoun can mean several.
    pub plural: bool,
    /// The candidate is several.
    pub several: bool,
    /// Whether the pronoun means a thing.
    pub neuter: bool,
    /// The candidate is only described.
    pub described: bool,
}

/// How well the candidate fits; more is better, below [`FLOOR`] is not at all.
pub(super) fn score(features: &Features) -> f32 {
    features.terms().iter().map(|(weight, value)| weight * value).sum()
}

impl Features {
    /// Whether the candidate is the subject of the verb whose plain object the pronoun is: they are never one.
    pub(super) fn is_own_object(&self) -> bool {
        self.bound && !self.reflexive && self.own_function == Function::Object
    }

    /// Each weight with the value it weighs.
    ///
    /// The weights of "he" and "she" were fitted to pronouns with two candidates each and rounded; those of "they" and
    /// "it" are set by hand, as are those of what is right next to a name.
    pub(super) fn terms(&self) -> [(f32, f32); 35] {
        let person = !self.plural && !self.neuter;
        let same = self.sentences_back == 0;
        let does = |function: Function| truth(self.function == function);
        let one = |holds: bool| truth(person && holds);
        [
            (-1.9, truth(self.sentences_back == 1)),
            (-3.2, truth(self.sentences_back == 2)),
            (-3.7, truth(self.sentences_back > 2)),
            (-0.3, self.sentences_back.saturating_sub(3) as f32),
            (-0.3, truth(same) * (1.0 + self.words_back as f32).ln()),
            (1.2, does(Function::Subject)),
            (0.7, does(Function::Object)),
            (0.5, does(Function::Possessor)),
            (0.2, truth(self.parallel)),
            (0.7, truth(self.parallel && self.own_function == Function::Subject)),
            (0.4, truth(same && self.own_function == Function::Possessor)),
            (-0.25, self.between.min(5) as f32),
            (0.7, (1.0 + self.count as f32).ln()),
            (-0.7, truth(self.chain)),
            (
                0.4,
                truth(self.nearest_subject && self.own_function == Function::Possessor),
            ),
            (0.3, truth(self.begins_sentence)),
            (-2.0, truth(self.bound && !self.reflexive)),
            (3.0, truth(self.bound && self.reflexive)),
            (1.6, truth(self.ahead)),
            (-0.5, truth(self.aside)),
            (-0.7, truth(self.completes)),
            (1.5, truth(self.row)),
            (1.0, truth(self.relative)),
            (0.7, truth(self.usual_gender == Some(true))),
            (-3.0, truth(self.usual_gender == Some(false))),
            (0.7, truth(self.marked_gender)),
            (-0.3, truth(self.other_block)),
            (1.8, truth(self.last_speaker)),
            (3.0, truth(self.last_speaker && self.goes_on)),
            (-1.0, truth(self.spoken_of)),
            (0.25, truth(self.opens)),
            (-1.5, one(!matches!(self.kind, Some(ActorKind::Person)))),
            (-3.0, one(self.described && !self.last_speaker)),
            (1.0, self.plural_kind()),
            (1.0, self.neuter_kind()),
        ]
    }

    fn plural_kind(&self) -> f32 {
        if !self.plural {
            return 0.0;
        }
        let several = 1.2 * truth(self.several);
        several
            + match self.kind {
                Some(ActorKind::Organization) => 0.3,
                Some(ActorKind::Person) if !self.several => -3.0,
                Some(ActorKind::Place) => -1.5,
                _ => 0.0,
            }
    }

    fn neuter_kind(&self) -> f32 {
        if !self.neuter {
            return 0.0;
        }
        let several = -0.8 * truth(self.several);
        several
            + match self.kind {
                Some(ActorKind::Organization) => 0.6,
                Some(ActorKind::Person) => -5.0,
                _ => 0.0,
            }
    }
}

/// Below this no candidate is taken.
pub(super) const FLOOR: f32 = -3.0;

/// Two candidates nearer than this tie.
pub(super) const MARGIN: f32 = 0.05;

fn truth(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A person in the sentence before.
    const PERSON: Features = Features {
        sentences_back: 1,
        words_back: 0,
        other_block: false,
        function: Function::Other,
        own_function: Function::Subject,
        parallel: false,
        between: 0,
        count: 1,
        chain: false,
        nearest_subject: false,
        begins_sentence: false,
        bound: false,
        reflexive: false,
        ahead: false,
        aside: false,
        completes: false,
        row: false,
        relative: false,
        usual_gender: None,
        marked_gender: false,
        kind: Some(ActorKind::Person),
        last_speaker: false,
        goes_on: false,
        spoken_of: false,
        opens: false,
        plural: false,
        several: false,
        neuter: false,
        described: false,
    };

    #[test]
    fn what_speaks_for_a_candidate_raises_its_score_and_what_speaks_against_it_lowers_it() {
        let subject = Features {
            function: Function::Subject,
            ..PERSON
        };
        let awaited = Features { ahead: true, ..PERSON };
        let spoke_last = Features {
            last_speaker: true,
            ..PERSON
        };
        let added = Features { row: true, ..PERSON };
        for better in [subject, awaited, spoke_last, added] {
            assert!(score(&better) > score(&PERSON), "{better:?}");
        }
        let far = Features {
            sentences_back: 3,
            ..PERSON
        };
        let bound = Features { bound: true, ..PERSON };
        let aside = Features { aside: true, ..PERSON };
        let other_gender = Features {
            usual_gender: Some(false),
            ..PERSON
        };
        for worse in [far, bound, aside, other_gender] {
            assert!(score(&worse) < score(&PERSON), "{worse:?}");
        }
    }

    #[test]
    fn it_is_no_person_and_they_are_no_single_one() {
        for pronoun in [Features { neuter: true, ..PERSON }, Features { plural: true, ..PERSON }] {
            let group = Features {
                kind: Some(ActorKind::Organization),
                ..pronoun
            };
            assert!(score(&group) > score(&pronoun));
        }
    }
}
