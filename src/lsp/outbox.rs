//! Sending notifications, one after the other, on a task of its own: nobody else waits until the client takes one.

use std::collections::BTreeMap;
use std::sync::Arc;

use tower_lsp::ls_types::{Diagnostic, MessageType, Uri};

use crate::lsp::session::Session;

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
}

/// Sends what waits, for as long as the session lasts.
pub async fn run(session: Arc<Session>) {
    loop {
        session.wake.notified().await;
        loop {
            let (publication, messages) = {
                let outgoing = &mut session.state().outgoing;
                let next = outgoing.publications.pop_first();
                (next, std::mem::take(&mut outgoing.messages))
            };
            if publication.is_none() && messages.is_empty() {
                break;
            }
            for (kind, text) in messages {
                session.client.log_message(kind, text).await;
            }
            if let Some((uri, publication)) = publication {
                let Publication {
                    number, diagnostics, ..
                } = publication;
                session.client.publish_diagnostics(uri, diagnostics, number).await;
            }
        }
    }
}
