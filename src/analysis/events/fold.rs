//! From the events of blocks to the events of a draft: actors, dates, background, retellings. Linear but for a bounded
//! look back. It never drops an event.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::analysis::events::local::LocalEvent;
use crate::analysis::events::main_event;
use crate::analysis::{
    Actor, ActorId, ActorKind, BlockFacts, Event, EventStatus, EventTime, MainEvent, Mention, MentionForm, Participant,
    Place, Quotation, QuotationKind, Time,
};
use crate::markup::{BlockKind, Furniture, Markup};

/// How many days before the draft's date the story begins.
const STORY_DAYS: i32 = 45;

/// How many events back a retelling is looked for.
const LOOK_BACK: usize = 40;

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

/// Look-ups by place.
struct Index {
    times: FxHashMap<(usize, usize), usize>,
    mentions: FxHashMap<usize, Vec<usize>>,
    quotations: FxHashMap<usize, Vec<usize>>,
}

impl Index {
    fn new(known: Known<'_>) -> Self {
        let mut mentions: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (index, mention) in known.mentions.iter().enumerate() {
            mentions.entry(mention.place.block).or_default().push(index);
        }
        let mut quotations: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (index, quotation) in known.quotations.iter().enumerate() {
            if quotation.kind != QuotationKind::Mention && quotation.speaker.is_some() {
                quotations.entry(quotation.content.block).or_default().push(index);
            }
        }
        Self {
            times: known
                .times
                .iter()
                .enumerate()
                .map(|(index, time)| ((time.place.block, time.place.span.start), index))
                .collect(),
            mentions,
            quotations,
        }
    }

    /// The mention that a noun phrase with this head is: the one at the head, a name first.
    fn mention<'a>(&self, known: Known<'a>, phrase: Place, head: Place) -> Option<&'a Mention> {
        let of_block = self.mentions.get(&phrase.block)?;
        // Mentions come in the order of the text; a phrase is short.
        let from = of_block.partition_point(|index| {
            known
                .mentions
                .get(*index)
                .is_some_and(|mention| mention.place.span.start + 200 < phrase.span.start)
        });
        let near = || {
            of_block
                .get(from..)
                .unwrap_or(&[])
                .iter()
                .take(200)
                .filter_map(|index| known.mentions.get(*index))
                .take_while(|mention| mention.place.span.start < phrase.span.end)
        };
        // "Foreign Minister Mara Brandt": whoever is named at the end.
        let ends = |mention: &&Mention| {
            phrase.covers(mention.place)
                && mention.form == MentionForm::Named
                && mention.kind == ActorKind::Person
                && mention.actor.is_some()
                && mention.place.span.end == phrase.span.end
        };
        if let Some(named) = near().find(ends) {
            return Some(named);
        }
        near()
            .filter(|mention| mention.place.overlaps(head))
            .min_by_key(|mention| {
                (
                    mention.actor.is_none(),
                    mention.form != MentionForm::Named,
                    mention.place.span.len(),
                )
            })
            .or_else(|| {
                near()
                    .filter(|mention| {
                        phrase.covers(mention.place)
                            && mention.form == MentionForm::Named
                            && mention.place.span.end == phrase.span.end
                    })
                    .last()
            })
    }
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
        kind: local.entry.kind.name,
        group: local.entry.kind.group,
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
fn plover(local: &LocalEvent, status: EventStatus) -> Option<&'static str> {
    let plain = local.entry.kind.plover?;
    let friendly = matches!(
        plain,
        "CONSULT" | "AID" | "COOPERATE" | "SUPPORT" | "CONCEDE" | "RETREAT" | "AGREE"
    );
    let hostile = matches!(
        plain,
        "SANCTION" | "COERCE" | "ASSAULT" | "FIGHT" | "MOBILIZE" | "PROTEST"
    );
    Some(match status {
        EventStatus::Planned if friendly => "AGREE",
        EventStatus::Planned if hostile => "THREATEN",
        EventStatus::Denied if friendly => "REJECT",
        _ => plain,
    })
}

fn actors_of(event: &Event) -> impl Iterator<Item = ActorId> {
    event.participants.iter().filter_map(|participant| participant.actor)
}

/// Types that are too wide to tell two events apart.
fn is_wide(kind: &str) -> bool {
    matches!(
        kind,
        "say" | "think" | "act" | "state" | "change" | "begin" | "continue" | "end"
    )
}

/// What tells whether an event was told before, beside what every event holds.
struct Marks {
    /// Whether it is told as known ("the call").
    definite: bool,
    /// The heads of those who take part, in lower case.
    heads: Vec<String>,
}

fn mark_retellings(events: &mut [Event], marks: &[Marks]) {
    let mut firsts: FxHashMap<&'static str, Vec<usize>> = FxHashMap::default();
    for index in 0..events.len() {
        let Some(event) = events.get(index) else { break };
        let kind = event.kind;
        if is_wide(kind) {
            continue;
        }
        let told = firsts.entry(kind).or_default();
        let Some(own) = marks.get(index) else { break };
        let first = told
            .iter()
            .rev()
            .take(LOOK_BACK)
            .copied()
            .filter(|first| {
                let shares = marks
                    .get(*first)
                    .is_some_and(|marks| marks.heads.iter().any(|head| own.heads.contains(head)));
                events
                    .get(*first)
                    .is_some_and(|first| is_same(first, event, own.definite, shares))
            })
            .min();
        match first {
            Some(first) => {
                if let Some(event) = events.get_mut(index) {
                    event.retells = Some(first);
                }
            }
            None => told.push(index),
        }
    }
}

fn is_same(first: &Event, event: &Event, definite: bool, shares_head: bool) -> bool {
    let ahead = |status| matches!(status, EventStatus::Planned | EventStatus::Possible);
    if ahead(first.status) != ahead(event.status) || first.background != event.background {
        return false;
    }
    if (first.status == EventStatus::Denied) != (event.status == EventStatus::Denied) {
        return false;
    }
    let days = |event: &Event| event.times.iter().find_map(|time| time.days);
    let mut same_day = false;
    if let (Some(one), Some(other)) = (days(first), days(event)) {
        if one.1 < other.0 || other.1 < one.0 {
            return false;
        }
        same_day = true;
    }
    let shared = actors_of(first)
        .filter(|actor| actors_of(event).any(|other| other == *actor))
        .count();
    let counts = (actors_of(first).count(), actors_of(event).count());
    let same_word = stem(&first.lemma) == stem(&event.lemma);
    // "the call", "the two met": it points back, whatever it leaves out.
    if definite && same_word && shared == 0 && event.participants.len() <= 1 {
        return true;
    }
    match counts {
        (0, 0) => same_word && (definite || same_day || shares_head),
        (_, 0) | (0, _) => same_word && (definite || same_day) || definite && same_day,
        _ => shared > 0 && (same_word || same_day || shared > 1),
    }
}

/// What a verb and its noun share: "meet" and "meeting", "arrest" and "arrests".
fn stem(lemma: &str) -> &str {
    let end = lemma.char_indices().nth(4).map_or(lemma.len(), |(end, _)| end);
    lemma.get(..end).unwrap_or(lemma)
}
