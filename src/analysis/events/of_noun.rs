//! Who takes part in what a noun tells, by the parse: beside the noun, beside its light verb, in a call. It reads no sentence
//! without a parse.

use crate::analysis::ParticipantRole::{Agent, Patient};
use crate::analysis::events::arguments::{Argument, with_conjuncts};
use crate::analysis::events::kinds::EventKind;
use crate::analysis::events::lexicon;
use crate::analysis::events::of_verb::inherited_subject;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Relation, Upos, View};

/// Adds the participants of a noun.
pub fn of_noun(view: View<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let kind = trigger.entry.kind;
    if let Some(light) = trigger.light {
        let passive = view.relation(trigger.word) == Relation::NsubjPass;
        for child in view.children(light) {
            match view.relation(child) {
                Relation::Nsubj if !passive => with_conjuncts(view, child, Agent, found),
                Relation::OblAgent => with_conjuncts(view, child, Agent, found),
                Relation::Iobj => with_conjuncts(view, child, Patient, found),
                Relation::Obl => match view.case_of(child).as_deref() {
                    Some("by") if passive => with_conjuncts(view, child, Agent, found),
                    Some("with" | "against" | "on" | "to" | "upon") => with_conjuncts(view, child, Patient, found),
                    _ => {}
                },
                _ => {}
            }
        }
        if !passive && !found.iter().any(|(_, role)| *role == Agent) {
            inherited_subject(view, light, false, found);
        }
    }
    during(view, trigger, found);
    let has_agent = found.iter().any(|(_, role)| *role == Agent);
    for child in view.children(trigger.word) {
        match (view.relation(child), view.case_of(child).as_deref()) {
            (Relation::NmodPoss, _) if !has_agent => with_conjuncts(view, child, Agent, found),
            (Relation::Nmod | Relation::Obl, Some("by")) => with_conjuncts(view, child, Agent, found),
            (Relation::Nmod | Relation::Obl, Some("between" | "among")) => with_conjuncts(view, child, Agent, found),
            // "a meeting on the sidelines": with whom one meets stands behind "with".
            (Relation::Nmod | Relation::Obl, Some(case @ ("with" | "against" | "on" | "to" | "upon")))
                if matches!(case, "with" | "against") || kind != EventKind::Meet =>
            {
                with_conjuncts(view, child, Patient, found);
            }
            (Relation::Nmod, Some("of")) => {
                let acts = matches!(
                    kind,
                    EventKind::Meet
                        | EventKind::Arrive
                        | EventKind::Leave
                        | EventKind::Die
                        | EventKind::Resign
                        | EventKind::Protest
                        | EventKind::Visit
                );
                with_conjuncts(view, child, if acts { Agent } else { Patient }, found);
            }
            _ => {}
        }
    }
}

/// "X told Y in a phone call": who speaks in a call takes part in it.
fn during(view: View<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let named = view.children(trigger.word).any(|child| {
        view.relation(child).is_kind_of(Relation::Nmod)
            && matches!(view.case_of(child).as_deref(), Some("between" | "with" | "by") | None)
    });
    if named
        || trigger.entry.kind != EventKind::Meet
        || !matches!(view.case_of(trigger.word).as_deref(), Some("during" | "in" | "at"))
    {
        return;
    }
    let Some(verb) = view.head(trigger.word).filter(|head| view.upos(*head) == Upos::Verb) else {
        return;
    };
    if lexicon::verb(&view.lemma(verb)).kind != EventKind::Say {
        return;
    }
    for child in view.children(verb) {
        match view.relation(child) {
            Relation::Nsubj => with_conjuncts(view, child, Agent, found),
            Relation::Obj | Relation::Iobj => with_conjuncts(view, child, Patient, found),
            _ => {}
        }
    }
}
