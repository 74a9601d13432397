//! The end of typing in a draft: a pause or a save, at which everything that was found is shown. It analyzes nothing.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tower_lsp::ls_types::Uri;

use crate::engine::Shown;
use crate::lsp::outgoing::Publication;
use crate::lsp::proto;
use crate::lsp::session::{Session, State};

impl Session {
    /// How long after the last key somebody is typing in a draft.
    pub(super) fn delay(&self, state: &State, uri: &Uri) -> Duration {
        state.settings.of(uri).delay.unwrap_or(self.delay)
    }

    /// Ends the typing in a draft, because it was saved.
    pub fn saved(&self, uri: &Uri) {
        self.end_typing(&mut self.state(), uri);
        self.wake.notify_one();
    }

    /// When the typing ends in the next draft that has something held back.
    pub fn next_pause(&self) -> Option<Instant> {
        let state = self.state();
        let holding = state.open.iter().filter(|(_, open)| open.typing.holds_back());
        let ends = holding.filter_map(|(uri, open)| open.typing.ends(self.delay(&state, uri)));
        ends.min()
    }

    /// Shows what was held back in the drafts in which the typing is over.
    pub fn pause(&self) {
        let mut state = self.state();
        let holding = state.open.iter().filter(|(_, open)| open.typing.holds_back());
        let over = holding.filter(|(uri, open)| !open.typing.goes_on(self.delay(&state, uri)));
        let over: Vec<Uri> = over.map(|(uri, _)| uri.clone()).collect();
        for uri in over {
            self.end_typing(&mut state, &uri);
        }
    }

    fn end_typing(&self, state: &mut State, uri: &Uri) {
        let newest = state.host.revision(uri.as_str());
        let capabilities = Arc::clone(&state.capabilities);
        let Some(open) = state.open.get_mut(uri) else {
            return;
        };
        open.typing.ended();
        // An analysis that is under way shows all it finds, now that nobody is typing.
        let latest = open
            .latest
            .clone()
            .filter(|latest| newest == Some(latest.version.revision));
        let Some(latest) = latest.filter(|_| open.typing.holds_back()) else {
            return;
        };
        let shown = Shown::all(&latest.snapshot);
        let diagnostics = proto::diagnostics(uri, &latest.version.document, &shown, &capabilities);
        open.typing.shown = Some(Arc::new(shown));
        state.outgoing.publish(Publication {
            uri: uri.clone(),
            number: capabilities.versions.then_some(latest.version.number),
            diagnostics,
        });
    }
}
