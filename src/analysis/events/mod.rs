//! Events: what the draft tells, who takes part, when, where, and whether it took place. It takes nobody's side.
//!
//! [`find`] reads one block; [`fold`] joins the blocks: actors, dates, retellings, background and the main event.

mod arguments;
mod circumstances;
mod fold;
mod headlines;
mod index;
mod kinds;
mod lead;
mod lexicon;
mod main_event;
mod nearby;
mod of_noun;
mod of_verb;
mod phrases;
mod retellings;
mod setting;
mod status;
#[cfg(test)]
mod tests;
mod triggers;
mod types;

pub use fold::{Known, fold};
pub use kinds::{EventKind, Group, Plover, TimeMlClass};
pub use lexicon::Entry;
pub use types::{
    Event, EventId, EventStatus, EventTime, LocalEvent, LocalParticipant, MainEvent, Participant, ParticipantRole,
};

use crate::analysis::times::LocalTime;
use crate::language::{Dependents, Language, View};
use crate::text::Span;

/// The events of one block's text, in order.
#[must_use]
pub fn find(text: &str, language: &Language, times: &[LocalTime]) -> Vec<LocalEvent> {
    let dependents = Dependents::of(language);
    let view = View::new(text, language).with_dependents(&dependents);
    let triggers = triggers::triggers(view);
    let mut when = circumstances::times(view, &triggers, times).into_iter();
    let mut places = circumstances::places(view, &triggers, times).into_iter();
    triggers
        .iter()
        .map(|trigger| {
            let mut places = places.next().unwrap_or_default();
            let participants = participants(view, trigger, &places, times);
            places.retain(|place| {
                let whom = |one: &LocalParticipant| one.role == ParticipantRole::Patient && place.covers(one.span);
                !participants.iter().any(whom)
            });
            LocalEvent {
                trigger: view.span(trigger.word..trigger.word + 1),
                lemma: view.lemma(trigger.word),
                entry: trigger.entry,
                nominal: trigger.nominal,
                definite: if trigger.nominal {
                    is_definite(view, trigger.word)
                } else {
                    tells_of_both(view, trigger, times)
                },
                status: status::status(view, trigger),
                earlier: status::is_earlier(view, trigger),
                participants,
                times: when.next().unwrap_or_default(),
                places,
                source: circumstances::source(view, trigger),
                clause: clause(view, trigger),
                depth: view
                    .ancestors(trigger.word)
                    .filter(|at| view.upos(*at) == crate::language::Upos::Verb)
                    .count(),
            }
        })
        .collect()
}

fn participants(
    view: View<'_>,
    trigger: &triggers::Trigger,
    places: &[Span],
    times: &[LocalTime],
) -> Vec<LocalParticipant> {
    arguments::arguments(view, trigger, times)
        .into_iter()
        .map(|(head, role)| LocalParticipant {
            span: view.span(phrases::phrase(view, head)),
            head: view.span(head..head + 1),
            role,
        })
        // "sat in Ostrava" says where, "taxed Ostrava" and "tariffs on Oresia" say whom.
        .filter(|participant| {
            participant.role == ParticipantRole::Patient || !places.iter().any(|place| place.covers(participant.span))
        })
        .collect()
}

/// "the two would meet", "both signed": who is meant has been told.
fn tells_of_both(view: View<'_>, trigger: &triggers::Trigger, times: &[LocalTime]) -> bool {
    arguments::arguments(view, trigger, times).iter().any(|(head, _)| {
        let phrase = phrases::phrase(view, *head);
        (phrase.start..phrase.end.min(phrase.start + 2)).any(|at| matches!(view.lower(at).as_str(), "two" | "both"))
    })
}

fn is_definite(view: View<'_>, noun: usize) -> bool {
    let phrase = phrases::phrase(view, noun);
    matches!(
        view.lower(phrase.start).as_str(),
        "the" | "this" | "that" | "these" | "those" | "their" | "his" | "her" | "its"
    )
}

/// From the trigger (or its light verb and auxiliaries) to the end of its clause.
fn clause(view: View<'_>, trigger: &triggers::Trigger) -> Span {
    let verb = trigger.light.unwrap_or(trigger.word);
    let sentence = view.sentence(verb);
    let first = view.auxiliaries_of(verb).fold(verb.min(trigger.word), usize::min);
    let mut end = verb + 1;
    while end < sentence.end.min(verb + 60)
        && !matches!(
            view.lower(end).as_str(),
            "," | "." | ";" | ":" | "!" | "?" | "”" | "\"" | "—" | "–"
        )
    {
        end += 1;
    }
    view.span(first..end)
}
