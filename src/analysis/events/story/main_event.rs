//! What the story is about: who, what, when, where, by position, frequency and closeness to the draft's date. It chooses
//! among what the draft says and words nothing itself.

use std::sync::Arc;

use crate::analysis::events::context::EventContext;
use crate::analysis::events::story::head::{headline, story_blocks};
use crate::analysis::events::story::lead::{Lead, lead};
use crate::analysis::events::story::{place, when};
use crate::analysis::{BlockFacts, Event, EventId, EventStatus, Group, MainEvent, ParticipantRole};
use crate::markup::Markup;

/// How many events at the head of a draft count as early, and the number that makes the last of them half as early.
const EARLY: usize = 12;
const EARLY_SLOPE: f32 = 24.0;

/// How often an event must be reported again to count as much as it can.
const OFTEN: f32 = 4.0;

/// How much more an event counts that has an actor in it, and one that has a date.
const HAS_ACTOR: f32 = 0.15;
const DATED: f32 = 0.1;

/// More than what is lost where such numbers are added up.
const ROUNDED: f32 = 0.001;

/// The main event, unless the draft reports nothing.
#[must_use]
pub fn main_event(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    events: &[Arc<Event>],
    known: EventContext<'_>,
) -> Option<MainEvent> {
    let story = story_blocks(markup, blocks);
    let lead = lead(markup, &story, known);
    let mut told = vec![false; blocks.len()];
    for story in &story {
        if let Some(told) = told.get_mut(story.id.0) {
            *told = true;
        }
    }
    let best = best_event(events, &told, lead);
    if best.is_none() && lead.is_none() {
        return None;
    }
    let event = best.and_then(|best| events.get(best.0)).map(Arc::as_ref);
    let (who, what) = match lead {
        Some(lead) => (lead.who, Some(lead.what)),
        None => {
            // Who does it is not said of what is only alleged.
            let is_told = |event: &&Event| !matches!(event.status, EventStatus::Possible | EventStatus::Denied);
            let agents = event.filter(is_told).into_iter().flat_map(|event| &event.participants);
            let first = agents.into_iter().find(|one| one.role == ParticipantRole::Agent);
            (first.map(|first| first.place), event.map(|event| event.trigger))
        }
    };
    Some(MainEvent {
        headline: headline(&story),
        who,
        what,
        when: when::when(&story, known, lead.map(|lead| lead.what)),
        place: place::place(markup, &story, events, event, known),
    })
}

/// The event with the highest score, the first of equals.
fn best_event(events: &[Arc<Event>], told: &[bool], lead: Option<Lead>) -> Option<EventId> {
    let of_lead = lead.and_then(|lead| event_of_lead(events, lead));
    let mut tellings = vec![0; events.len()];
    for (index, event) in events.iter().enumerate() {
        if let Some(count) = tellings.get_mut(event.retells.map_or(index, |first| first.0)) {
            *count += 1;
        }
    }
    let most = Group::ALL
        .iter()
        .map(|group| group.main_event_weight())
        .fold(0.0, f32::max)
        + HAS_ACTOR
        + DATED
        + ROUNDED;
    let mut best: Option<(usize, f32)> = None;
    for (index, event) in events.iter().enumerate() {
        let standing = Standing {
            index,
            of: events.len(),
            tellings: tellings.get(index).copied().unwrap_or(0).max(1),
            is_of_lead: of_lead == Some(index),
        };
        // Most events come too late and are told too rarely, whatever they are.
        let so_far = standing.score();
        if best.is_some_and(|(_, top)| so_far + most < top) || event.trigger.block.of(told) != Some(&true) {
            continue;
        }
        let score = score(event, so_far);
        if best.is_none_or(|(_, top)| score.total_cmp(&top).is_gt()) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| EventId(index))
}

/// The first event inside what the lead says, unless it is mere saying.
fn event_of_lead(events: &[Arc<Event>], lead: Lead) -> Option<usize> {
    let from = events.partition_point(|event| event.trigger.block < lead.what.block);
    let of_block = events.iter().enumerate().skip(from);
    let mut of_block = of_block.take_while(|(_, event)| event.trigger.block == lead.what.block);
    let (first, _) = of_block.find(|(_, event)| lead.what.covers(event.trigger))?;
    let event = events.get(first)?;
    (event.kind.group() != Group::Statement).then_some(first)
}

/// Where an event is in a draft and how often it is reported.
struct Standing {
    index: usize,
    of: usize,
    tellings: usize,
    is_of_lead: bool,
}

impl Standing {
    /// What counts: being early, being reported often, and most of all, being what the lead says.
    fn score(&self) -> f32 {
        let index = self.index as f32;
        let lead = if self.is_of_lead { 0.5 } else { 0.0 };
        let position = 1.0 - index / self.of.max(1) as f32;
        let early = if self.index < EARLY {
            1.0 - index / EARLY_SLOPE
        } else {
            0.0
        };
        let frequency = (self.tellings as f32 - 1.0).min(OFTEN) / OFTEN;
        lead + position * 0.4 + early * 0.5 + frequency * 0.4
    }
}

/// What counts besides, after the score of its standing: having somebody in it, being more than mere saying.
fn score(event: &Event, standing: f32) -> f32 {
    let weight = event.kind.group().main_event_weight();
    let has_actor = event.participants.iter().any(|participant| participant.actor.is_some());
    let known = if has_actor { HAS_ACTOR } else { 0.0 };
    let dated = if event.times.is_empty() { 0.0 } else { DATED };
    let is_aside = event.background || event.status == EventStatus::Denied || event.retells.is_some();
    let aside = if is_aside { -1.0 } else { 0.0 };
    standing + weight + known + dated + aside
}
