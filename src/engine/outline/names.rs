//! The names of events, each made once and only if asked for. It does not choose which events are named.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::engine::Snapshot;
use crate::engine::headline::Told;

/// The names of events, each made once and only if asked for.
#[derive(Debug)]
pub(in crate::engine) struct Names<'a> {
    snapshot: &'a Snapshot,
    retellings: BTreeMap<usize, Vec<usize>>,
    names: Vec<OnceCell<String>>,
}

impl<'a> Names<'a> {
    /// No name is made yet.
    pub(in crate::engine) fn new(snapshot: &'a Snapshot) -> Self {
        let events = &snapshot.facts.events;
        let mut retellings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, event) in events.iter().enumerate() {
            if let Some(first) = event.retells {
                retellings.entry(first).or_default().push(index);
            }
        }
        Self {
            snapshot,
            retellings,
            names: vec![OnceCell::new(); events.len()],
        }
    }

    /// An event with its retellings.
    pub(in crate::engine) fn told(&self, index: usize) -> Option<Told<'a>> {
        let events = &self.snapshot.facts.events;
        let event = events.get(index)?;
        let again = self.retellings.get(&index).into_iter().flatten();
        let tellings = again.filter_map(|other| events.get(*other));
        Some(Told {
            event,
            tellings: std::iter::once(event).chain(tellings).collect(),
        })
    }

    /// The event as a headline.
    pub(in crate::engine) fn of(&self, index: usize) -> &str {
        self.names.get(index).map_or("", |name| {
            name.get_or_init(|| {
                self.told(index)
                    .map(|told| self.snapshot.headline(&told))
                    .unwrap_or_default()
            })
        })
    }
}
