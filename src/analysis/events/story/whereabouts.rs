//! Where somebody merely is: "The governor is in Paris". Nothing happens there, and it is not what a story is about.

use std::ops::Range;

use crate::analysis::events::LocalEvent;
use crate::language::{Relation, Upos, View};

/// Whether the name of a place in these words is all that "is" says of its subject, and the subject is no event ("The vote is in
/// Paris").
#[must_use]
pub fn is_whereabouts(view: View<'_>, mut words: Range<usize>, events: &[LocalEvent]) -> bool {
    words.any(|at| {
        let says = if view.child_by(at, &[Relation::Cop]).is_some() {
            Some(at)
        } else {
            view.head(at)
                .filter(|verb| view.lemma(*verb) == "be" && view.relation(at) == Relation::Obl && view.is_parsed(*verb))
        };
        let is_event = |subject: usize| {
            events
                .iter()
                .any(|event| event.trigger.covers(view.span(subject..subject + 1)))
        };
        view.upos(at) == Upos::Propn
            && view.child_by(at, &[Relation::Case]).is_some()
            && says
                .and_then(|says| view.subject_of(says))
                .is_some_and(|subject| !is_event(subject))
    })
}
