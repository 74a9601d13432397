//! What waits to be sent to the client. It sends nothing.

use std::collections::BTreeMap;

use tower_lsp::ls_types::{Diagnostic, MessageType, Uri};

/// The diagnostics of one version of a draft.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The draft.
    pub uri: Uri,
    /// The version, as the client numbers it.
    pub number: Option<i32>,
    /// All of its diagnostics.
    pub diagnostics: Vec<Diagnostic>,
}

/// What waits to be sent. A client that reads slowly finds the newest diagnostics of each draft, not all of them.
#[derive(Debug, Default)]
pub struct Outgoing {
    publications: BTreeMap<Uri, Publication>,
    messages: Vec<(MessageType, String)>,
}

/// More messages than this mean that nobody reads them.
const MOST_MESSAGES: usize = 100;

impl Outgoing {
    /// Has diagnostics sent in place of those that wait for the same draft.
    ///
    /// Called with the state locked, so that the last one called is the last one sent.
    pub fn publish(&mut self, publication: Publication) {
        self.publications.insert(publication.uri.clone(), publication);
    }

    /// Has a line sent for the log that the editor keeps of the server.
    pub fn log(&mut self, kind: MessageType, text: String) {
        if self.messages.len() < MOST_MESSAGES {
            self.messages.push((kind, text));
        }
    }

    /// The next diagnostics to be sent, and all lines for the log.
    pub fn take(&mut self) -> (Option<Publication>, Vec<(MessageType, String)>) {
        let next = self.publications.pop_first().map(|(_, publication)| publication);
        (next, std::mem::take(&mut self.messages))
    }
}
