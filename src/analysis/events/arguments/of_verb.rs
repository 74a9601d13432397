//! Who takes part in an event that a verb names, by the parse. Where the verb has no subject of its own, `subjects` looks for one. It
//! reads no sentence without a parse.

use crate::analysis::ParticipantRole::{self, Agent, Patient};
use crate::analysis::events::EventKind;
use crate::analysis::events::arguments::conjuncts::{Argument, add_with_conjuncts, has_role};
use crate::analysis::events::arguments::subjects;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::phrases;
use crate::language::{Relation, Tag, Upos, View};

/// Adds the participants of a verb of this kind.
pub fn of_verb(view: View<'_>, verb: usize, kind: EventKind, found: &mut Vec<Argument>) {
    let passive = is_passive(view, verb);
    for child in view.children(verb) {
        if let Some(role) = role_of(view, child, kind, passive) {
            add_with_conjuncts(view, child, role, found);
        }
    }
    if !has_role(found, Patient) {
        for asked in who_is_asked(view, verb, kind) {
            add_with_conjuncts(view, asked, Patient, found);
        }
    }
    let missing = if passive { Patient } else { Agent };
    if !has_role(found, missing)
        && let Some(subject) = subjects::without_own(view, verb)
    {
        add_with_conjuncts(view, subject, missing, found);
    }
    if !has_role(found, Patient)
        && let Some(object) = object_of_relative_clause(view, verb)
        && !found.iter().any(|(word, _)| *word == object)
    {
        found.push((object, Patient));
    }
}

/// The role of a word that depends on a verb; `None` where it takes no part.
fn role_of(view: View<'_>, child: usize, kind: EventKind, passive: bool) -> Option<ParticipantRole> {
    match view.relation(child) {
        Relation::Nsubj | Relation::Csubj if passive => Some(Patient),
        Relation::Nsubj | Relation::OblAgent => Some(Agent),
        Relation::NsubjPass | Relation::Obj | Relation::Iobj => Some(Patient),
        Relation::Obl | Relation::Nmod => role_by_preposition(view, child, kind, passive),
        _ => None,
    }
}

/// "met with Rao", "was arrested by police".
fn role_by_preposition(view: View<'_>, nominal: usize, kind: EventKind, passive: bool) -> Option<ParticipantRole> {
    match view.case_of(nominal)?.as_str() {
        "by" => passive.then_some(Agent),
        preposition => kind.takes(preposition).then_some(Patient),
    }
}

/// "demanded that the council resign": the one asked is the one who is to do it.
fn who_is_asked(view: View<'_>, verb: usize, kind: EventKind) -> impl Iterator<Item = usize> {
    let asks = matches!(kind, EventKind::Demand | EventKind::Threaten | EventKind::Promise);
    view.children_by(verb, &[Relation::Ccomp])
        .filter(move |_| asks)
        .filter_map(move |clause| view.subject_of(clause))
}

/// "the boat they left": the noun that a relative clause without an object describes is its object.
fn object_of_relative_clause(view: View<'_>, verb: usize) -> Option<usize> {
    let has_subject = view.child_by(verb, &[Relation::Nsubj]).is_some();
    view.head(verb)
        .filter(|_| view.relation(verb) == Relation::AclRelcl && has_subject)
}

/// Whether the subject of a verb is the patient.
fn is_passive(view: View<'_>, verb: usize) -> bool {
    is_headline_passive(view, verb) || !phrases::hangs_on_dateline(view, verb) && view.is_passive(verb)
}

/// "Sixty migrants rescued off Kessel": a headline, which has no period, leaves "were" out.
fn is_headline_passive(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    view.tag(verb) == Tag::PastTense
        && lexicon::is(WordClass::HeadlinePassive, &view.lower(verb))
        && sentence.start == 0
        && view.upos(sentence.end.saturating_sub(1)) != Upos::Punct
        && view.object_of(verb).is_none()
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
    fn the_noun_of_a_relative_clause_is_its_object() {
        let marked = "the/the/DT/2/det boat/boat/NN/0/root they/they/PRP/4/nsubj left/leave/VBD/2/acl:relcl";
        assert_eq!(roles(marked, "left", EventKind::Leave), [(2, Agent), (1, Patient)]);
    }

    #[test]
    fn a_headline_leaves_the_auxiliary_out() {
        let marked = "Migrants/migrant/NNS/2/nsubj rescued/rescue/VBD/0/root off/off/IN/4/case Kessel/Kessel/NNP/2/obl";
        assert_eq!(roles(marked, "rescued", EventKind::Rescue), [(0, Patient)]);
        let marked = "Crews/crew/NNS/2/nsubj rescued/rescue/VBD/0/root migrants/migrant/NNS/2/obj";
        assert_eq!(roles(marked, "rescued", EventKind::Rescue), [(0, Agent), (2, Patient)]);
    }
}
