//! The card of an event: who, whom, when and where. It leaves open what the draft leaves open.

use std::sync::Arc;

use crate::analysis::{ActorId, Event, EventTime, ParticipantRole};
use crate::engine::days::Days;
use crate::engine::headline::EventTellings;
use crate::engine::hover::types::{EventCard, EventLine, Excerpt};
use crate::engine::types::Snapshot;
use crate::text::calendar;

/// The card of an event, from all its tellings together.
pub(super) fn card(snapshot: &Snapshot, event: &Event) -> EventCard {
    let tellings = tellings(snapshot, event);
    // What this telling leaves out, another one may say.
    let of_role = |role| {
        let of = |event: &Event| {
            let mut names: Vec<String> = Vec::new();
            // What "it" and "them" stand for is a guess.
            let is_plain = |place| !["it", "them", "they"].contains(&snapshot.text_of(place).to_lowercase().as_str());
            let parts = event.participants.iter();
            for participant in parts.filter(|part| part.role == role && is_plain(part.place)) {
                let name = snapshot.full_name(participant.actor, participant.place).to_owned();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        };
        let said = std::iter::once(event).chain(tellings.iter().copied()).map(of);
        said.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
    };
    let places = std::iter::once(event)
        .chain(tellings.iter().copied())
        .map(|telling| &telling.places);
    EventCard {
        line: line(snapshot, event, None),
        kind: event.kind.name(),
        who: of_role(ParticipantRole::Agent),
        whom: of_role(ParticipantRole::Patient),
        others: of_role(ParticipantRole::Other),
        places: places
            .into_iter()
            .find(|places| !places.is_empty())
            .map(|places| places.iter().map(|place| Excerpt::of(snapshot, *place)).collect())
            .unwrap_or_default(),
        source: event.source.map(|place| Excerpt::of(snapshot, place)),
        background: event.background,
        other_tellings: tellings
            .iter()
            .filter(|other| other.trigger != event.trigger)
            .map(|other| Excerpt::of(snapshot, other.trigger))
            .collect(),
    }
}

/// An event in one line; of those who take part, `without` is left out.
pub(super) fn line(snapshot: &Snapshot, event: &Event, without: Option<ActorId>) -> EventLine {
    let all = EventTellings {
        event,
        tellings: tellings(snapshot, event),
    };
    // What this telling leaves out, another one may say.
    let tellings = std::iter::once(event).chain(all.tellings.iter().copied());
    let when = tellings
        .map(|telling| telling.times.as_slice())
        .find(|times| !times.is_empty())
        .unwrap_or(&[]);
    EventLine {
        headline: snapshot.headline(&all),
        trigger: Excerpt::of(snapshot, event.trigger),
        group: event.kind.group().name(),
        status: event.status,
        with: event
            .participants
            .iter()
            .filter(|participant| without.is_none() || participant.actor != without)
            .map(|participant| snapshot.full_name(participant.actor, participant.place).to_owned())
            .collect(),
        when: when
            .iter()
            .map(|time| snapshot.text_of(time.place).to_owned())
            .collect(),
        days: all
            .time()
            .filter(|time| without.is_none() || names_day(snapshot, time))
            .and_then(|time| time.days)
            .map(|days| Days::new(days, snapshot.facts.locale))
            .filter(|days| without.is_none() || days.are_few()),
    }
}

/// Whether the words of a time name a day themselves: "that night" is one of another sentence.
fn names_day(snapshot: &Snapshot, time: &EventTime) -> bool {
    let text = snapshot.text_of(time.place);
    let mut words = text
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    !text.to_lowercase().starts_with("that ")
        && words.any(|word| {
            calendar::is_month(word)
                || calendar::is_weekday(word)
                || word.chars().any(|letter| letter.is_ascii_digit())
                || ["today", "yesterday", "tomorrow", "tonight"].contains(&word.to_lowercase().as_str())
        })
}

/// All tellings of the event that `event` reports, the first one first.
fn tellings<'a>(snapshot: &'a Snapshot, event: &'a Event) -> Vec<&'a Event> {
    let facts = &snapshot.facts;
    let mut with_ids = facts.events_with_ids();
    let own = with_ids
        .find(|(_, other)| other.trigger == event.trigger)
        .map(|(id, _)| id);
    let Some(first) = event.retells.or(own) else {
        return vec![event];
    };
    let events = facts.events.iter().map(Arc::as_ref);
    let retellings = events.filter(|other| other.retells == Some(first));
    facts.event(first).into_iter().chain(retellings).collect()
}
