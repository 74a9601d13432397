//! From the events of blocks to the events of a draft: actors, dates, background, retellings. Linear except for a bounded
//! look back; events of blocks of which nothing new is known are kept. It never drops an event.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::events::context::EventContext;
use crate::analysis::events::index::Index;
use crate::analysis::events::kinds::Plover;
use crate::analysis::events::lexicon::EventSense;
use crate::analysis::events::retellings::Telling;
use crate::analysis::events::retold::{self, Version};
use crate::analysis::events::types::LocalEvent;
use crate::analysis::same::SameBlocks;
use crate::analysis::{BlockFacts, Event, EventStatus, EventTime, List, Participant, Place, credits, times};
use crate::markup::{Block, BlockId, BlockKind, Furniture, Markup};

/// How many days before the draft's date the story begins.
const STORY_DAYS: i32 = 45;

/// How many sentences a block has at most that is a caption with its credit.
const CAPTION_ALONE: usize = 2;

/// What the events of one version leave for those of the next.
#[derive(Debug, Default)]
pub struct KeptEvents {
    anchor: Option<Date>,
    events: List<Arc<Event>>,
    /// For each block, how many events are before it.
    before: Vec<usize>,
    /// For each block, what its events look like to those that may retell them.
    tellings: Vec<Arc<[Telling]>>,
}

/// The events of a draft. The events of the blocks that `same` names are taken from the version
/// before, which left them in `kept`: everything that is known of these blocks is what it was, under the same numbers.
#[must_use]
pub fn fold(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    known: EventContext<'_>,
    same: &SameBlocks,
    kept: &mut KeptEvents,
) -> List<Arc<Event>> {
    let last = std::mem::take(kept);
    let is_kept = |id: BlockId| last.anchor == known.anchor && same.has(id);
    let mut events: Vec<Arc<Event>> = Vec::with_capacity(last.events.len());
    let mut before: Vec<usize> = Vec::with_capacity(blocks.len());
    let mut tellings: Vec<Arc<[Telling]>> = Vec::with_capacity(blocks.len());
    for (id, (block, facts)) in BlockId::number(markup.blocks.iter().zip(blocks)) {
        before.push(events.len());
        let of_block = is_kept(id).then(|| last.of_block(id)).flatten();
        if let Some((kept, told)) = of_block.zip(id.of(&last.tellings)) {
            events.extend(kept.iter().cloned());
            tellings.push(Arc::clone(told));
        } else {
            let (found, told): (Vec<Event>, Vec<Telling>) = events_of(id, block, facts, known).into_iter().unzip();
            events.extend(found.into_iter().map(Arc::new));
            tellings.push(told.into());
        }
    }
    let now = KeptEvents {
        anchor: known.anchor,
        events: List::default(),
        before,
        tellings,
    };
    let retold = retold::of_draft(
        Version {
            tellings: &last.tellings,
            events: &last.events,
        },
        &now.tellings,
        is_kept,
    );
    for (event, retells) in events.iter_mut().zip(retold) {
        if event.retells != retells {
            Arc::make_mut(event).retells = retells;
        }
    }
    let events = List::from(events).or_before(&last.events);
    *kept = KeptEvents {
        events: events.clone(),
        ..now
    };
    events
}

impl KeptEvents {
    /// The events of a block; `None` if the version has no such block.
    fn of_block(&self, id: BlockId) -> Option<&[Arc<Event>]> {
        let first = *id.of(&self.before)?;
        let end = id.next().of(&self.before).copied().unwrap_or(self.events.len());
        self.events.get(first..end)
    }
}

/// The events of one block, each with what shows whether it was reported before.
fn events_of(id: BlockId, block: &Block, facts: &BlockFacts, known: EventContext<'_>) -> Vec<(Event, Telling)> {
    if !has_events(block) || facts.events.is_empty() {
        return Vec::new();
    }
    let index = Index::of(known, id);
    // A caption that ran into a paragraph; where the block is nothing else, it is kept.
    let runs_in = facts.language.sentences.len() > CAPTION_ALONE;
    let told = facts
        .events
        .iter()
        .filter(|local| !runs_in || !credits::is_in_caption(facts, local.trigger));
    let (locals, mut events): (Vec<&LocalEvent>, Vec<Event>) = told
        .map(|local| (local, event(id, facts, local, known, &index)))
        .unzip();
    mark_background(&mut events);
    let tellings = locals.into_iter().zip(&events);
    let tellings: Vec<Telling> = tellings.map(|(local, event)| telling(block, local, event)).collect();
    events.into_iter().zip(tellings).collect()
}

/// Slugs, bylines and the like say nothing about the story; the cells of tables are not sentences.
fn has_events(block: &Block) -> bool {
    !matches!(
        block.kind,
        BlockKind::Furniture(Furniture::Slug | Furniture::Byline | Furniture::EndMark | Furniture::Embargo)
            | BlockKind::TableCell
    )
}

/// "In 2018 she won the seat. She resigned": what follows a date long past in the same block is of that time, until another
/// date comes.
fn mark_background(of_block: &mut [Event]) {
    let mut old = false;
    for event in of_block {
        old = if event.times.is_empty() {
            old && event.status == EventStatus::Done
        } else {
            event.background
        };
        event.background |= old;
    }
}

fn telling(block: &Block, local: &LocalEvent, event: &Event) -> Telling {
    let heads = local.participants.iter();
    let heads = heads.map(|participant| participant.head.of(&block.text).to_lowercase().into());
    Telling::of(event, local.definite, heads.collect())
}

/// An event of a block with the actors, dates and speakers of the draft.
fn event(block: BlockId, facts: &BlockFacts, local: &LocalEvent, known: EventContext<'_>, index: &Index<'_>) -> Event {
    let at = |span| Place::new(block, span);
    let times: Vec<EventTime> = local
        .times
        .iter()
        .filter_map(|time| facts.times.get(*time))
        .filter_map(|time| index.time(time.span.start))
        .map(|time| EventTime {
            place: time.place,
            value: time.value.clone(),
            days: time.days,
        })
        .collect();
    let days = times.iter().find_map(|time| time.days);
    let status = dated_status(local.status, known.anchor, days);
    let participants = local.participants.iter().map(|participant| {
        let place = at(participant.span);
        let mention = index.mention(place, at(participant.head));
        Participant {
            place,
            role: participant.role,
            actor: mention.and_then(|mention| mention.actor),
        }
    });
    let trigger = at(local.trigger);
    Event {
        trigger,
        lemma: local.lemma.to_string(),
        kind: local.sense.kind,
        plover: local.reported.or_else(|| plover_type(local.sense, status)),
        timeml: local.sense.timeml,
        status,
        participants: participants.collect(),
        background: is_before_story(known.anchor, days),
        times,
        places: local.places.iter().map(|span| at(*span)).collect(),
        source: local.source.map(at).or_else(|| index.speaker(trigger)),
        retells: None,
        confidence: local.confidence.value,
        because: local.confidence.because,
    }
}

/// "met on Friday", in a draft of Wednesday: what is dated after the draft and not denied is planned.
fn dated_status(status: EventStatus, anchor: Option<Date>, days: Option<(Date, Date)>) -> EventStatus {
    match (anchor, days) {
        (Some(anchor), Some((first, _))) if first > anchor && status == EventStatus::Done => EventStatus::Planned,
        _ => status,
    }
}

/// "In 2018": days so far before the draft's date that they are not of the story.
fn is_before_story(anchor: Option<Date>, days: Option<(Date, Date)>) -> bool {
    anchor
        .zip(days)
        .is_some_and(|(anchor, (_, last))| last < anchor && times::days_apart(last, anchor) > STORY_DAYS)
}

/// PLOVER has types of their own for what is promised, threatened and refused.
fn plover_type(sense: EventSense, status: EventStatus) -> Option<Plover> {
    let plain = sense.kind.plover()?;
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::analysis::events::lexicon;

    #[test]
    fn a_day_after_the_draft_is_planned() {
        let (anchor, friday) = (Some(date(2025, 10, 15)), date(2025, 10, 17));
        let days = Some((friday, friday));
        assert_eq!(dated_status(EventStatus::Done, anchor, days), EventStatus::Planned);
        assert_eq!(dated_status(EventStatus::Denied, anchor, days), EventStatus::Denied);
        assert_eq!(dated_status(EventStatus::Done, None, days), EventStatus::Done);
    }

    #[test]
    fn a_year_long_past_is_before_the_story() {
        let anchor = Some(date(2025, 10, 15));
        assert!(is_before_story(anchor, Some((date(2018, 1, 1), date(2018, 12, 31)))));
        assert!(!is_before_story(anchor, Some((date(2025, 10, 1), date(2025, 10, 1)))));
        assert!(!is_before_story(anchor, None));
    }

    #[test]
    fn plover_has_types_for_promises_threats_and_refusals() {
        let of = |verb, status| plover_type(lexicon::verb(verb), status);
        assert_eq!(of("meet", EventStatus::Done), Some(Plover::Consult));
        assert_eq!(of("meet", EventStatus::Planned), Some(Plover::Agree));
        assert_eq!(of("meet", EventStatus::Denied), Some(Plover::Reject));
        assert_eq!(of("attack", EventStatus::Planned), Some(Plover::Threaten));
    }
}
