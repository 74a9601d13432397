//! Who takes part in what a verb tells, by the parse: its own subject and objects, and the subject that it shares. It reads no
//! sentence without a parse.

use crate::analysis::ParticipantRole::{self, Agent, Patient};
use crate::analysis::events::arguments::{Argument, with_conjuncts};
use crate::analysis::events::kinds::EventKind;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::language::{Relation, Tag, Upos, View};

/// Adds the participants of a verb of this kind.
pub fn of_verb(view: View<'_>, verb: usize, kind: EventKind, found: &mut Vec<Argument>) {
    let passive = is_suffered(view, verb);
    for child in view.children(verb) {
        match view.relation(child) {
            Relation::Nsubj | Relation::Csubj if passive => with_conjuncts(view, child, Patient, found),
            Relation::Nsubj => with_conjuncts(view, child, Agent, found),
            Relation::NsubjPass => with_conjuncts(view, child, Patient, found),
            Relation::Obj | Relation::Iobj => with_conjuncts(view, child, Patient, found),
            Relation::OblAgent => with_conjuncts(view, child, Agent, found),
            Relation::Obl | Relation::Nmod => {
                if let Some(role) = oblique(view, child, kind, passive) {
                    with_conjuncts(view, child, role, found);
                }
            }
            _ => {}
        }
    }
    // "demanded that the council resign": who is to do it is asked.
    if matches!(kind, EventKind::Demand | EventKind::Threaten | EventKind::Promise)
        && !found.iter().any(|(_, role)| *role == Patient)
    {
        for clause in view.children_by(verb, &[Relation::Ccomp]) {
            if let Some(subject) = view.children_by(clause, &[Relation::Nsubj, Relation::NsubjPass]).next() {
                with_conjuncts(view, subject, Patient, found);
            }
        }
    }
    let missing = if passive { Patient } else { Agent };
    if !found.iter().any(|(_, role)| *role == missing) {
        if let Some(own) = own_subject(view, verb).or_else(|| beside(view, verb)) {
            with_conjuncts(view, own, missing, found);
        } else {
            inherited_subject(view, verb, passive, found);
        }
    }
    // "the boat they left": the noun that a relative clause without an object describes is its object.
    if view.relation(verb) == Relation::AclRelcl
        && !found.iter().any(|(_, role)| *role == Patient)
        && let Some(head) = view.head(verb)
        && !found.iter().any(|(word, _)| *word == head)
        && view.children_by(verb, &[Relation::Nsubj]).next().is_some()
    {
        found.push((head, Patient));
    }
}

fn oblique(view: View<'_>, nominal: usize, kind: EventKind, passive: bool) -> Option<ParticipantRole> {
    let case = view.case_of(nominal)?;
    match case.as_str() {
        "by" => passive.then_some(Agent),
        preposition => kind.takes(preposition).then_some(Patient),
    }
}

/// Whether the subject of a verb is the one to whom it is done.
fn is_suffered(view: View<'_>, verb: usize) -> bool {
    is_headline_passive(view, verb) || !phrases::hangs_on_dateline(view, verb) && view.is_passive(verb)
}

/// "Sixty migrants rescued off Kessel": a headline, which has no full stop, leaves "were" out.
fn is_headline_passive(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    view.tag(verb) == Tag::PastTense
        && lexicon::is("headline-passive", &view.lower(verb))
        && sentence.start == 0
        && view.upos(sentence.end.saturating_sub(1)) != Upos::Punct
        && view.object_of(verb).is_none()
}

/// "… and Varland raising dues": the name between "and" and a verb that the parse joins to another one.
fn own_subject(view: View<'_>, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1)?;
    let led = view.lower(before.checked_sub(1)?);
    (matches!(view.relation(verb), Relation::Conj | Relation::Acl)
        && view.upos(before) == Upos::Propn
        && matches!(led.as_str(), "and" | "while" | "but"))
    .then_some(before)
}

/// The noun right before a finite verb for which the parse has no subject, as behind a dateline.
fn beside(view: View<'_>, verb: usize) -> Option<usize> {
    let finite = matches!(view.tag(verb), Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense)
        && matches!(
            view.relation(verb),
            Relation::Root | Relation::Parataxis | Relation::Ccomp
        );
    let doubled = verb > 0 && view.lower(verb - 1) == view.lower(verb);
    if !finite && !doubled && !phrases::hangs_on_dateline(view, verb) {
        return None;
    }
    let sentence = view.sentence(verb);
    let same = |at: usize| view.lower(at) == view.lower(verb);
    let subject = (sentence.start..verb)
        .rev()
        .take(4)
        .find(|at| !matches!(view.upos(*at), Upos::Adv | Upos::Aux) && !same(*at))?;
    let phrase = view.is_nominal(subject).then(|| view.noun_chunk(subject))?;
    let led = phrase.start.checked_sub(1).filter(|before| *before >= sentence.start);
    led.is_none_or(|before| view.upos(before) == Upos::Punct || before < phrases::dateline(view))
        .then_some(subject)
}

/// The subject that a verb without one shares: coordination, control, participles.
pub fn inherited_subject(view: View<'_>, verb: usize, passive: bool, found: &mut Vec<Argument>) {
    let role = if passive { Patient } else { Agent };
    let mut at = verb;
    for _ in 0..6 {
        let Some(head) = view.head(at) else { return };
        match view.relation(at) {
            Relation::Acl => {
                // "a letter written", "the man leading": the noun described; "a plan to meet": who has the plan.
                if matches!(view.tag(verb), Tag::PastParticiple | Tag::Gerund | Tag::PastTense) {
                    with_conjuncts(view, head, role, found);
                }
                return;
            }
            Relation::AclRelcl => {
                if view
                    .children_by(at, &[Relation::Nsubj, Relation::NsubjPass])
                    .next()
                    .is_none()
                {
                    with_conjuncts(view, head, role, found);
                }
                return;
            }
            // "is set to meet": whoever is set.
            Relation::Csubj | Relation::Advcl | Relation::Ccomp
                if view.upos(head) == Upos::Adj && view.lower(verb.saturating_sub(1)) == "to" =>
            {
                if let Some(subject) = view.children_by(head, &[Relation::Nsubj]).next() {
                    with_conjuncts(view, subject, role, found);
                }
                return;
            }
            Relation::Conj | Relation::Advcl | Relation::Xcomp | Relation::Parataxis => {
                // A clause of its own with "because", "when" and the like names its own subject.
                if view.relation(at) == Relation::Advcl
                    && matches!(view.tag(at), Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense)
                {
                    return;
                }
                let controls = view.relation(at) == Relation::Xcomp && lexicon::is("object-control", &view.lemma(head));
                let controller = controls
                    .then(|| {
                        let called_on = |child: &usize| matches!(view.case_of(*child).as_deref(), Some("on" | "upon"));
                        view.children_by(head, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass])
                            .next()
                            .or_else(|| view.children_by(head, &[Relation::Obl]).find(called_on))
                    })
                    .flatten();
                if let Some(object) = controller {
                    with_conjuncts(view, object, role, found);
                    return;
                }
                if let Some(subject) = view.children_by(head, &[Relation::Nsubj, Relation::NsubjPass]).next() {
                    with_conjuncts(view, subject, role, found);
                    return;
                }
                at = head;
            }
            _ => return,
        }
    }
}
