//! The verbs of headlines, which taggers take for nouns, adjectives and names. It looks for no subject.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::language::{Relation, Tag, Upos, View};

/// How far before a participle, in words, its auxiliary may be.
const AUXILIARY_WITHIN: usize = 3;

/// How far before a participle, in words, "been" may be.
const BEEN_WITHIN: usize = 2;

/// A verb, and whether the subject before it is the patient.
pub type HeadlineVerb = (usize, bool);

/// The verb of a headline.
#[must_use]
pub fn main_verb(view: View<'_>, words: Range<usize>) -> Option<HeadlineVerb> {
    tagged_verb(view, words.clone()).or_else(|| title_case_verb(view, words))
}

/// The first verb by the tags of the words, or against them where taggers are known to be wrong.
#[must_use]
pub fn tagged_verb(view: View<'_>, words: Range<usize>) -> Option<HeadlineVerb> {
    words.clone().skip(1).find_map(|at| {
        if is_taken_for_plural(view, at) {
            return Some((at, false));
        }
        if is_state(view, at) {
            return Some((at, true));
        }
        if is_taken_for_adjective(view, at) || is_bare(view, at, words.end) {
            return Some((at, false));
        }
        if view.upos(at) != Upos::Verb || view.relation(at) == Relation::Amod || is_person(view, at) {
            return None;
        }
        match view.tag(at) {
            Tag::ThirdPerson | Tag::PresentTense => Some((at, false)),
            Tag::PastTense => Some((at, leaves_auxiliary_out(view, at, words.end))),
            Tag::PastParticiple => Some((at, is_passive_participle(view, at, words.start))),
            Tag::BaseVerb if follows_modal(view, at, words.start) => Some((at, false)),
            _ => None,
        }
    })
}

/// Whether a word makes a clause of the words around it: a finite verb that is no noun for people, or a verb of
/// headlines.
#[must_use]
pub fn carries_clause(view: View<'_>, at: usize) -> bool {
    view.tag(at).is_finite() && !is_person(view, at) || at > 0 && is_taken_for_plural(view, at)
}

/// "fans", "rivals": people, which taggers take for verbs in headlines.
fn is_person(view: View<'_>, at: usize) -> bool {
    lexicon::known_verb(&view.lemma(at)).is_none() && tables::noun(&view.lower(at)).is_some()
}

/// "Mayor slams plan", "Bomber rams truck": verbs that taggers take for nouns in the plural.
fn is_taken_for_plural(view: View<'_>, at: usize) -> bool {
    let is_noun = matches!(
        view.tag(at),
        Tag::PluralNoun | Tag::PluralName | Tag::SingularNoun | Tag::SingularName
    );
    is_noun
        && follows_subject(view, at)
        && (lexicon::is(WordClass::HeadlineVerb, &view.lower(at)) || lexicon::third_person(&view.lower(at)).is_some())
}

/// Whether a word that can be a subject comes right before.
fn follows_subject(view: View<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(view.upos(before), Upos::Noun | Upos::Propn)
            || view.tag(before) == Tag::Gerund
            || view.is_capitalized(before)
    })
}

/// "Seven dead in crash", "Crew missing": an adjective that says what happened to those before it.
fn is_state(view: View<'_>, at: usize) -> bool {
    lexicon::is(WordClass::HeadlineState, &view.lower(at))
        && at.checked_sub(1).is_some_and(|before| {
            matches!(
                view.upos(before),
                Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Pron
            )
        })
}

/// "Fans celebrate first win": a verb that is taken for an adjective between people and what they do it to.
fn is_taken_for_adjective(view: View<'_>, at: usize) -> bool {
    let people = view.lower(at.saturating_sub(1));
    view.upos(at) == Upos::Adj
        && lexicon::known_verb(&view.lower(at)).is_some()
        && people.ends_with('s')
        && tables::noun(&people).is_some()
}

/// "Polls will go on": a verb after a modal, with adverbs between.
fn follows_modal(view: View<'_>, at: usize, from: usize) -> bool {
    let mut before = (from..at).rev().take(AUXILIARY_WITHIN);
    before
        .find(|at| !matches!(view.upos(*at), Upos::Adv | Upos::Part))
        .is_some_and(|at| view.tag(at) == Tag::Modal)
}

/// "Residents rally against plan", "Patients in Velden struggle to sleep": a bare verb after people in the plural, which
/// taggers take for a noun or an infinitive.
fn is_bare(view: View<'_>, at: usize, limit: usize) -> bool {
    let is_plural = |at: usize| matches!(view.tag(at), Tag::PluralNoun | Tag::PluralName);
    // "Patients in Pa. struggle": the period of a shortened state.
    let end = at - usize::from(at > 1 && view.is(at - 1, "."));
    let before = |back: usize| end.checked_sub(back);
    let follows_plural = before(1).is_some_and(is_plural)
        || before(1).is_some_and(|name| view.is_capitalized(name))
            && before(2).is_some_and(|preposition| view.upos(preposition) == Upos::Adp)
            && before(3).is_some_and(is_plural);
    let goes_on = at + 1 >= limit
        || view.tag(at) == Tag::BaseVerb
        || matches!(
            view.upos(at + 1),
            Upos::Adp | Upos::Det | Upos::Pron | Upos::Sconj | Upos::Part | Upos::Punct
        );
    let is_open = matches!(view.upos(at), Upos::Noun | Upos::Adv | Upos::Adj) || view.tag(at) == Tag::BaseVerb;
    follows_plural && is_open && goes_on && lexicon::known_verb(&view.lower(at)).is_some()
}

/// "Seven killed in crash": headlines leave "were" out, so that a participle is taken for a past tense.
fn leaves_auxiliary_out(view: View<'_>, at: usize, limit: usize) -> bool {
    let has_object = at + 1 < limit
        && matches!(
            view.upos(at + 1),
            Upos::Noun | Upos::Propn | Upos::Det | Upos::Pron | Upos::Num | Upos::Adj
        );
    !has_object && lexicon::is(WordClass::HeadlinePassive, &view.lower(at))
}

/// "Mayor arrested", "has been arrested"; not "has arrested", and not "Driver 'blacked out'", where the words in marks are a
/// sentence of their own.
fn is_passive_participle(view: View<'_>, at: usize, from: usize) -> bool {
    let auxiliary = (at.saturating_sub(AUXILIARY_WITHIN).max(from)..at).find(|at| view.upos(*at) == Upos::Aux);
    let has = auxiliary.is_some_and(|at| matches!(view.lemma(at).as_str(), "have" | "’ve" | "'ve"));
    let been = (at.saturating_sub(BEEN_WITHIN)..at).any(|at| view.is(at, "been"));
    let is_marked = at
        .checked_sub(1)
        .is_some_and(|before| matches!(view.form(before), "'" | "‘" | "“" | "\""));
    (!has || been) && !is_marked
}

/// "Rebels Strike Border Post": where every word has a capital, taggers see names only.
fn title_case_verb(view: View<'_>, words: Range<usize>) -> Option<HeadlineVerb> {
    let has_object = |at: usize| {
        at + 1 < words.end
            && matches!(
                view.upos(at + 1),
                Upos::Adj | Upos::Det | Upos::Propn | Upos::Num | Upos::Pron
            )
    };
    let is_verb = |at: usize| view.upos(at) == Upos::Propn && lexicon::known_verb(&view.lower(at)).is_some();
    words
        .clone()
        .skip(1)
        .find(|at| has_object(*at) && is_verb(*at))
        .map(|at| (at, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::parsed;

    /// The verb of a headline whose words have tags only ("form/lemma/TAG").
    fn verb(tagged: &str) -> Option<(String, bool)> {
        let marked: Vec<String> = tagged.split(' ').map(|token| format!("{token}/0/_")).collect();
        let (text, language) = parsed(&marked.join(" "));
        let view = View::new(&text, &language);
        main_verb(view, 0..view.len()).map(|(at, passive)| (view.form(at).to_owned(), passive))
    }

    fn active(form: &str) -> Option<(String, bool)> {
        Some((form.to_owned(), false))
    }

    fn passive(form: &str) -> Option<(String, bool)> {
        Some((form.to_owned(), true))
    }

    #[test]
    fn verbs_that_look_like_plurals_are_found() {
        assert_eq!(verb("Mayor/mayor/NN slams/slam/NNS plan/plan/NN"), active("slams"));
        assert_eq!(verb("Board/board/NN vindicates/vindicate/NNS Rao/Rao/NNP"), None);
        assert_eq!(
            verb("Council/council/NN investigates/investigate/NNS fire/fire/NN"),
            active("investigates")
        );
    }

    #[test]
    fn people_are_no_verbs() {
        assert_eq!(verb("The/the/DT ministers/minister/VBZ meet/meet/VBP"), active("meet"));
    }

    #[test]
    fn verbs_that_look_like_adjectives_or_names_are_found() {
        assert_eq!(
            verb("Ministers/minister/NNS attack/attack/JJ plan/plan/NN"),
            active("attack")
        );
        assert_eq!(
            verb("Rebels/Rebels/NNP Attack/Attack/NNP Border/Border/NNP Post/Post/NNP"),
            active("Attack")
        );
    }

    #[test]
    fn a_bare_verb_follows_a_plural() {
        let marked = "Crews/crew/NNS rally/rally/RB against/against/IN plan/plan/NN";
        assert_eq!(verb(marked), active("rally"));
        let marked = "Patients/patient/NNS in/in/IN Velden/Velden/JJ fight/fight/NN to/to/TO sleep/sleep/VB";
        assert_eq!(verb(marked), active("fight"));
        assert_eq!(
            verb("The/the/DT town/town/NN fight/fight/NN against/against/IN rats/rat/NNS"),
            None
        );
    }

    #[test]
    fn a_verb_after_a_modal_is_the_verb() {
        let marked = "Polls/poll/NNS will/will/MD go/go/VB on/on/RP as/as/IN planned/plan/VBN";
        assert_eq!(verb(marked), active("go"));
    }

    #[test]
    fn states_and_participles_are_passive() {
        assert_eq!(verb("Seven/seven/CD dead/dead/JJ"), passive("dead"));
        assert_eq!(
            verb("Seven/seven/CD killed/kill/VBD in/in/IN crash/crash/NN"),
            passive("killed")
        );
        assert_eq!(
            verb("Rebels/rebel/NNS killed/kill/VBD seven/seven/CD"),
            active("killed")
        );
        assert_eq!(verb("Mayor/mayor/NN arrested/arrest/VBN"), passive("arrested"));
        assert_eq!(
            verb("Police/police/NN has/have/MD arrested/arrest/VBN him/him/PRP"),
            active("arrested")
        );
        assert_eq!(
            verb("Rao/Rao/NNP has/have/MD been/be/MD arrested/arrest/VBN"),
            passive("arrested")
        );
        assert_eq!(verb("Driver/driver/NN ‘/‘/`` sacked/sack/VBN ’/’/''"), active("sacked"));
    }

    #[test]
    fn a_verb_of_headlines_carries_a_clause() {
        let (text, language) = parsed("Mayor/mayor/NN/0/_ slams/slam/NNS/0/_ plan/plan/NN/0/_");
        let view = View::new(&text, &language);
        assert!(carries_clause(view, 1) && !carries_clause(view, 2));
    }
}
