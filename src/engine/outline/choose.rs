//! Which events are worth a line, and under which paragraph they go. It names nothing.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use crate::analysis::{Event, EventId, EventStatus, ParticipantRole};
use crate::engine::Snapshot;
use crate::engine::outline::Names;
use crate::language::{Tag, Upos};
use crate::markup::BlockKind;

/// How many events one paragraph may add, its first one included.
const EVENTS_OF_PARAGRAPH: usize = 3;

/// What the lines at the top begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// An event.
    Event(EventId),
    /// A heading.
    Heading,
}

impl Snapshot {
    pub(super) fn main_event(&self) -> Option<EventId> {
        self.facts.main_event.as_ref().and_then(|main| main.event)
    }

    /// The events worth a line, by paragraph, the weightiest first. None has the same name as one before it.
    pub(super) fn chosen_events(&self, names: &Names<'_>) -> BTreeMap<usize, Vec<EventId>> {
        let main = self.main_event();
        let mut weighed: BTreeMap<usize, Vec<(f32, EventId)>> = BTreeMap::new();
        for (id, event) in self.facts.events_with_ids() {
            let is_main = Some(id) == main;
            if !is_main && (event.retells.is_some() || self.stands_apart(event)) {
                continue;
            }
            let weight = if is_main { 9.0 } else { self.weight(event) };
            if weight >= 1.0 {
                weighed.entry(event.trigger.block.0).or_default().push((weight, id));
            }
        }
        let mut seen: FxHashSet<String> = main.map(|main| names.of(main).to_lowercase()).into_iter().collect();
        let mut chosen = BTreeMap::new();
        for (block, mut events) in weighed {
            events.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
            let fresh = |id: &EventId| {
                let name = names.of(*id);
                Some(*id) == main || name.contains(' ') && seen.insert(name.to_lowercase())
            };
            let events: Vec<EventId> = events
                .into_iter()
                .map(|(_, id)| id)
                .filter(fresh)
                .take(EVENTS_OF_PARAGRAPH)
                .collect();
            if !events.is_empty() {
                chosen.insert(block, events);
            }
        }
        chosen
    }

    /// The paragraphs at which a line at the top begins. The main event already says what the title does.
    pub(super) fn heads(&self, chosen: &BTreeMap<usize, Vec<EventId>>) -> BTreeMap<usize, Head> {
        let main_block = self
            .main_event()
            .and_then(|main| self.facts.event(main))
            .map(|event| event.trigger.block.0);
        let mut heads = BTreeMap::new();
        for (index, block) in self.markup.blocks.iter().enumerate() {
            let event = chosen.get(&index).and_then(|events| events.first());
            match (&block.kind, event) {
                (_, Some(event)) => {
                    heads.insert(index, Head::Event(*event));
                }
                (BlockKind::Heading(_), None) => {
                    let is_title = heads.is_empty() && main_block.is_some_and(|main| index < main);
                    if !block.text.trim().is_empty() && !is_title {
                        heads.insert(index, Head::Heading);
                    }
                }
                _ => {}
            }
        }
        // What comes before the first line belongs to it.
        let first: BTreeSet<usize> = heads.keys().copied().take(1).collect();
        if let Some(first) = first.into_iter().next().filter(|first| *first > 0)
            && let Some(head @ Head::Event(_)) = heads.remove(&first)
        {
            heads.insert(0, head);
        }
        heads
    }

    /// Headings, captions, and what somebody says in a quotation: the outline shows these in another way.
    fn stands_apart(&self, event: &Event) -> bool {
        let kind = event.trigger.block.of(&self.markup.blocks).map(|block| &block.kind);
        matches!(kind, Some(BlockKind::Heading(_) | BlockKind::Caption))
            || self.is_quoted(event.trigger)
            || self.has_nobody(event)
    }

    /// "to test the team", "discussing the matter": what nobody is known to do makes no headline.
    fn has_nobody(&self, event: &Event) -> bool {
        // What is in somebody's quotation does not count outside it.
        let acts = event
            .participants
            .iter()
            .any(|one| one.role == ParticipantRole::Agent && !self.is_quoted(one.place));
        !acts
            && self
                .word_at(event.trigger)
                .is_some_and(|word| word.upos == Upos::Verb && word.tag != Tag::PastParticiple)
    }

    /// How much an event says to a reader who skims; below 1 it gets no line.
    pub(in crate::engine) fn weight(&self, event: &Event) -> f32 {
        let group = event.kind.group().outline_weight();
        let actors = event
            .participants
            .iter()
            .filter(|participant| participant.actor.is_some())
            .count()
            .min(2) as f32;
        let is_bare = event.participants.is_empty() && event.times.is_empty();
        let is_noun = self.word_at(event.trigger).is_some_and(|word| word.upos != Upos::Verb);
        // "talks", "the deal": a noun on its own says nothing.
        let alone = if is_bare && is_noun { -0.8 } else { 0.0 };
        let told = if event.participants.is_empty() { 0.0 } else { 0.2 };
        let dated = if event.times.is_empty() { 0.0 } else { 0.4 };
        let located = if event.places.is_empty() { 0.0 } else { 0.2 };
        let planned = if event.status == EventStatus::Planned { 0.1 } else { 0.0 };
        let doubtful = if event.status == EventStatus::Possible {
            -0.4
        } else {
            0.0
        };
        group + actors * 0.35 + told + dated + located + planned + doubtful + alone
    }
}
