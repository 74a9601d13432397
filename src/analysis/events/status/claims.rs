//! What is only thought, rumored, imagined or falsely reported: "a hoax that Lund died". It does not say by whom.

use crate::analysis::EventStatus::{self, Denied, Possible};
use crate::analysis::events::EventKind;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::status::clauses::{self, DENIALS, first_joined, that_before, word_before};
use crate::analysis::events::status::supposed;
use crate::language::{Relation, Upos, View};

/// "believes that Lund left", "falsely reported that Lund left", "a rumor that Lund left", "Police were wrong to say that Lund left".
#[must_use]
pub fn status(view: View<'_>, verb: usize) -> Option<EventStatus> {
    let verb = first_joined(view, verb);
    supposed::status(view, verb)
        .or_else(|| by_noun(view, verb))
        .or_else(|| {
            let above = view.head(verb)?;
            match view.relation(verb) {
                // "Suppose the mayor left": parsers take the subject for an object.
                Relation::Acl if view.relation(above) == Relation::Obj => {
                    let verb = view.head(above)?;
                    matches!(view.lemma(verb).as_str(), "suppose" | "imagine" | "assume" | "pretend")
                        .then_some(Possible)
                }
                Relation::Ccomp | Relation::Csubj => by_clause_above(view, above),
                Relation::Xcomp => is_hearsay(view, above).then_some(Possible),
                _ => None,
            }
        })
}

/// "is believed to have left", "is said to have left".
fn is_hearsay(view: View<'_>, above: usize) -> bool {
    let lemma = view.lemma(above);
    view.has_passive_marks(above)
        && (lexicon::is(WordClass::Thought, &lemma)
            || matches!(
                lemma.as_str(),
                "say" | "report" | "claim" | "rumor" | "rumour" | "consider"
            ))
}

/// "believes that Lund left", "falsely reported that Lund left", "It is not true that Lund left".
fn by_clause_above(view: View<'_>, above: usize) -> Option<EventStatus> {
    let lemma = view.lemma(above);
    match view.upos(above) {
        Upos::Verb if is_false_report(view, above) || is_mistaken(view, above) => Some(Denied),
        Upos::Verb => (lexicon::is(WordClass::Thought, &lemma) || has_rumors(view, above)).then_some(Possible),
        Upos::Adj | Upos::Noun => {
            let is_denied = view
                .children_by(above, &[Relation::Advmod, Relation::Det])
                .any(|at| view.is_any(at, &DENIALS) || view.is(at, "no"));
            match lemma.as_str() {
                "true" | "truth" | "correct" if is_denied => Some(Denied),
                "possible" | "likely" | "unlikely" | "conceivable" | "doubtful" | "plausible" | "unclear" => {
                    Some(Possible)
                }
                _ => by_word(&lemma).filter(|_| !is_denied),
            }
        }
        _ => None,
    }
}

/// "falsely reported", "A hoax claimed", "a fake post said".
fn is_false_report(view: View<'_>, verb: usize) -> bool {
    let is_falsely = |at: usize| lexicon::is(WordClass::Falsely, &view.lower(at));
    view.children_by(verb, &[Relation::Advmod]).any(is_falsely)
        || view.subject_of(verb).is_some_and(|subject| is_untrue(view, subject))
}

/// "were wrong to say", "was mistaken when he said", "It was false to claim": whether whoever reports something errs.
fn is_mistaken(view: View<'_>, verb: usize) -> bool {
    let errs = |at: usize| lexicon::is(WordClass::Untrue, &view.lower(at)) || view.is_any(at, &["wrong", "mistaken"]);
    matches!(
        view.relation(verb),
        Relation::Xcomp | Relation::Csubj | Relation::Advcl | Relation::Ccomp
    ) && view
        .head(verb)
        .is_some_and(|above| above < verb && errs(above) && !clauses::is_denied(view, above))
}

/// "Rumors swirled that Lund left".
fn has_rumors(view: View<'_>, verb: usize) -> bool {
    view.subject_of(verb)
        .is_some_and(|subject| lexicon::is(WordClass::Rumor, &view.lemma(subject)))
}

/// "a hoax", "a fake post".
fn is_untrue(view: View<'_>, noun: usize) -> bool {
    lexicon::is(WordClass::Falsehood, &view.lemma(noun))
        || view
            .children_by(noun, &[Relation::Amod, Relation::Compound])
            .any(|at| lexicon::is(WordClass::Untrue, &view.lower(at)) || view.is(at, "hoax"))
}

fn by_word(lemma: &str) -> Option<EventStatus> {
    if lexicon::is(WordClass::Falsehood, lemma) || lexicon::is(WordClass::Untrue, lemma) {
        return Some(Denied);
    }
    lexicon::is(WordClass::Rumor, lemma).then_some(Possible)
}

/// "a rumor that Lund left", "reports that Lund left were untrue": the noun before "that", by the words alone, since parsers
/// are often wrong about such a clause.
#[must_use]
pub fn by_noun(view: View<'_>, verb: usize) -> Option<EventStatus> {
    let sentence = view.sentence(verb);
    let that = that_before(view, verb)?;
    let noun = word_before(view, that)?;
    // "the claim that made him famous", "the claim that Lund made".
    let has_subject = clauses::has_subject(view, that, verb);
    let is_made =
        view.object_of(verb).is_none_or(|object| object == that) && lexicon::is(WordClass::Light, &view.lemma(verb));
    if view.upos(noun) != Upos::Noun || !has_subject || is_made {
        return None;
    }
    let is_disproved = || {
        let mut after = (verb + 1..sentence.end).take_while(|at| !view.is(*at, ","));
        is_untrue(view, noun) || after.any(|at| disproves(view, at))
    };
    let lemma = view.lemma(noun);
    let is_unproved = view
        .child_by(noun, &[Relation::Det])
        .is_some_and(|at| view.is(at, "no"))
        && matches!(lemma.as_str(), "evidence" | "proof" | "sign" | "indication" | "record");
    let is_open = is_unproved || lexicon::is(WordClass::Rumor, &lemma);
    let is_told = lexicon::noun(&lemma).is_some_and(|sense| sense.kind == EventKind::Say);
    if (is_open || is_told || lexicon::is(WordClass::Falsehood, &lemma)) && is_disproved() {
        return Some(Denied);
    }
    is_open.then_some(Possible)
}

/// "proved unfounded", "was a hoax".
fn disproves(view: View<'_>, at: usize) -> bool {
    let word = view.lower(at);
    lexicon::is(WordClass::Untrue, &word) || lexicon::is(WordClass::Falsehood, &word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn of(marked: &str) -> Option<EventStatus> {
        ask(&parsed(marked), "left", status)
    }

    #[test]
    fn a_false_report_denies() {
        let marked = "A/a/DT/2/det site/site/NN/4/nsubj falsely/falsely/RB/4/advmod said/say/VBD/0/root \
                      Lund/Lund/NNP/6/nsubj left/leave/VBD/4/ccomp";
        assert_eq!(of(marked), Some(Denied));
        let marked =
            "A/a/DT/2/det hoax/hoax/NN/3/nsubj said/say/VBD/0/root Lund/Lund/NNP/5/nsubj left/leave/VBD/3/ccomp";
        assert_eq!(of(marked), Some(Denied));
        let marked =
            "A/a/DT/2/det site/site/NN/3/nsubj said/say/VBD/0/root Lund/Lund/NNP/5/nsubj left/leave/VBD/3/ccomp";
        assert_eq!(of(marked), None);
    }

    #[test]
    fn what_is_thought_or_rumored_is_open() {
        let marked = "Rao/Rao/NNP/2/nsubj believes/believe/VBZ/0/root Lund/Lund/NNP/4/nsubj left/leave/VBD/2/ccomp";
        assert_eq!(of(marked), Some(Possible));
        let marked = "Rao/Rao/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass said/say/VBN/0/root to/to/TO/6/mark \
                      have/have/VB/6/aux left/leave/VBN/3/xcomp";
        assert_eq!(of(marked), Some(Possible));
    }

    #[test]
    fn the_noun_before_that_tells_whatever_the_parse_says() {
        let clause = |noun: &str, rest: &str| {
            of(&format!(
                "A/a/DT/2/det {noun}/{noun}/NN/5/nsubj that/that/IN/5/obj Lund/Lund/NNP/5/nsubj left/leave/VBD/0/root \
                 proved/prove/VBD/5/dep {rest}/{rest}/JJ/6/xcomp"
            ))
        };
        assert_eq!(clause("rumor", "popular"), Some(Possible));
        assert_eq!(clause("rumor", "unfounded"), Some(Denied));
        assert_eq!(clause("report", "untrue"), Some(Denied));
        assert_eq!(clause("report", "right"), None);
        assert_eq!(clause("town", "untrue"), None);
    }

    #[test]
    fn what_is_set_apart_in_a_rumor_does_not_end_it() {
        let marked = "A/a/DT/2/det rumor/rumor/NN/9/nsubj that/that/IN/8/mark Rao/Rao/NNP/8/nsubj ,/,/,/4/punct \
                      mayor/mayor/NN/4/appos ,/,/,/4/punct left/leave/VBD/2/acl proved/prove/VBD/0/root false/false/JJ/9/xcomp";
        assert_eq!(of(marked), Some(Denied));
    }

    #[test]
    fn whoever_is_wrong_to_say_it_says_what_did_not_happen() {
        let wrong = |word: &str| {
            of(&format!(
                "Police/police/NNS/3/nsubj were/be/VBD/3/cop {word}/{word}/JJ/0/root to/to/TO/5/mark say/say/VB/3/xcomp \
                 Rao/Rao/NNP/7/nsubj left/leave/VBD/5/ccomp"
            ))
        };
        assert_eq!((wrong("wrong"), wrong("right")), (Some(Denied), None));
    }

    #[test]
    fn it_is_not_true() {
        let marked = "It/it/PRP/4/expl is/be/VBZ/4/cop not/not/RB/4/advmod true/true/JJ/0/root Lund/Lund/NNP/6/nsubj \
                      left/leave/VBD/4/csubj";
        assert_eq!(of(marked), Some(Denied));
    }
}
