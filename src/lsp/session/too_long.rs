//! Drafts that are too long to be analyzed: they are refused with one message and cost nothing. No text is cut short.

use std::sync::Arc;

use tower_lsp::ls_types::{MessageType, Uri};

use crate::lsp::outgoing::{Asking, Publication};
use crate::lsp::session::typing::Typing;
use crate::lsp::session::{Session, State};
use crate::text::Change;

/// Bytes. No newsroom has a draft of a million words; what is longer is a table or a mistake.
const LARGEST: usize = 5_000_000;

impl Session {
    /// Refuses a draft that is too long when it is opened. Returns whether it is.
    pub(super) fn refuses(&self, state: &mut State, uri: &Uri, language_id: &str, length: usize) -> bool {
        let largest = largest(state, uri);
        if length <= largest {
            state.refused.remove(uri);
            return false;
        }
        if state.refused.insert(uri.clone(), language_id.to_owned()).is_none() {
            self.tell(state, uri, largest);
        }
        true
    }

    /// Takes in a refused draft again if an edit replaces all of it with something shorter. Other edits change a text that
    /// is not known here.
    pub(super) fn edit_refused(self: &Arc<Self>, uri: &Uri, number: i32, changes: &[Change]) {
        let Some(whole) = changes.iter().rposition(|change| change.range.is_none()) else {
            return;
        };
        let (Some(first), Some(rest)) = (changes.get(whole), changes.get(whole + 1..)) else {
            return;
        };
        let language_id = self.state().refused.get(uri).cloned();
        if let Some(language_id) = language_id {
            self.open(uri.clone(), language_id, number, &first.text);
            if !rest.is_empty() {
                self.edit(uri, number, rest);
            }
        }
    }

    /// Notes whether an open draft is too long by now. Its text is kept, so that it is read again once it is shorter.
    pub(super) fn measure(&self, state: &mut State, uri: &Uri) {
        let largest = largest(state, uri);
        let (Some(open), Some(version)) = (state.open.get_mut(uri), state.host.version(uri.as_str())) else {
            return;
        };
        let is_too_long = version.document.len() > largest;
        if open.is_too_long == is_too_long {
            return;
        }
        open.is_too_long = is_too_long;
        if is_too_long {
            // With the waiters goes the other end of their channels, so that nobody waits for what will not come.
            open.waiters.clear();
            open.latest = None;
            open.tried = None;
            open.typing = Typing::default();
            version.cache().clear();
            state.outgoing.publish(Publication {
                uri: uri.clone(),
                number: None,
                diagnostics: Vec::new(),
                asking: Asking::NotByItself,
            });
            self.tell(state, uri, largest);
        }
    }

    fn tell(&self, state: &mut State, uri: &Uri, largest: usize) {
        let name = uri.path().as_str().rsplit('/').next().unwrap_or_default();
        let message = format!(
            "copydesk does not read {name}: it is longer than {} MB (setting “copydesk.drafts.maxMegabytes”)",
            largest / 1_000_000
        );
        state.outgoing.show(MessageType::WARNING, message);
        self.wake.notify_one();
    }
}

/// The length that a draft may have, in bytes.
pub fn largest(state: &State, uri: &Uri) -> usize {
    state.settings.of(uri).largest.unwrap_or(LARGEST)
}
