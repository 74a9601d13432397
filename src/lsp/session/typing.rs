//! Whether somebody is typing in a draft, and what is shown meanwhile. What to show is decided in [`Shown`].

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::engine::Shown;

/// What the client is shown of a draft, and whether somebody is typing in it.
#[derive(Default)]
pub(super) struct Typing {
    /// What the client is shown; `None` until the first analysis.
    pub(super) shown: Option<Arc<Shown>>,
    /// When the last edit was made, unless a pause or a save has ended the typing.
    last_edit: Option<Instant>,
    /// Whether the client is to be notified, once the typing is over, that its views show something else.
    pub(super) owes_views: bool,
}

impl Typing {
    /// Notes an edit.
    pub(super) fn edited(&mut self) {
        self.last_edit = Some(Instant::now());
    }

    /// When the typing is over, if nothing else is typed.
    pub(super) fn ends(&self, delay: Duration) -> Option<Instant> {
        self.last_edit.map(|last| last + delay)
    }

    /// Whether somebody is typing.
    pub(super) fn goes_on(&self, delay: Duration) -> bool {
        self.ends(delay).is_some_and(|end| Instant::now() < end)
    }

    /// Notes that the typing is over: the draft was saved, or nothing was typed for a while.
    pub(super) fn ended(&mut self) {
        self.last_edit = None;
    }

    /// Whether the end of the typing has something to bring.
    pub(super) fn awaits_end(&self) -> bool {
        self.owes_views || self.holds_back()
    }

    /// Whether the client is not shown everything that was found.
    pub(super) fn holds_back(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.is_held)
    }
}
