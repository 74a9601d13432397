//! Who takes part in an event that a verb names, by the parse. Where the verb has no subject of its own, `subjects` looks for one. It
//! reads no sentence without a parse.

use crate::analysis::ParticipantRole::{self, Agent, Patient};
use crate::analysis::events::EventKind;
use crate::analysis::events::arguments::conjuncts::{Argument, add_with_conjuncts, has_role};
use crate::analysis::events::arguments::{misread, subjects};
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::status;
use crate::language::{Relation, Tag, Upos, View};

/// Adds the participants of a verb of this kind.
pub fn of_verb(view: View<'_>, verb: usize, kind: EventKind, found: &mut Vec<Argument>) {
    let inverted = misread::speaker_after(view, verb).or_else(|| misread::mover_after(view, verb));
    let passive = inverted.is_none() && subject_is_patient(view, verb);
    let own = inverted
        .or_else(|| subjects::of_own_clause(view, verb))
        .or_else(|| misread::named_after_and(view, verb));
    let is_parted = own.is_none() && misread::is_parted_participle(view, verb);
    if let Some(subject) = own {
        add_with_conjuncts(view, subject, if passive { Patient } else { Agent }, found);
    }
    let is_subject = |child: usize| {
        matches!(
            view.relation(child),
            Relation::Nsubj | Relation::NsubjPass | Relation::Csubj
        )
    };
    // "The victim was Rao, police said": of two subjects the nearer one speaks.
    let nearest = view
        .children(verb)
        .filter(|child| *child < verb && is_subject(*child))
        .last();
    let is_read = |child: &usize| {
        !is_subject(*child)
            || own.is_none()
                && !is_parted
                && (nearest == Some(*child) || !misread::is_listener(view, *child))
                && !nearest.is_some_and(|near| *child < near && (*child..near).any(|at| view.is(at, ",")))
    };
    for child in view.children(verb).filter(is_read) {
        if let Some(role) = role_of(view, child, kind, passive) {
            add_with_conjuncts(view, seen_doing(view, child), role, found);
        }
    }
    if !passive && !has_role(found, Patient) {
        let object = subjects::misread_object(view, verb).or_else(|| misread::taken_for_complement(view, verb));
        found.extend(object.map(|object| (object, Patient)));
    }
    if !has_role(found, Patient) {
        for asked in who_is_asked(view, verb, kind) {
            add_with_conjuncts(view, asked, Patient, found);
        }
    }
    let missing = if passive { Patient } else { Agent };
    if !has_role(found, missing)
        && !is_parted
        && let Some(subject) = subjects::without_own(view, verb)
    {
        add_with_conjuncts(view, subject, missing, found);
    }
}

/// "found Lund sleeping": parsers take what somebody is seen doing for a noun with the name before it.
fn seen_doing(view: View<'_>, object: usize) -> usize {
    let name = object.saturating_sub(1);
    let sees = |verb| {
        let lemma = view.lemma(verb);
        matches!(
            lemma.as_str(),
            "catch" | "discover" | "film" | "find" | "hear" | "photograph" | "see" | "spot" | "watch"
        )
    };
    let is_one = view.relation(object) == Relation::Obj
        && view.tag(object) == Tag::SingularNoun
        && view.lower(object).ends_with("ing")
        && view.head(name) == Some(object)
        && view.relation(name) == Relation::Compound
        && view.upos(name) == Upos::Propn
        && view.head(object).is_some_and(sees);
    if is_one { name } else { object }
}

/// The role of a word that depends on a verb; `None` where it takes no part.
fn role_of(view: View<'_>, child: usize, kind: EventKind, passive: bool) -> Option<ParticipantRole> {
    match view.relation(child) {
        Relation::Nsubj | Relation::Csubj if passive => Some(Patient),
        Relation::NsubjPass if passive => Some(Patient),
        Relation::OblAgent => (!view.says_how(child)).then_some(Agent),
        Relation::Nsubj | Relation::NsubjPass => Some(Agent),
        // "a rumor that Lund left": parsers take the clause for a relative one.
        Relation::Obj
            if view.is(child, "that") && view.head(child).is_some_and(|verb| status::is_of_rumor(view, verb)) =>
        {
            None
        }
        // "“We won,” Rao said": what is said is nobody.
        Relation::Obj
            if kind == EventKind::Say
                && view.head(child).is_some_and(|verb| child < verb)
                && view.antecedent_of(child).is_none() =>
        {
            None
        }
        Relation::Obj | Relation::Iobj => Some(Patient),
        Relation::Obl | Relation::Nmod => role_by_preposition(view, child, kind, passive),
        _ => None,
    }
}

/// "met with Rao", "was arrested by police".
fn role_by_preposition(view: View<'_>, nominal: usize, kind: EventKind, passive: bool) -> Option<ParticipantRole> {
    let preposition = view.case_of(nominal)?;
    match preposition.as_str() {
        "by" => (passive && !view.says_how(nominal)).then_some(Agent),
        // "wrote to Rao": whom it is sent to takes part, and it is done to nobody.
        "to" | "at" => kind.takes(preposition.as_str()).then_some(ParticipantRole::Other),
        taken => kind.takes(taken).then_some(Patient),
    }
}

/// "demanded that the council resign": the one asked is the one who is to do it.
fn who_is_asked(view: View<'_>, verb: usize, kind: EventKind) -> impl Iterator<Item = usize> {
    let asks = matches!(kind, EventKind::Demand | EventKind::Threaten | EventKind::Promise);
    view.children_by(verb, &[Relation::Ccomp])
        .filter(move |_| asks)
        .filter_map(move |clause| view.subject_of(clause))
}

/// Whether the subject of a verb is the patient: it is passive, or a passive that the parse does not show, and not one that the
/// parse only takes for one.
fn subject_is_patient(view: View<'_>, verb: usize) -> bool {
    is_headline_passive(view, verb)
        || is_had_done(view, verb)
        || is_taken_for_state(view, verb)
        || view.is_passive(verb) && !is_added_report(view, verb) && !misread::is_past_tense(view, verb)
}

/// "got his licence suspended": parsers take the licence for whoever suspends.
fn is_had_done(view: View<'_>, verb: usize) -> bool {
    let is_had = |above| matches!(view.lemma(above).as_str(), "have" | "get") && view.upos(above) == Upos::Verb;
    view.relation(verb) == Relation::Ccomp
        && matches!(view.tag(verb), Tag::PastTense | Tag::PastParticiple)
        && view.head(verb).is_some_and(is_had)
        && view.object_of(verb).is_none()
        && view.child_by(verb, &[Relation::Aux, Relation::Mark]).is_none()
}

/// "is to be closed": taggers take the participle for an adjective.
fn is_taken_for_state(view: View<'_>, verb: usize) -> bool {
    view.upos(verb) == Upos::Adj && view.child_by(verb, &[Relation::Cop]).is_some()
}

/// "The bridge was unsafe, an inquest found": parsers take the verb for a participle that describes whoever found it.
fn is_added_report(view: View<'_>, verb: usize) -> bool {
    let Some(noun) = verb.checked_sub(1).filter(|noun| view.is_nominal(*noun)) else {
        return false;
    };
    let is_described = view.head(verb) == Some(noun) && view.relation(noun) == Relation::Parataxis;
    let ends = view.sentence(verb).end.saturating_sub(1);
    let is_root = view.relation(verb) == Relation::Root
        && view.subject_of(verb) == Some(noun)
        && view.auxiliaries_of(verb).next().is_none()
        && view.is(ends, ".");
    let first = view.noun_phrase(noun).start;
    let follows_comma = first.checked_sub(1).is_some_and(|before| view.is(before, ","));
    (is_described || is_root)
        && follows_comma
        && matches!(view.upos(first), Upos::Det | Upos::Propn)
        && view.child_by(verb, &[Relation::OblAgent]).is_none()
}

/// "Sixty migrants rescued off Kessel": a headline, which has no period, leaves "were" out.
fn is_headline_passive(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    view.tag(verb) == Tag::PastTense
        && lexicon::is(WordClass::HeadlinePassive, &view.lower(verb))
        && sentence.start == 0
        && view.upos(sentence.end.saturating_sub(1)) != Upos::Punct
        // "Two fined over rats": what comes after a preposition is no object.
        && view.object_of(verb).is_none_or(|object| view.case_of(object).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn roles(marked: &str, form: &str, kind: EventKind) -> Vec<Argument> {
        ask(&parsed(marked), form, |view, at| {
            let mut found = Vec::new();
            of_verb(view, at, kind, &mut found);
            found
        })
    }

    #[test]
    fn a_passive_turns_the_roles() {
        let marked = "Lund/Lund/NNP/3/nsubj:pass was/be/VBD/3/aux:pass arrested/arrest/VBN/0/root by/by/IN/5/case \
                      police/police/NN/3/obl";
        assert_eq!(roles(marked, "arrested", EventKind::Arrest), [(0, Patient), (4, Agent)]);
    }

    #[test]
    fn of_two_subjects_the_nearer_speaks() {
        let marked =
            "was/be/VBD/2/cop Lund/Lund/NNP/5/nsubj ,/,/,/2/punct police/police/NNS/5/nsubj said/say/VBD/0/root";
        assert_eq!(roles(marked, "said", EventKind::Say), [(3, Agent)]);
    }

    #[test]
    fn whoever_found_something_is_not_found() {
        let marked = "It/it/PRP/2/nsubj fell/fall/VBD/0/root ,/,/,/2/punct a/a/DT/5/det panel/panel/NN/2/parataxis \
                      found/find/VBN/5/acl";
        assert_eq!(roles(marked, "found", EventKind::Act), [(4, Agent)]);
    }

    #[test]
    fn what_somebody_got_done_is_done_to_it() {
        let marked =
            "Rao/Rao/NNP/2/nsubj got/get/VBD/0/root his/he/PRP$/4/nmod:poss pay/pay/NN/5/nsubj cut/cut/VBD/2/ccomp";
        assert_eq!(roles(marked, "cut", EventKind::Change), [(3, Patient)]);
    }

    #[test]
    fn a_preposition_says_who_is_met_or_asked() {
        let marked = "Rao/Rao/NNP/2/nsubj met/meet/VBD/0/root with/with/IN/4/case Lund/Lund/NNP/2/obl";
        assert_eq!(roles(marked, "met", EventKind::Meet), [(0, Agent), (3, Patient)]);
        assert_eq!(roles(marked, "met", EventKind::Act), [(0, Agent)]);
    }

    #[test]
    fn who_is_to_act_is_asked() {
        let marked = "Rao/Rao/NNP/2/nsubj demanded/demand/VBD/0/root that/that/IN/6/mark the/the/DT/5/det \
                      council/council/NN/6/nsubj resign/resign/VBP/2/ccomp";
        assert_eq!(roles(marked, "demanded", EventKind::Demand), [(0, Agent), (4, Patient)]);
        assert_eq!(roles(marked, "demanded", EventKind::Say), [(0, Agent)]);
    }

    #[test]
    fn what_a_relative_clause_without_a_pronoun_leaves_out_is_left_open() {
        let marked = "the/the/DT/2/det boat/boat/NN/0/root they/they/PRP/4/nsubj left/leave/VBD/2/acl:relcl";
        assert_eq!(roles(marked, "left", EventKind::Leave), [(2, Agent)]);
    }

    #[test]
    fn whoever_is_written_to_takes_part() {
        let marked = "Rao/Rao/NNP/2/nsubj wrote/write/VBD/0/root to/to/IN/4/case Lund/Lund/NNP/2/obl";
        assert_eq!(
            roles(marked, "wrote", EventKind::Say),
            [(0, Agent), (3, ParticipantRole::Other)]
        );
    }

    #[test]
    fn traffic_that_had_grown_is_no_patient() {
        let marked = "Traffic/traffic/NN/3/nsubj:pass had/have/VBD/3/aux increased/increase/VBN/0/root";
        assert_eq!(roles(marked, "increased", EventKind::Change), [(0, Agent)]);
    }

    #[test]
    fn what_is_said_is_nobody() {
        let marked = "twists/twist/NNS/3/obj Wang/Wang/NNP/3/nsubj said/say/VBD/0/root";
        assert_eq!(roles(marked, "said", EventKind::Say), [(1, Agent)]);
    }

    #[test]
    fn a_clause_with_since_has_its_own_subject() {
        let marked = "Rao/Rao/NNP/5/nsubj since/since/IN/4/case the/the/DT/4/det flood/flood/NN/1/nmod \
                      killed/kill/VBD/0/root three/three/CD/5/obj";
        assert_eq!(roles(marked, "killed", EventKind::Kill), [(3, Agent), (5, Patient)]);
    }

    #[test]
    fn a_headline_leaves_the_auxiliary_out() {
        let marked = "Migrants/migrant/NNS/2/nsubj rescued/rescue/VBD/0/root off/off/IN/4/case Kessel/Kessel/NNP/2/obl";
        assert_eq!(roles(marked, "rescued", EventKind::Rescue), [(0, Patient)]);
        let marked = "Crews/crew/NNS/2/nsubj rescued/rescue/VBD/0/root migrants/migrant/NNS/2/obj";
        assert_eq!(roles(marked, "rescued", EventKind::Rescue), [(0, Agent), (2, Patient)]);
    }
}
