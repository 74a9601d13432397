//! Whether what a noun names took place: by its adjectives, by a participle after it, by the verb of which it is subject or
//! object. It does not look at dates.

use std::ops::Range;

use crate::analysis::EventStatus::{self, Denied, Done, Ongoing, Planned, Possible};
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::phrases;
use crate::analysis::events::status::{accused, prevented, verbs};
use crate::language::{Relation, Tag, Upos, View};

/// How many words after a noun phrase a participle may still describe it ("talks of the two planned for May").
const PARTICIPLE_WITHIN: usize = 9;

/// The status of an event noun without a light verb.
#[must_use]
pub fn status(view: View<'_>, noun: usize) -> EventStatus {
    let phrase = phrases::phrase(view, noun);
    accused::of_noun(view, noun, &phrase)
        .or_else(|| by_adjective(view, noun, &phrase))
        .or_else(|| prevented::is_replaced(view, phrase.start).then_some(Denied))
        .or_else(|| is_planned_after(view, noun, &phrase).then_some(Planned))
        .or_else(|| is_ahead(view, noun, &phrase).then_some(Planned))
        .or_else(|| by_verb(view, noun))
        .unwrap_or(Done)
}

/// "the expected visit", "an alleged attack", "no deal".
fn by_adjective(view: View<'_>, noun: usize, phrase: &Range<usize>) -> Option<EventStatus> {
    // Some taggers take "expected" before a noun for a verb, which ends the phrase.
    let first = phrase.start.saturating_sub(1).max(view.sentence(noun).start);
    let classes = [
        (WordClass::PlannedAdjective, Planned),
        (WordClass::PossibleAdjective, Possible),
        (WordClass::DeniedAdjective, Denied),
        (WordClass::OngoingAdjective, Ongoing),
    ];
    (first..phrase.end).filter(|at| *at != noun).find_map(|at| {
        let word = view.lower(at);
        let listed = classes.iter().find(|(class, _)| lexicon::is(*class, &word));
        listed
            .map(|(_, status)| *status)
            .or_else(|| (word == "no").then_some(Denied))
    })
}

/// "a meeting of the two that is expected on Friday", "talks planned for May".
fn is_planned_after(view: View<'_>, noun: usize, phrase: &Range<usize>) -> bool {
    let limit = view.sentence(noun).end.min(phrase.end + PARTICIPLE_WITHIN);
    let verb = (phrase.end..limit)
        .take_while(|at| view.upos(*at) != Upos::Punct)
        .find(|at| view.upos(*at) == Upos::Verb);
    verb.is_some_and(|verb| {
        view.tag(verb) == Tag::PastParticiple
            && view.is_any(verb, &["expected", "planned", "scheduled", "slated", "set"])
            && !(phrase.end..verb).any(|at| view.is_any(at, &["was", "were", "had"]))
    })
}

/// "ahead of the summit".
fn is_ahead(view: View<'_>, noun: usize, phrase: &Range<usize>) -> bool {
    let from = view.sentence(noun).start;
    let is_before = |back: usize, form: &str| {
        phrase
            .start
            .checked_sub(back)
            .is_some_and(|at| at >= from && view.is(at, form))
    };
    is_before(1, "of") && is_before(2, "ahead")
}

/// "plans a visit", "cancelled the visit", "the summit will be held": the verb of which the noun is subject or object decides.
fn by_verb(view: View<'_>, noun: usize) -> Option<EventStatus> {
    let verb = view.head(noun).filter(|head| view.upos(*head) == Upos::Verb)?;
    let lemma = view.lemma(verb);
    match view.relation(noun) {
        Relation::Obj if plans(&lemma) => Some(Planned),
        Relation::Obj if prevents(&lemma) => Some(Denied),
        // "The summit was not held here": it is the holding that is denied.
        Relation::Obj | Relation::NsubjPass | Relation::Nsubj => {
            Some(verbs::status(view, verb)).filter(|status| *status != Denied)
        }
        _ => None,
    }
}

/// "seek a deal": verbs whose object is to come.
fn plans(lemma: &str) -> bool {
    matches!(
        lemma,
        "plan" | "schedule" | "expect" | "seek" | "propose" | "want" | "demand" | "await" | "prepare"
    )
}

/// "avoid a strike": verbs whose object does not happen.
fn prevents(lemma: &str) -> bool {
    matches!(lemma, "deny" | "cancel" | "rule" | "avoid" | "prevent")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn of(marked: &str, form: &str) -> EventStatus {
        ask(&parsed(marked), form, status)
    }

    #[test]
    fn an_adjective_tells() {
        let of_adjective = |word: &str| of(&format!("{word}/{word}/JJ/2/amod visit/visit/NN/0/root"), "visit");
        assert_eq!(of_adjective("expected"), Planned);
        assert_eq!(of_adjective("alleged"), Possible);
        assert_eq!(of_adjective("failed"), Denied);
        assert_eq!(of_adjective("ongoing"), Ongoing);
        assert_eq!(of_adjective("no"), Denied);
        assert_eq!(of_adjective("long"), Done);
    }

    #[test]
    fn a_participle_after_the_noun_tells() {
        let marked = "talks/talk/NNS/0/root planned/plan/VBN/1/acl for/for/IN/4/case May/May/NNP/2/obl";
        assert_eq!(of(marked, "talks"), Planned);
        let marked = "talks/talk/NNS/3/nsubj:pass were/be/VBD/3/aux:pass planned/plan/VBN/0/root";
        assert_eq!(of(marked, "talks"), Done);
    }

    #[test]
    fn what_one_speaks_ahead_of_is_planned() {
        let marked =
            "spoke/speak/VBD/0/root ahead/ahead/RB/1/advmod of/of/IN/5/case the/the/DT/5/det summit/summit/NN/1/obl";
        assert_eq!(of(marked, "summit"), Planned);
    }

    #[test]
    fn the_verb_of_the_noun_tells() {
        let of_object = |form: &str, lemma: &str| {
            of(
                &format!("Rao/Rao/NNP/2/nsubj {form}/{lemma}/VBD/0/root a/a/DT/4/det visit/visit/NN/2/obj"),
                "visit",
            )
        };
        assert_eq!(of_object("sought", "seek"), Planned);
        assert_eq!(of_object("avoided", "avoid"), Denied);
        assert_eq!(of_object("enjoyed", "enjoy"), Done);
        let marked = "The/the/DT/2/det summit/summit/NN/5/nsubj:pass will/will/MD/5/aux be/be/VB/5/aux:pass held/hold/VBN/0/root";
        assert_eq!(of(marked, "summit"), Planned);
        let marked = "The/the/DT/2/det summit/summit/NN/5/nsubj:pass was/be/VBD/5/aux:pass not/not/RB/5/advmod held/hold/VBN/0/root";
        assert_eq!(of(marked, "summit"), Done);
    }
}
