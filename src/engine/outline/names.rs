//! Events with their retellings, and the lines for them, each made once and only if asked for. It does not choose which
//! events are named.

use std::cell::OnceCell;

use crate::analysis::EventId;
use crate::engine::Snapshot;

/// The lines of events, each made once and only if asked for.
#[derive(Debug)]
pub(in crate::engine) struct Names<'a> {
    snapshot: &'a Snapshot,
    names: Vec<OnceCell<String>>,
}

impl<'a> Names<'a> {
    /// No line is made yet.
    pub(in crate::engine) fn new(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            names: vec![OnceCell::new(); snapshot.facts.events.len()],
        }
    }

    /// The line for an event.
    pub(in crate::engine) fn of(&self, id: EventId) -> &str {
        self.names.get(id.0).map_or("", |name| {
            name.get_or_init(|| {
                let event = self.snapshot.facts.event(id);
                event.map_or_else(String::new, |event| self.snapshot.headline_at(event.trigger).text)
            })
        })
    }
}
