//! Who takes part in an event, by the parse; by the nearest noun phrases where there is none. It joins what the
//! files for verbs, nouns and unparsed sentences find, and finds no trigger.

use crate::analysis::ParticipantRole::{self, Patient};
use crate::analysis::events::nearby;
use crate::analysis::events::of_noun;
use crate::analysis::events::of_verb;
use crate::analysis::events::phrases;
use crate::analysis::events::triggers::Trigger;
use crate::analysis::times::LocalTime;
use crate::language::{Relation, Tag, Upos, View};

/// A noun, by its head word, and its role.
pub type Argument = (usize, ParticipantRole);

/// The participants of a trigger, in the order of the text, without doubles.
#[must_use]
pub fn arguments(view: View<'_>, trigger: &Trigger, times: &[LocalTime]) -> Vec<Argument> {
    let mut found = Vec::new();
    if !view.is_parsed(trigger.word) {
        if trigger.nominal {
            nearby::beside_noun(view, trigger, &mut found);
        } else {
            nearby::nearest(view, trigger.word, &mut found);
        }
    } else if trigger.nominal {
        of_noun::of_noun(view, trigger, &mut found);
    } else {
        of_verb::of_verb(view, trigger.word, trigger.entry.kind, &mut found);
    }
    // "met on Friday": a time is nobody.
    let dateline = phrases::dateline(view);
    found.retain(|(word, _)| *word >= dateline && is_participant(view, *word) && !is_time(view, *word, times));
    if trigger.entry.kind.is_reciprocal() {
        reciprocal(&mut found);
    }
    found.sort_by_key(|(word, _)| *word);
    found.dedup_by_key(|(word, _)| *word);
    found
}

/// "X and Y met", "X met with Y", "talks between X and Y": the first one is the agent, the others are patients.
fn reciprocal(found: &mut [Argument]) {
    if found.iter().any(|(_, role)| *role == Patient) {
        return;
    }
    let first = found.iter().map(|(word, _)| *word).min();
    for (word, role) in found.iter_mut() {
        if Some(*word) != first {
            *role = Patient;
        }
    }
}

fn is_time(view: View<'_>, word: usize, times: &[LocalTime]) -> bool {
    let span = view.span(word..word + 1);
    // Times come in order.
    let next = times.partition_point(|time| time.span.end <= span.start);
    times.get(next).is_some_and(|time| time.span.overlaps(span))
}

fn is_participant(view: View<'_>, word: usize) -> bool {
    match view.upos(word) {
        Upos::Noun | Upos::Propn => true,
        Upos::Pron => {
            !matches!(
                view.lower(word).as_str(),
                "it" | "there" | "that" | "which" | "what" | "this" | "who"
            ) || view.lower(word) == "it" && view.relation(word) != Relation::Expl
        }
        Upos::Num | Upos::Adj | Upos::Det | Upos::Sym | Upos::X => true,
        _ => false,
    }
}

/// A nominal with what is joined to it.
pub fn with_conjuncts(view: View<'_>, word: usize, role: ParticipantRole, found: &mut Vec<Argument>) {
    let antecedent = view.antecedent_of(word).unwrap_or(word);
    found.push((antecedent, role));
    for joined in view.children_by(antecedent, &[Relation::Conj]) {
        // "expanding control and Varland raising dues": what is joined is the next clause.
        let next_clause = matches!(
            view.tag(joined + 1),
            Tag::Gerund | Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense
        ) && matches!(view.relation(joined + 1), Relation::Conj | Relation::Acl)
            && view.lower(joined.saturating_sub(1)) == "and"
            && view.upos(joined + 1) == Upos::Verb;
        if !next_clause && matches!(view.upos(joined), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num) {
            found.push((joined, role));
        }
    }
}
