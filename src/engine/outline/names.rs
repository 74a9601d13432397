//! The names of events, each made once and only if asked for. It does not choose which events are named.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::analysis::EventId;
use crate::engine::Snapshot;
use crate::engine::headline::EventTellings;

/// The names of events, each made once and only if asked for.
#[derive(Debug)]
pub(in crate::engine) struct Names<'a> {
    snapshot: &'a Snapshot,
    retellings: BTreeMap<EventId, Vec<EventId>>,
    names: Vec<OnceCell<String>>,
}

impl<'a> Names<'a> {
    /// No name is made yet.
    pub(in crate::engine) fn new(snapshot: &'a Snapshot) -> Self {
        let events = &snapshot.facts.events;
        let mut retellings: BTreeMap<EventId, Vec<EventId>> = BTreeMap::new();
        for (id, event) in snapshot.facts.events_with_ids() {
            if let Some(first) = event.retells {
                retellings.entry(first).or_default().push(id);
            }
        }
        Self {
            snapshot,
            retellings,
            names: vec![OnceCell::new(); events.len()],
        }
    }

    /// An event with its retellings.
    pub(in crate::engine) fn told(&self, id: EventId) -> Option<EventTellings<'a>> {
        let facts = &self.snapshot.facts;
        let event = facts.event(id)?;
        let again = self.retellings.get(&id).into_iter().flatten();
        let tellings = again.filter_map(|other| facts.event(*other));
        Some(EventTellings {
            event,
            tellings: std::iter::once(event).chain(tellings).collect(),
        })
    }

    /// The event as a headline.
    pub(in crate::engine) fn of(&self, id: EventId) -> &str {
        self.names.get(id.0).map_or("", |name| {
            name.get_or_init(|| {
                self.told(id)
                    .map(|told| self.snapshot.headline(&told))
                    .unwrap_or_default()
            })
        })
    }
}
