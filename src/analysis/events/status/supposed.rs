//! What is only supposed: "Had Lund left, Rao would have stayed", "Closing it would cost millions". It names nobody.

use crate::analysis::EventStatus::{self, Planned, Possible};
use crate::analysis::events::status::clauses::{follows, word_before};
use crate::language::{Tag, Upos, View};

/// The auxiliaries of what would follow if something were so.
const SUPPOSING: [&str; 6] = ["would", "could", "might", "'d", "’d", "may"];

/// Whether a verb says a condition or what somebody weighs.
#[must_use]
pub fn status(view: View<'_>, verb: usize) -> Option<EventStatus> {
    if is_unreal_condition(view, verb) {
        return Some(Possible);
    }
    weighed(view, verb)
}

/// "Had Lund left, …", "Should Lund leave, …": a sentence that begins with the auxiliary and asks nothing.
fn is_unreal_condition(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    let is_mark = |at: &usize| view.upos(*at) == Upos::Punct;
    let Some(first) = sentence.clone().find(|at| !is_mark(at)) else {
        return false;
    };
    if !view.is_any(first, &["had", "should", "were"]) || first > verb || view.is(sentence.end - 1, "?") {
        return false;
    }
    let is_of_parse = view.head(first) == Some(verb)
        && view.subject_of(verb).is_some_and(|subject| subject < verb)
        && (verb..sentence.end).any(|at| view.is(at, ","));
    is_of_parse || is_before_what_would_follow(view, verb) && !is_of_relative_clause(view, verb)
}

/// "Had the guard, Ned Rao, | locked | the gate, the thief would have left": whether a comma and a clause with "would" come
/// after a verb, whatever the parse makes of the sentence.
fn is_before_what_would_follow(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    (verb + 1..sentence.end)
        .find(|at| view.is_any(*at, &SUPPOSING))
        .is_some_and(|modal| (verb..modal).any(|at| view.is(at, ",")))
}

/// "the guard, who | ran | the gate".
fn is_of_relative_clause(view: View<'_>, verb: usize) -> bool {
    let relatives = ["who", "which", "that"];
    follows(view, verb, &relatives)
        || view
            .subject_of(verb)
            .is_some_and(|subject| view.is_any(subject, &relatives))
}

/// "Closing it would cost millions": a gerund that is the subject of what would follow. With "will" it is to come.
fn weighed(view: View<'_>, verb: usize) -> Option<EventStatus> {
    let sentence = view.sentence(verb);
    let before = word_before(view, verb);
    let begins = before.is_none_or(|at| {
        matches!(view.upos(at), Upos::Punct | Upos::Sconj | Upos::Cconj) || view.is_any(at, &["said", "says", "that"])
    });
    if view.tag(verb) != Tag::Gerund || !begins || view.auxiliaries_of(verb).next().is_some() {
        return None;
    }
    let modal = (verb + 1..sentence.end)
        .take_while(|at| view.upos(*at) != Upos::Punct)
        .find(|at| view.tag(*at).is_finite() || view.tag(*at) == Tag::Modal)?;
    match view.lower(modal).as_str() {
        "will" => Some(Planned),
        _ => view.is_any(modal, &SUPPOSING).then_some(Possible),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    #[test]
    fn a_condition_may_begin_with_its_auxiliary() {
        let marked = "Had/have/VBD/3/aux Lund/Lund/NNP/3/nsubj left/leave/VBN/6/advcl ,/,/,/3/punct Rao/Rao/NNP/6/nsubj \
                      wept/weep/VBD/0/root";
        assert_eq!(ask(&parsed(marked), "left", status), Some(Possible));
    }

    #[test]
    fn a_condition_that_is_parsed_as_a_statement_is_one() {
        let marked = "Had/have/VBD/0/root the/the/DT/3/det guard/guard/NN/1/obj left/leave/VBD/1/parataxis ,/,/,/1/punct \
                      Rao/Rao/NNP/8/nsubj would/would/MD/8/aux weep/weep/VB/4/conj ./././1/punct";
        let read = parsed(marked);
        assert_eq!(ask(&read, "left", status), Some(Possible));
        assert_eq!(ask(&read, "weep", status), None);
    }

    #[test]
    fn what_would_cost_something_is_weighed() {
        let closing = |modal: &str| {
            let marked =
                format!("Closing/close/VBG/4/csubj it/it/PRP/1/obj {modal}/{modal}/MD/4/aux cost/cost/VB/0/root");
            ask(&parsed(&marked), "Closing", status)
        };
        assert_eq!(closing("would"), Some(Possible));
        assert_eq!(closing("will"), Some(Planned));
        let marked = "Closing/close/VBG/3/csubj it/it/PRP/1/obj saved/save/VBD/0/root money/money/NN/3/obj";
        assert_eq!(ask(&parsed(marked), "Closing", status), None);
    }
}
