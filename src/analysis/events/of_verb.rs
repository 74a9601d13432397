//! Who takes part in what a verb tells, by the parse: its own subject and objects, and the subject that it shares. It reads no
//! sentence without a parse.

use crate::analysis::ParticipantRole::{self, Agent, Patient};
use crate::analysis::events::arguments::{Argument, is_nominal, with_conjuncts};
use crate::analysis::events::lexicon;
use crate::analysis::events::tree::Tree;
use crate::language::{Relation, Tag, Upos};

/// Adds the participants of a verb of this kind.
pub fn of_verb(tree: &Tree<'_>, verb: usize, kind: &str, found: &mut Vec<Argument>) {
    let passive = is_passive(tree, verb);
    for child in tree.children(verb).iter().copied() {
        match tree.relation(child) {
            Relation::Nsubj | Relation::Csubj if passive => with_conjuncts(tree, child, Patient, found),
            Relation::Nsubj => with_conjuncts(tree, child, Agent, found),
            Relation::NsubjPass => with_conjuncts(tree, child, Patient, found),
            Relation::Obj | Relation::Iobj => with_conjuncts(tree, child, Patient, found),
            Relation::OblAgent => with_conjuncts(tree, child, Agent, found),
            Relation::Obl | Relation::Nmod => {
                if let Some(role) = oblique(tree, child, kind, passive) {
                    with_conjuncts(tree, child, role, found);
                }
            }
            _ => {}
        }
    }
    // "demanded that the council resign": who is to do it is asked.
    if matches!(kind, "demand" | "threaten" | "promise") && !found.iter().any(|(_, role)| *role == Patient) {
        for clause in tree.children_by(verb, &[Relation::Ccomp]) {
            if let Some(subject) = tree.children_by(clause, &[Relation::Nsubj, Relation::NsubjPass]).next() {
                with_conjuncts(tree, subject, Patient, found);
            }
        }
    }
    let missing = if passive { Patient } else { Agent };
    if !found.iter().any(|(_, role)| *role == missing) {
        if let Some(own) = own_subject(tree, verb).or_else(|| beside(tree, verb)) {
            with_conjuncts(tree, own, missing, found);
        } else {
            inherited_subject(tree, verb, passive, found);
        }
    }
    // "the boat they left": the noun that a relative clause without an object describes is its object.
    if tree.relation(verb) == Relation::AclRelcl
        && !found.iter().any(|(_, role)| *role == Patient)
        && let Some(head) = tree.head(verb)
        && !found.iter().any(|(word, _)| *word == head)
        && tree.children_by(verb, &[Relation::Nsubj]).next().is_some()
    {
        found.push((head, Patient));
    }
}

fn oblique(tree: &Tree<'_>, nominal: usize, kind: &str, passive: bool) -> Option<ParticipantRole> {
    let case = tree.case(nominal)?;
    match case.as_str() {
        "by" if passive => Some(Agent),
        "with"
            if matches!(
                kind,
                "meet"
                    | "negotiate"
                    | "agree"
                    | "fight"
                    | "cooperate"
                    | "merge"
                    | "sign"
                    | "marry"
                    | "mediate"
                    | "truce"
            ) =>
        {
            Some(Patient)
        }
        "against" | "to" | "on" | "at" | "upon" | "for" | "from"
            if matches!(
                (case.as_str(), kind),
                ("against", _)
                    | (
                        "to",
                        "say" | "promise" | "aid" | "demand" | "concede" | "sell" | "meet" | "award" | "threaten"
                    )
                    | ("on", "demand" | "attack" | "sanction" | "tariff" | "restrict")
                    | ("at", "attack" | "criticise")
                    | ("upon", "demand")
            ) =>
        {
            Some(Patient)
        }
        _ => None,
    }
}

fn is_passive(tree: &Tree<'_>, verb: usize) -> bool {
    let object = || tree.children_by(verb, &[Relation::Obj]).next().is_some();
    // "a fire destroyed the old one", "PORT SENN — Crews called off a strike": past tenses that look like participles.
    // "Sixty migrants rescued off Kessel": a headline, which has no full stop, leaves "were" out.
    let is_headline = || {
        let sentence = tree.sentence(verb);
        sentence.start == 0 && tree.upos(sentence.end.saturating_sub(1)) != Upos::Punct && !object()
    };
    if tree.tag(verb) == Tag::PastTense && lexicon::is("headline-passive", &tree.lower(verb)) && is_headline() {
        return true;
    }
    let auxiliary = || {
        tree.children_by(verb, &[Relation::AuxPass, Relation::NsubjPass, Relation::OblAgent])
            .next()
            .is_some()
    };
    if tree.tag(verb) == Tag::PastParticiple && object() && !auxiliary() || hangs_on_dateline(tree, verb) {
        return false;
    }
    tree.children_by(verb, &[Relation::NsubjPass, Relation::AuxPass])
        .next()
        .is_some()
        || tree.relation(verb) == Relation::Acl && tree.tag(verb) == Tag::PastParticiple
        || tree.tag(verb) == Tag::PastParticiple
            && tree.children_by(verb, &[Relation::Aux]).next().is_none()
            && !matches!(tree.relation(verb), Relation::Conj)
}

/// Whether the parse hangs a verb on the town of a dateline.
fn hangs_on_dateline(tree: &Tree<'_>, verb: usize) -> bool {
    let dateline = tree.dateline();
    matches!(tree.tag(verb), Tag::PastTense | Tag::PastParticiple)
        && verb >= dateline
        && tree.head(verb).is_some_and(|head| head < dateline)
}

/// "… and Varland raising dues": the name between "and" and a verb that the parse joins to another one.
fn own_subject(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1)?;
    let led = tree.lower(before.checked_sub(1)?);
    (matches!(tree.relation(verb), Relation::Conj | Relation::Acl)
        && tree.upos(before) == Upos::Propn
        && matches!(led.as_str(), "and" | "while" | "but"))
    .then_some(before)
}

/// The noun right before a finite verb for which the parse has no subject, as behind a dateline.
fn beside(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let finite = matches!(tree.tag(verb), Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense)
        && matches!(
            tree.relation(verb),
            Relation::Root | Relation::Parataxis | Relation::Ccomp
        );
    let doubled = verb > 0 && tree.lower(verb - 1) == tree.lower(verb);
    if !finite && !doubled && !hangs_on_dateline(tree, verb) {
        return None;
    }
    let sentence = tree.sentence(verb);
    let same = |at: usize| tree.lower(at) == tree.lower(verb);
    let subject = (sentence.start..verb)
        .rev()
        .take(4)
        .find(|at| !matches!(tree.upos(*at), Upos::Adv | Upos::Aux) && !same(*at))?;
    let phrase = is_nominal(tree, subject).then(|| tree.chunk(subject))?;
    let led = phrase.start.checked_sub(1).filter(|before| *before >= sentence.start);
    led.is_none_or(|before| tree.upos(before) == Upos::Punct || before < tree.dateline())
        .then_some(subject)
}

/// The subject that a verb without one shares: coordination, control, participles.
pub fn inherited_subject(tree: &Tree<'_>, verb: usize, passive: bool, found: &mut Vec<Argument>) {
    let role = if passive { Patient } else { Agent };
    let mut at = verb;
    for _ in 0..6 {
        let Some(head) = tree.head(at) else { return };
        match tree.relation(at) {
            Relation::Acl => {
                // "a letter written", "the man leading": the noun described; "a plan to meet": who has the plan.
                if matches!(tree.tag(verb), Tag::PastParticiple | Tag::Gerund | Tag::PastTense) {
                    with_conjuncts(tree, head, role, found);
                }
                return;
            }
            Relation::AclRelcl => {
                if tree
                    .children_by(at, &[Relation::Nsubj, Relation::NsubjPass])
                    .next()
                    .is_none()
                {
                    with_conjuncts(tree, head, role, found);
                }
                return;
            }
            // "is set to meet": whoever is set.
            Relation::Csubj | Relation::Advcl | Relation::Ccomp
                if tree.upos(head) == Upos::Adj && tree.lower(verb.saturating_sub(1)) == "to" =>
            {
                if let Some(subject) = tree.children_by(head, &[Relation::Nsubj]).next() {
                    with_conjuncts(tree, subject, role, found);
                }
                return;
            }
            Relation::Conj | Relation::Advcl | Relation::Xcomp | Relation::Parataxis => {
                // A clause of its own with "because", "when" and the like names its own subject.
                if tree.relation(at) == Relation::Advcl
                    && matches!(tree.tag(at), Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense)
                {
                    return;
                }
                let controls = tree.relation(at) == Relation::Xcomp && lexicon::is("object-control", &tree.lemma(head));
                let controller = controls
                    .then(|| {
                        let called_on = |child: &usize| matches!(tree.case(*child).as_deref(), Some("on" | "upon"));
                        tree.children_by(head, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass])
                            .next()
                            .or_else(|| tree.children_by(head, &[Relation::Obl]).find(called_on))
                    })
                    .flatten();
                if let Some(object) = controller {
                    with_conjuncts(tree, object, role, found);
                    return;
                }
                if let Some(subject) = tree.children_by(head, &[Relation::Nsubj, Relation::NsubjPass]).next() {
                    with_conjuncts(tree, subject, role, found);
                    return;
                }
                at = head;
            }
            _ => return,
        }
    }
}
