//! The end of typing in a draft: a pause or a save, at which everything that was found is shown. It analyzes nothing.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tower_lsp::ls_types::Uri;

use crate::engine::Shown;
use crate::lsp::outgoing::{Asking, Publication};
use crate::lsp::proto;
use crate::lsp::session::{Session, State};

impl Session {
    /// How long after the last key somebody is typing in a draft.
    pub(super) fn delay(&self, state: &State, uri: &Uri) -> Duration {
        state.settings.of(uri).delay.unwrap_or(self.delay)
    }

    /// Ends the typing in a draft, because it was saved.
    pub fn saved(self: &Arc<Self>, uri: &Uri) {
        let mut state = self.state();
        self.end_typing(&mut state, uri);
        self.look_after_save(&mut state);
        drop(state);
        self.wake.notify_one();
    }

    /// When the typing in a draft is over at the end of which there is something to send; the next of them.
    pub fn next_pause(&self) -> Option<Instant> {
        let state = self.state();
        let holding = state.open.iter().filter(|(_, open)| open.typing.awaits_end());
        let ends = holding.filter_map(|(uri, open)| open.typing.ends(self.delay(&state, uri)));
        ends.min()
    }

    /// Shows what was held back in the drafts in which the typing is over.
    pub fn pause(&self) {
        let mut state = self.state();
        let holding = state.open.iter().filter(|(_, open)| open.typing.awaits_end());
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
        let Some(latest) = latest else { return };
        if std::mem::take(&mut open.typing.owes_views) {
            state.outgoing.views_changed(uri.clone(), latest.version.number);
        }
        if !open.typing.holds_back() {
            return;
        }
        let shown = Shown::all(&latest.snapshot);
        let diagnostics = proto::diagnostics(uri, &latest.version.document, &shown, &capabilities);
        open.typing.shown = Some(Arc::new(shown));
        state.outgoing.publish(Publication {
            uri: uri.clone(),
            number: proto::number(latest.version.number).filter(|_| capabilities.versions),
            diagnostics,
            asking: Asking::NotByItself,
        });
    }
}
