//! Verbs by their tags that name no event: auxiliaries, prepositions, names. It does not say what the others name.

use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::phrases;
use crate::language::{Relation, Tag, Upos, View};

/// How many adverbs may be between an auxiliary and its participle, and one.
const ADVERBS: usize = 3;

/// "including the mayor", "based in Velden", "is", "let": prepositions and participles that look like verbs, auxiliaries.
#[must_use]
pub fn is_no_event(view: View<'_>, word: usize) -> bool {
    let serves_another = matches!(
        view.relation(word),
        Relation::Case | Relation::Mark | Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Fixed
    );
    serves_another
        || is_name(view, word)
        || begins_name(view, word)
        || is_split_auxiliary(view, word)
        || is_going_to(view, word)
        || ends_period(view, word)
        || is_subject_of_next(view, word)
        || view.is(word, "called") && view.is(word.saturating_sub(1), "so")
        || lexicon::is(WordClass::NoEvent, &view.lower(word))
        || matches!(view.lemma(word).as_str(), "be" | "let" | "’s" | "'s")
}

/// "Ned Rao", "came to Arnvik": taggers take some names for verbs.
fn is_name(view: View<'_>, word: usize) -> bool {
    if phrases::name_of_person(view, word).is_some() {
        return true;
    }
    let lemma = view.lemma(word);
    let is_unknown = view.is_capitalized(word) && lemma == view.lower(word) && lexicon::known_verb(&lemma).is_none();
    let is_inside = word > view.sentence(word).start && view.form(word - 1).starts_with(char::is_lowercase);
    is_unknown && (is_inside || lemma.ends_with("ed") && view.upos(word + 1) == Upos::Propn)
}

/// "Falk Textiles employs", "Barking Council met", "at Reading Crown Court": what begins the name of a body and is not its verb.
fn begins_name(view: View<'_>, word: usize) -> bool {
    let next = word + 1;
    if is_name_before_verb(view, word) {
        return true;
    }
    if !view.is_capitalized(word) || view.upos(next) != Upos::Propn || !view.is_capitalized(next) {
        return false;
    }
    let sentence = view.sentence(word);
    let is_first = (sentence.start..word).all(|at| view.upos(at) == Upos::Punct);
    if !is_first {
        // In a headline all words have capitals.
        let is_prose = view.is(sentence.end - 1, ".") && view.form(word - 1).starts_with(char::is_lowercase);
        return is_prose && matches!(view.tag(word), Tag::Gerund | Tag::BaseVerb);
    }
    let above = view
        .head(next)
        .filter(|verb| *verb > next && view.tag(*verb).is_finite());
    let is_subject =
        view.relation(next) == Relation::Nsubj && above.is_some_and(|verb| !(next..verb).any(|at| view.is(at, ",")));
    let is_unknown = lexicon::known_verb(&view.lemma(word)).is_none() && view.lemma(word) == view.lower(word);
    is_subject && (view.tag(word) == Tag::Gerund || view.tag(word) == Tag::BaseVerb && is_unknown)
}

/// "Quaill lives in Ostby": a word that begins the sentence and is in no table of verbs, before one that looks like a verb.
fn is_name_before_verb(view: View<'_>, word: usize) -> bool {
    let next = word + 1;
    let lemma = view.lemma(word);
    let is_verb_form = lexicon::third_person(&view.lower(next)).is_some() || view.form(next) == "lives";
    word == view.sentence(word).start
        && view.tag(word) == Tag::BaseVerb
        && view.is_capitalized(word)
        && lemma == view.lower(word)
        && lexicon::known_verb(&lemma).is_none()
        && view.tag(next) == Tag::PluralNoun
        && is_verb_form
}

/// "if the valve had held", "denied having lied": parsers take some auxiliaries for verbs above the participle.
fn is_split_auxiliary(view: View<'_>, word: usize) -> bool {
    let next = (word + 1..=word + ADVERBS).find(|at| !matches!(view.upos(*at), Upos::Adv | Upos::Part));
    view.lemma(word) == "have"
        && next.is_some_and(|at| {
            view.tag(at) == Tag::PastParticiple && view.upos(at) == Upos::Verb && view.head(at) == Some(word)
        })
}

/// "is going to sell": the word only says that the next verb is to come.
fn is_going_to(view: View<'_>, word: usize) -> bool {
    view.is(word, "going") && view.is(word + 1, "to") && view.tag(word + 2) == Tag::BaseVerb
}

/// "the quarter ended June 30": the words say which quarter.
fn ends_period(view: View<'_>, word: usize) -> bool {
    let period = word.checked_sub(1).map(|at| view.lemma(at)).unwrap_or_default();
    let goes_on = matches!(view.upos(word + 1), Upos::Propn | Upos::Noun | Upos::Num);
    view.is_any(word, &["ended", "ending"]) && goes_on && lexicon::is(WordClass::UnitOfTime, &period)
}

/// "Revenue rose": what is tagged as a verb that is in the present, right before one in the past, is its subject.
fn is_subject_of_next(view: View<'_>, word: usize) -> bool {
    matches!(view.tag(word), Tag::BaseVerb | Tag::ThirdPerson)
        && view.tag(word + 1) == Tag::PastTense
        && view.upos(word + 1) == Upos::Verb
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn is_event(marked: &str, form: &str) -> bool {
        !ask(&parsed(marked), form, is_no_event)
    }

    #[test]
    fn going_to_and_the_end_of_a_quarter_are_no_events() {
        let marked = "is/be/VBZ/2/aux going/go/VBG/0/root to/to/TO/4/mark sell/sell/VB/2/xcomp it/it/PRP/4/obj";
        assert!(!is_event(marked, "going") && is_event(marked, "sell"));
        let marked =
            "the/the/DT/2/det quarter/quarter/NN/0/root ended/end/VBN/2/acl June/June/NNP/3/obl 30/30/CD/4/nummod";
        assert!(!is_event(marked, "ended"));
        let marked = "Revenue/revenue/VB/2/nsubj rose/rise/VBD/0/root";
        assert!(!is_event(marked, "Revenue") && is_event(marked, "rose"));
    }

    #[test]
    fn an_auxiliary_above_its_participle_is_no_event() {
        let marked = "if/if/IN/3/mark it/it/PRP/3/nsubj had/have/VBD/0/root held/hold/VBN/3/advcl";
        assert!(!is_event(marked, "had") && is_event(marked, "held"));
        let marked = "They/they/PRP/2/nsubj had/have/VBD/0/root stolen/steal/VBN/4/amod goods/goods/NNS/2/obj";
        assert!(is_event(marked, "had"));
    }

    #[test]
    fn the_first_word_of_the_name_of_a_body_is_no_event() {
        let marked = "Falk/falk/VB/0/root Mills/Mills/NNP/3/nsubj employs/employ/VBZ/1/ccomp ninety/ninety/CD/3/obj";
        assert!(!is_event(marked, "Falk") && is_event(marked, "employs"));
        let marked = "Barking/bark/VBG/3/advcl Council/Council/NNP/3/nsubj met/meet/VBD/0/root";
        assert!(!is_event(marked, "Barking"));
        let marked = "Facing/face/VBG/4/advcl Lund/Lund/NNP/1/obj ,/,/,/4/punct met/meet/VBD/0/root";
        assert!(is_event(marked, "Facing"));
        let marked = "met/meet/VBD/0/root at/at/IN/4/case Reading/read/VBG/4/amod Court/Court/NNP/1/obl ./././1/punct";
        assert!(!is_event(marked, "Reading"));
        let marked = "Quaill/quaill/VB/0/root lives/life/NNS/1/obj in/in/IN/4/case Ostby/Ostby/NNP/2/nmod";
        assert!(!is_event(marked, "Quaill"));
    }

    #[test]
    fn names_that_look_like_verbs_are_no_events() {
        let marked = "Ned/ned/VBN/3/advcl Rao/Rao/NNP/3/nsubj left/leave/VBD/0/root";
        assert!(!is_event(marked, "Ned") && is_event(marked, "left"));
        let marked = "came/come/VBD/0/root to/to/TO/3/mark Arnvik/arnvik/VB/1/advcl";
        assert!(!is_event(marked, "Arnvik"));
    }
}
