//! Events: what the draft tells, who takes part, when, where, and whether it took place. It takes nobody's side.
//!
//! [`find`] reads one block; [`fold`] joins the blocks: actors, dates, retellings, background and the main event.

mod arguments;
mod circumstances;
mod fold;
mod headlines;
mod index;
mod lead;
mod lexicon;
mod local;
mod main_event;
mod nearby;
mod of_noun;
mod of_verb;
mod retellings;
mod setting;
mod status;
#[cfg(test)]
mod tests;
mod tree;
mod triggers;
mod types;

pub use fold::{Known, fold};
pub use lexicon::{Entry, Kind};
pub use local::{LocalEvent, LocalParticipant};
pub use types::{Event, EventStatus, EventTime, MainEvent, Participant, ParticipantRole};

use smol_str::ToSmolStr;

use crate::analysis::times::LocalTime;
use crate::language::{Language, Relation};
use crate::text::Span;

/// The events of one block's text, in order.
#[must_use]
pub fn find(text: &str, language: &Language, times: &[LocalTime]) -> Vec<LocalEvent> {
    let tree = tree::Tree::new(text, language);
    let triggers = triggers::triggers(&tree);
    let mut when = circumstances::times(&tree, &triggers, times).into_iter();
    let mut places = circumstances::places(&tree, &triggers, times).into_iter();
    triggers
        .iter()
        .map(|trigger| {
            let mut places = places.next().unwrap_or_default();
            let participants = participants(&tree, trigger, &places, times);
            places.retain(|place| {
                let whom = |one: &LocalParticipant| one.role == ParticipantRole::Patient && place.covers(one.span);
                !participants.iter().any(whom)
            });
            LocalEvent {
                trigger: tree.span(trigger.word..trigger.word + 1),
                lemma: tree.lemma(trigger.word).to_smolstr(),
                entry: trigger.entry,
                nominal: trigger.nominal,
                definite: if trigger.nominal {
                    is_definite(&tree, trigger.word)
                } else {
                    tells_of_both(&tree, trigger, times)
                },
                status: status::status(&tree, trigger),
                earlier: status::is_earlier(&tree, trigger),
                participants,
                times: when.next().unwrap_or_default(),
                places,
                source: circumstances::source(&tree, trigger),
                clause: clause(&tree, trigger),
                depth: tree
                    .ancestors(trigger.word)
                    .filter(|at| tree.upos(*at) == crate::language::Upos::Verb)
                    .count(),
            }
        })
        .collect()
}

fn participants(
    tree: &tree::Tree<'_>,
    trigger: &triggers::Trigger,
    places: &[Span],
    times: &[LocalTime],
) -> Vec<LocalParticipant> {
    arguments::arguments(tree, trigger, times)
        .into_iter()
        .map(|(head, role)| LocalParticipant {
            span: tree.span(tree.phrase(head)),
            head: tree.span(head..head + 1),
            role,
        })
        // "sat in Ostrava" says where, "taxed Ostrava" and "tariffs on Oresia" say whom.
        .filter(|participant| {
            participant.role == ParticipantRole::Patient || !places.iter().any(|place| place.covers(participant.span))
        })
        .collect()
}

/// "the two would meet", "both signed": who is meant has been told.
fn tells_of_both(tree: &tree::Tree<'_>, trigger: &triggers::Trigger, times: &[LocalTime]) -> bool {
    arguments::arguments(tree, trigger, times).iter().any(|(head, _)| {
        let phrase = tree.phrase(*head);
        (phrase.start..phrase.end.min(phrase.start + 2)).any(|at| matches!(tree.lower(at).as_str(), "two" | "both"))
    })
}

fn is_definite(tree: &tree::Tree<'_>, noun: usize) -> bool {
    let phrase = tree.phrase(noun);
    matches!(
        tree.lower(phrase.start).as_str(),
        "the" | "this" | "that" | "these" | "those" | "their" | "his" | "her" | "its"
    )
}

/// From the trigger (or its light verb and auxiliaries) to the end of its clause.
fn clause(tree: &tree::Tree<'_>, trigger: &triggers::Trigger) -> Span {
    let verb = trigger.light.unwrap_or(trigger.word);
    let sentence = tree.sentence(verb);
    let first = tree
        .children_by(verb, &[Relation::Aux, Relation::AuxPass])
        .fold(verb.min(trigger.word), usize::min);
    let mut end = verb + 1;
    while end < sentence.end.min(verb + 60)
        && !matches!(
            tree.lower(end).as_str(),
            "," | "." | ";" | ":" | "!" | "?" | "”" | "\"" | "—" | "–"
        )
    {
        end += 1;
    }
    tree.span(first..end)
}
