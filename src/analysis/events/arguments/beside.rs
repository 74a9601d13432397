//! Who takes part by name without being the subject or the object of an event: whoever it is done to, against, from or with. It
//! changes no role that the grammar gives.

use crate::analysis::ParticipantRole::Other;
use crate::analysis::events::EventKind;
use crate::analysis::events::arguments::conjuncts::Argument;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Name, NameKind, Relation, Upos, View};

/// How many arcs may be between a name and the event.
const FARTHEST: usize = 4;

/// How many names are added.
const MOST: usize = 3;

/// Prepositions that name a party, and no place or occasion.
const PARTY: [&str; 9] = [
    "against", "between", "for", "from", "of", "over", "to", "toward", "with",
];

/// Adds the names in the objects and phrases of an event: "halted the supplies to Norland", "signed a pact with Rao".
pub fn add_named(view: View<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    if trigger.sense.kind == EventKind::Say || !view.is_parsed(trigger.word) {
        return;
    }
    let sentence = view.sentence(trigger.word);
    let names = &view.language.names;
    let first = names.partition_point(|name| name.words.start < sentence.start);
    let of_sentence = names
        .iter()
        .skip(first)
        .take_while(|name| name.words.end <= sentence.end)
        .filter(|name| name.kind != NameKind::Other);
    let added: Vec<usize> = of_sentence
        .filter_map(|name| head_of(view, name))
        .filter(|head| is_party(view, trigger, *head) && !is_in_named(view, *head, found))
        .take(MOST)
        .collect();
    found.extend(added.into_iter().map(|head| (head, Other)));
    found.sort_by_key(|(word, _)| *word);
}

/// The word of a name that hangs on a word outside it.
fn head_of(view: View<'_>, name: &Name) -> Option<usize> {
    let is_outside = |head: usize| !name.words.contains(&head);
    name.words.clone().find(|at| view.head(*at).is_some_and(is_outside))
}

/// Whether the arcs from a name to an event go over objects and phrases only, the first one with a preposition of a party.
fn is_party(view: View<'_>, trigger: &Trigger, name: usize) -> bool {
    let mut at = name;
    if view.relation(at) == Relation::Conj {
        let Some(first) = view.head(at).filter(|first| view.upos(*first) == Upos::Propn) else {
            return false;
        };
        at = first;
    }
    let is_owner = view.relation(at) == Relation::NmodPoss;
    let is_named_by = |case: &str| PARTY.contains(&case);
    let is_after = || view.case_of(at).is_some_and(|case| is_named_by(case.as_str()));
    if !(is_owner || matches!(view.relation(at), Relation::Nmod | Relation::Obl) && is_after()) {
        return false;
    }
    for _ in 0..FARTHEST {
        let Some(head) = view.head(at) else { return false };
        if head == trigger.word || Some(head) == trigger.light {
            return !is_owner || at != name || trigger.nominal;
        }
        let goes_on = matches!(
            view.relation(head),
            Relation::Obj | Relation::Obl | Relation::Nmod | Relation::Xcomp
        );
        if !goes_on {
            return false;
        }
        at = head;
    }
    false
}

/// Whether a name is in the phrase of somebody who takes part by name already: "Norland's mayor, Ana Rao".
fn is_in_named(view: View<'_>, name: usize, found: &[Argument]) -> bool {
    found
        .iter()
        .any(|(word, _)| *word == name || view.upos(*word) == Upos::Propn && view.noun_phrase(*word).contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::triggers::triggers;
    use crate::language::testing::parsed;

    /// The names that are added to the first event of a sentence; all capitalized words are names.
    fn added(marked: &str) -> Vec<String> {
        let (text, mut language) = parsed(marked);
        let names = (0..language.words.len()).filter(|at| language.words[*at].upos == Upos::Propn);
        language.names = names
            .map(|at| Name {
                words: at..at + 1,
                kind: NameKind::Place,
            })
            .collect();
        let view = View::new(&text, &language);
        let trigger = triggers(view).remove(0);
        let mut found = Vec::new();
        add_named(view, &trigger, &mut found);
        found.iter().map(|(word, _)| view.form(*word).to_owned()).collect()
    }

    #[test]
    fn whoever_it_is_done_to_takes_part() {
        let marked = "Oresia/Oresia/NNP/2/nsubj halted/halt/VBD/0/root supplies/supply/NNS/2/obj to/to/IN/5/case \
                      Norland/Norland/NNP/3/nmod";
        assert_eq!(added(marked), ["Norland"]);
        let marked = "Rao/Rao/NNP/2/nsubj rejected/reject/VBD/0/root Norland/Norland/NNP/5/nmod:poss 's/'s/POS/3/case \
                      appeal/appeal/NN/2/obj";
        assert_eq!(added(marked), ["Norland"]);
    }

    #[test]
    fn where_it_is_done_takes_no_part() {
        let marked = "Rao/Rao/NNP/2/nsubj sold/sell/VBD/0/root ships/ship/NNS/2/obj in/in/IN/5/case \
                      Norland/Norland/NNP/2/obl";
        assert_eq!(added(marked), [""; 0]);
    }
}
