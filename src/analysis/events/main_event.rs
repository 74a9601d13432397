//! What the story is about: who, what, when, where, by position, frequency and closeness to the draft's date. It
//! chooses among what the draft says and words nothing itself.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analysis::events::fold::Known;
use crate::analysis::events::{lead, setting};
use crate::analysis::{BlockFacts, Event, EventId, EventStatus, Group, MainEvent};
use crate::markup::Markup;

/// The main event, unless the draft tells nothing.
#[must_use]
pub fn main_event(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    events: &[Event],
    known: Known<'_>,
) -> Option<MainEvent> {
    let clause = lead::lead(markup, blocks, known);
    let event = best_event(events, clause);
    let when = setting::when(markup, known);
    let place = setting::place(markup, blocks, known);
    if event.is_none() && clause.is_none() {
        return None;
    }
    let (who, what) = match clause {
        Some(lead) => (lead.who, Some(lead.what)),
        None => {
            let event = event.and_then(|event| events.get(event.0));
            (
                event
                    .and_then(|event| event.participants.first())
                    .map(|participant| participant.place),
                event.map(|event| event.trigger),
            )
        }
    };
    Some(MainEvent {
        event,
        who,
        what,
        when,
        place,
    })
}

/// Early, often told, with somebody in it, and no mere saying; what the lead says before all.
fn best_event(events: &[Event], lead: Option<lead::Lead>) -> Option<EventId> {
    let of_lead = lead.and_then(|lead| {
        events
            .iter()
            .position(|event| lead.what.covers(event.trigger))
            .filter(|first| {
                events
                    .get(*first)
                    .is_some_and(|event| event.kind.group() != Group::Statement)
            })
    });
    let mut told: FxHashMap<EventId, usize> = FxHashMap::default();
    for (index, event) in events.iter().enumerate() {
        *told.entry(event.retells.unwrap_or(EventId(index))).or_default() += 1;
    }
    let total = events.len().max(1) as f32;
    let score = |(index, event): (usize, &Event)| -> f32 {
        let position = 1.0 - index as f32 / total;
        let early = if index < 12 { 1.0 - index as f32 / 24.0 } else { 0.0 };
        let frequency = told
            .get(&EventId(index))
            .map_or(0.0, |count| (*count as f32 - 1.0).min(4.0) / 4.0);
        let weight = event.kind.group().main_event_weight();
        let known = if event.participants.iter().any(|participant| participant.actor.is_some()) {
            0.15
        } else {
            0.0
        };
        let dated = if event.times.is_empty() { 0.0 } else { 0.1 };
        let off = if event.background || event.status == EventStatus::Denied || event.retells.is_some() {
            -1.0
        } else {
            0.0
        };
        let lead = if of_lead == Some(index) { 0.5 } else { 0.0 };
        lead + position * 0.4 + early * 0.5 + frequency * 0.4 + weight + known + dated + off
    };
    events
        .iter()
        .enumerate()
        .map(|(index, event)| (index, score((index, event))))
        .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))
        .map(|(index, _)| EventId(index))
}
