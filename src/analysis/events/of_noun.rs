//! Who takes part in what a noun tells, by the parse: beside the noun, beside its light verb, in a call. It reads no sentence
//! without a parse.

use crate::analysis::ParticipantRole::{Agent, Patient};
use crate::analysis::events::arguments::{Argument, with_conjuncts};
use crate::analysis::events::lexicon;
use crate::analysis::events::of_verb::inherited_subject;
use crate::analysis::events::tree::Tree;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Relation, Upos};

/// Adds the participants of a noun.
pub fn of_noun(tree: &Tree<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let kind = trigger.entry.kind.name;
    if let Some(light) = trigger.light {
        let passive = tree.relation(trigger.word) == Relation::NsubjPass;
        for child in tree.children(light).iter().copied() {
            match tree.relation(child) {
                Relation::Nsubj if !passive => with_conjuncts(tree, child, Agent, found),
                Relation::OblAgent => with_conjuncts(tree, child, Agent, found),
                Relation::Iobj => with_conjuncts(tree, child, Patient, found),
                Relation::Obl => match tree.case(child).as_deref() {
                    Some("by") if passive => with_conjuncts(tree, child, Agent, found),
                    Some("with" | "against" | "on" | "to" | "upon") => with_conjuncts(tree, child, Patient, found),
                    _ => {}
                },
                _ => {}
            }
        }
        if !passive && !found.iter().any(|(_, role)| *role == Agent) {
            inherited_subject(tree, light, false, found);
        }
    }
    during(tree, trigger, found);
    let has_agent = found.iter().any(|(_, role)| *role == Agent);
    for child in tree.children(trigger.word).iter().copied() {
        match (tree.relation(child), tree.case(child).as_deref()) {
            (Relation::NmodPoss, _) if !has_agent => with_conjuncts(tree, child, Agent, found),
            (Relation::Nmod | Relation::Obl, Some("by")) => with_conjuncts(tree, child, Agent, found),
            (Relation::Nmod | Relation::Obl, Some("between" | "among")) => with_conjuncts(tree, child, Agent, found),
            // "a meeting on the sidelines": with whom one meets stands behind "with".
            (Relation::Nmod | Relation::Obl, Some(case @ ("with" | "against" | "on" | "to" | "upon")))
                if matches!(case, "with" | "against") || kind != "meet" =>
            {
                with_conjuncts(tree, child, Patient, found);
            }
            (Relation::Nmod, Some("of")) => {
                let acts = matches!(
                    kind,
                    "meet" | "arrive" | "leave" | "die" | "resign" | "protest" | "visit"
                );
                with_conjuncts(tree, child, if acts { Agent } else { Patient }, found);
            }
            _ => {}
        }
    }
}

/// "X told Y in a phone call": who speaks in a call takes part in it.
fn during(tree: &Tree<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let named = tree.children(trigger.word).iter().any(|child| {
        tree.relation(*child).is_kind_of(Relation::Nmod)
            && matches!(tree.case(*child).as_deref(), Some("between" | "with" | "by") | None)
    });
    if named
        || trigger.entry.kind.name != "meet"
        || !matches!(tree.case(trigger.word).as_deref(), Some("during" | "in" | "at"))
    {
        return;
    }
    let Some(verb) = tree.head(trigger.word).filter(|head| tree.upos(*head) == Upos::Verb) else {
        return;
    };
    if lexicon::verb(&tree.lemma(verb)).kind.name != "say" {
        return;
    }
    for child in tree.children(verb).iter().copied() {
        match tree.relation(child) {
            Relation::Nsubj => with_conjuncts(tree, child, Agent, found),
            Relation::Obj | Relation::Iobj => with_conjuncts(tree, child, Patient, found),
            _ => {}
        }
    }
}
