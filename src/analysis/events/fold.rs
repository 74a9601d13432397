//! From the events of blocks to the events of a draft: actors, dates, background, retellings. Linear but for a bounded
//! look back. It never drops an event.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::events::index::Index;
use crate::analysis::events::kinds::Plover;
use crate::analysis::events::main_event;
use crate::analysis::events::retellings::{Marks, mark_retellings};
use crate::analysis::events::types::LocalEvent;
use crate::analysis::{
    Actor, BlockFacts, Event, EventStatus, EventTime, MainEvent, Mention, Participant, Place, Quotation, Time,
};
use crate::markup::{BlockKind, Furniture, Markup};

/// How many days before the draft's date the story begins.
const STORY_DAYS: i32 = 45;

/// What is known when events are folded.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The draft's date.
    pub anchor: Option<Date>,
    /// Times, resolved.
    pub times: &'a [Time],
    /// Actors.
    pub actors: &'a [Actor],
    /// Mentions of actors, by place.
    pub mentions: &'a [Mention],
    /// Quotations.
    pub quotations: &'a [Quotation],
}

/// The events of a draft and what the story is about.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>], known: Known<'_>) -> (Vec<Event>, Option<MainEvent>) {
    let index = Index::new(known);
    let mut events: Vec<Event> = Vec::new();
    let mut marks: Vec<Marks> = Vec::new();
    for (number, (block, facts)) in markup.blocks.iter().zip(blocks).enumerate() {
        if matches!(
            block.kind,
            BlockKind::Furniture(Furniture::Slug | Furniture::Byline | Furniture::EndMark | Furniture::Embargo)
                | BlockKind::TableCell
        ) {
            continue;
        }
        let mut old = false;
        for local in &facts.events {
            let event = global(number, facts, local, known, &index);
            // What follows a date long past in the same block is told of that time, until another date comes.
            old = if event.times.is_empty() {
                old && local.status == EventStatus::Done
            } else {
                event.background
            };
            marks.push(Marks {
                definite: local.definite,
                heads: local
                    .participants
                    .iter()
                    .map(|participant| participant.head.of(&block.text).to_lowercase())
                    .collect(),
            });
            events.push(Event {
                background: event.background || old,
                ..event
            });
        }
    }
    mark_retellings(&mut events, &marks);
    let main = main_event::main_event(markup, blocks, &events, known);
    (events, main)
}

/// How many quotations before and behind an event are asked whether they report it; this keeps one long paragraph linear.
const NEAR_QUOTATIONS: usize = 8;

fn global(block: usize, facts: &BlockFacts, local: &LocalEvent, known: Known<'_>, index: &Index) -> Event {
    let at = |span| Place::new(block, span);
    let times: Vec<EventTime> = local
        .times
        .iter()
        .filter_map(|time| facts.times.get(*time))
        .filter_map(|time| index.times.get(&(block, time.span.start)))
        .filter_map(|time| known.times.get(*time))
        .map(|time| EventTime {
            place: time.place,
            value: time.value.clone(),
            days: time.days,
        })
        .collect();
    let days = times.iter().find_map(|time| time.days);
    let mut status = local.status;
    let mut background = false;
    if let (Some(anchor), Some((first, last))) = (known.anchor, days) {
        if first > anchor && status == EventStatus::Done {
            status = EventStatus::Planned;
        }
        background = last < anchor && crate::analysis::times::days_apart(last, anchor) > STORY_DAYS;
    }
    let participants = local
        .participants
        .iter()
        .map(|participant| {
            let place = at(participant.span);
            Participant {
                place,
                role: participant.role,
                actor: index
                    .mention(known, place, at(participant.head))
                    .and_then(|mention| mention.actor),
            }
        })
        .collect();
    let trigger = at(local.trigger);
    let said = || {
        let here = index.quotations.get(&block)?;
        let behind = here.partition_point(|quotation| {
            known
                .quotations
                .get(*quotation)
                .is_some_and(|quotation| quotation.place.span.start <= trigger.span.start)
        });
        let near = behind.saturating_sub(NEAR_QUOTATIONS)..here.len().min(behind + NEAR_QUOTATIONS);
        here.get(near)?.iter().find_map(|quotation| {
            let quotation = known.quotations.get(*quotation)?;
            quotation
                .content
                .covers(trigger)
                .then_some(quotation.speaker.as_ref()?.place)
        })
    };
    Event {
        trigger,
        lemma: local.lemma.to_string(),
        kind: local.entry.kind,
        plover: plover(local, status),
        timeml: local.entry.timeml,
        status,
        participants,
        times,
        places: local.places.iter().map(|span| at(*span)).collect(),
        source: local.source.map(at).or_else(said),
        background,
        retells: None,
    }
}

/// PLOVER has types of their own for what is promised, threatened and refused.
fn plover(local: &LocalEvent, status: EventStatus) -> Option<Plover> {
    let plain = local.entry.kind.plover()?;
    let friendly = matches!(
        plain,
        Plover::Consult
            | Plover::Aid
            | Plover::Cooperate
            | Plover::Support
            | Plover::Concede
            | Plover::Retreat
            | Plover::Agree
    );
    let hostile = matches!(
        plain,
        Plover::Sanction | Plover::Coerce | Plover::Assault | Plover::Fight | Plover::Mobilize | Plover::Protest
    );
    Some(match status {
        EventStatus::Planned if friendly => Plover::Agree,
        EventStatus::Planned if hostile => Plover::Threaten,
        EventStatus::Denied if friendly => Plover::Reject,
        _ => plain,
    })
}
