//! Where somebody merely is: "The governor is in Paris". Nothing happens there, and it is not what a story is about.

use std::ops::Range;

use crate::analysis::events::LocalEvent;
use crate::language::{Relation, Upos, View};

/// Whether the name of a place in these words is all that "is" says of its subject, and the subject is no event ("The vote is in
/// Paris").
#[must_use]
pub fn is_whereabouts(view: View<'_>, mut words: Range<usize>, events: &[LocalEvent]) -> bool {
    let is_event = |subject: usize| {
        events
            .iter()
            .any(|event| event.trigger.covers(view.span(subject..subject + 1)))
    };
    words.any(|at| {
        // The verb, and the word that has its subject: the parse hangs one on the other.
        let (verb, says) = match view.child_by(at, &[Relation::Cop]) {
            Some(verb) => (Some(verb), Some(at)),
            None => {
                let is_be = |verb: &usize| view.lemma(*verb) == "be" && view.relation(at) == Relation::Obl;
                let verb = view.head(at).filter(is_be);
                (verb, verb)
            }
        };
        // "The power is down in Paris" tells more.
        let is_next = verb.is_some_and(|verb| view.child_by(at, &[Relation::Case]) == Some(verb + 1));
        view.upos(at) == Upos::Propn
            && is_next
            && says
                .and_then(|says| view.subject_of(says))
                .is_some_and(|subject| !is_event(subject))
    })
}
