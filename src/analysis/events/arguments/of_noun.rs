//! Who takes part in an event that a noun names, by the parse: next to the noun, next to its light verb, in a call. It reads no sentence
//! without a parse.

use crate::analysis::ParticipantRole::{self, Agent, Patient};
use crate::analysis::events::EventKind;
use crate::analysis::events::arguments::conjuncts::{Argument, add_with_conjuncts, has_role};
use crate::analysis::events::arguments::subjects;
use crate::analysis::events::lexicon;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Relation, Upos, View};

/// Adds the participants of a noun.
pub fn of_noun(view: View<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    if let Some(light) = trigger.light {
        beside_light_verb(view, trigger.word, light, found);
    }
    in_a_call(view, trigger, found);
    let has_agent = has_role(found, Agent);
    for child in view.children(trigger.word) {
        if let Some(role) = role_of(view, child, trigger.sense.kind, has_agent) {
            add_with_conjuncts(view, child, role, found);
        }
    }
}

/// The role of a word that depends on an event noun: "Rao's visit", "the arrest of Lund by police", "talks with Lund".
fn role_of(view: View<'_>, child: usize, kind: EventKind, has_agent: bool) -> Option<ParticipantRole> {
    let relation = view.relation(child);
    if relation == Relation::NmodPoss && !has_agent {
        return Some(Agent);
    }
    if !matches!(relation, Relation::Nmod | Relation::Obl) {
        return None;
    }
    match view.case_of(child)?.as_str() {
        "by" if view.says_how(child) => None,
        "by" | "between" | "among" => Some(Agent),
        "with" | "against" => Some(Patient),
        // "a meeting on the sidelines": the one who is met comes after "with".
        "on" | "to" | "upon" => (kind != EventKind::Meet).then_some(Patient),
        "of" if relation == Relation::Nmod => Some(if is_done_by_its_of(kind) { Agent } else { Patient }),
        _ => None,
    }
}

/// "the resignation of Rao" is what Rao does, "the arrest of Rao" what is done to Rao.
fn is_done_by_its_of(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Meet
            | EventKind::Arrive
            | EventKind::Leave
            | EventKind::Die
            | EventKind::Resign
            | EventKind::Protest
            | EventKind::Visit
    )
}

/// "Rao held talks with Lund", "talks were held by Rao": whoever depends on the light verb takes part.
fn beside_light_verb(view: View<'_>, noun: usize, light: usize, found: &mut Vec<Argument>) {
    let passive = view.relation(noun) == Relation::NsubjPass;
    for child in view.children(light) {
        let role = match view.relation(child) {
            Relation::Nsubj if !passive => Some(Agent),
            Relation::OblAgent => (!view.says_how(child)).then_some(Agent),
            Relation::Iobj => Some(Patient),
            Relation::Obl => match view.case_of(child).as_deref() {
                Some("by") if passive && !view.says_how(child) => Some(Agent),
                Some("with" | "against" | "on" | "to" | "upon") => Some(Patient),
                _ => None,
            },
            _ => None,
        };
        if let Some(role) = role {
            add_with_conjuncts(view, child, role, found);
        }
    }
    if !passive
        && !has_role(found, Agent)
        && let Some(subject) = subjects::shared(view, light)
    {
        add_with_conjuncts(view, subject, Agent, found);
    }
}

/// "X told Y in a phone call": who speaks in a call takes part in it.
fn in_a_call(view: View<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let Some(verb) = speaking_in(view, trigger) else { return };
    for child in view.children(verb) {
        match view.relation(child) {
            Relation::Nsubj => add_with_conjuncts(view, child, Agent, found),
            Relation::Obj | Relation::Iobj => add_with_conjuncts(view, child, Patient, found),
            _ => {}
        }
    }
}

/// The verb of saying of which a meeting or call is the occasion, unless the noun itself says who takes part.
fn speaking_in(view: View<'_>, trigger: &Trigger) -> Option<usize> {
    let names_them = view.children(trigger.word).any(|child| {
        view.relation(child).is_kind_of(Relation::Nmod)
            && matches!(view.case_of(child).as_deref(), Some("between" | "with" | "by") | None)
    });
    let is_occasion = trigger.sense.kind == EventKind::Meet
        && matches!(view.case_of(trigger.word).as_deref(), Some("during" | "in" | "at"));
    if names_them || !is_occasion {
        return None;
    }
    view.head(trigger.word)
        .filter(|verb| view.upos(*verb) == Upos::Verb && lexicon::is_saying(&view.lemma(*verb)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::triggers::triggers;
    use crate::language::testing::parsed;

    /// Who takes part in the first event that a noun names.
    fn roles(marked: &str) -> Vec<Argument> {
        let (text, language) = parsed(marked);
        let view = View::new(&text, &language);
        let trigger = triggers(view).into_iter().find(|trigger| trigger.nominal).unwrap();
        let mut found = Vec::new();
        of_noun(view, &trigger, &mut found);
        found
    }

    #[test]
    fn an_owner_and_a_by_phrase_act() {
        let marked = "Rao/Rao/NNP/3/nmod:poss 's/'s/POS/1/case visit/visit/NN/0/root";
        assert_eq!(roles(marked), [(0, Agent)]);
        let marked = "the/the/DT/2/det arrest/arrest/NN/0/root of/of/IN/4/case Lund/Lund/NNP/2/nmod by/by/IN/6/case \
                      police/police/NN/2/nmod";
        assert_eq!(roles(marked), [(3, Patient), (5, Agent)]);
    }

    #[test]
    fn who_resigns_comes_after_of() {
        let marked = "the/the/DT/2/det resignation/resignation/NN/0/root of/of/IN/4/case Lund/Lund/NNP/2/nmod";
        assert_eq!(roles(marked), [(3, Agent)]);
    }

    #[test]
    fn nobody_is_met_on_the_sidelines() {
        let marked =
            "a/a/DT/2/det meeting/meeting/NN/0/root on/on/IN/5/case the/the/DT/5/det sidelines/sideline/NNS/2/nmod";
        assert_eq!(roles(marked), []);
        let marked = "a/a/DT/2/det ban/ban/NN/0/root on/on/IN/4/case trucks/truck/NNS/2/nmod";
        assert_eq!(roles(marked), [(3, Patient)]);
    }

    #[test]
    fn a_light_verb_brings_its_own_participants() {
        let marked =
            "Rao/Rao/NNP/2/nsubj held/hold/VBD/0/root talks/talk/NNS/2/obj with/with/IN/5/case Lund/Lund/NNP/2/obl";
        assert_eq!(roles(marked), [(0, Agent), (4, Patient)]);
        let marked =
            "Rao/Rao/NNP/2/nsubj came/come/VBD/0/root to/to/TO/4/mark hold/hold/VB/2/advcl talks/talk/NNS/4/obj";
        assert_eq!(roles(marked), [(0, Agent)]);
    }

    #[test]
    fn who_speaks_in_a_call_takes_part_in_it() {
        let marked = "Rao/Rao/NNP/2/nsubj told/tell/VBD/0/root Lund/Lund/NNP/2/obj in/in/IN/6/case a/a/DT/6/det \
                      call/call/NN/2/obl";
        assert_eq!(roles(marked), [(0, Agent), (2, Patient)]);
        let marked = "Rao/Rao/NNP/2/nsubj slept/sleep/VBD/0/root in/in/IN/5/case a/a/DT/5/det call/call/NN/2/obl";
        assert_eq!(roles(marked), []);
    }
}
