//! What waits to be sent to the client. It sends nothing.

use std::collections::{BTreeMap, BTreeSet};

use tower_lsp::ls_types::{Diagnostic, MessageType, Uri};

use crate::lsp::reports::Reports;

/// The diagnostics of one version of a draft.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The draft.
    pub uri: Uri,
    /// The version, as the client numbers it.
    pub number: Option<i32>,
    /// All of its diagnostics.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether a client that asks for diagnostics asks for these.
    pub asking: Asking,
}

/// Whether a client that asks for diagnostics asks for some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It has asked.
    Already,
    /// It made an edit, after which most clients ask.
    Soon,
    /// It has no reason to.
    NotByItself,
}

/// A line of text for whoever uses the editor.
#[derive(Clone, Debug)]
pub struct Message {
    /// How bad it is.
    pub kind: MessageType,
    /// What it says.
    pub text: String,
    /// Whether it is shown, and not only logged.
    pub is_shown: bool,
}

/// What waits to be sent. A client that reads slowly finds the newest diagnostics of each draft, not all of them.
#[derive(Debug, Default)]
pub struct Outgoing {
    publications: BTreeMap<Uri, Publication>,
    messages: Vec<Message>,
    /// The drafts whose views show something else, with their versions.
    views: BTreeMap<Uri, i32>,
    /// Where diagnostics are kept for a client that asks for them; they are then not sent.
    reports: Option<Reports>,
    refresh: Refresh,
}

/// Whether the client is asked to ask for diagnostics again. However much there is to tell, one question is open at a time.
#[derive(Debug, Default)]
struct Refresh {
    /// The documents with news that it has not asked for.
    unasked: BTreeSet<Uri>,
    /// Whether it would not ask by itself.
    is_urgent: bool,
    is_open: bool,
}

/// What is sent next.
#[derive(Debug, Default)]
pub struct Batch {
    /// Lines of text.
    pub messages: Vec<Message>,
    /// The diagnostics of one draft.
    pub publication: Option<Publication>,
    /// A draft whose views show something else; after its diagnostics.
    pub views: Option<(Uri, i32)>,
    /// Whether the client is to ask for diagnostics again, and how soon.
    pub refresh: Option<Urgency>,
}

/// How soon something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// At once.
    Now,
    /// In a moment, if it is still needed.
    Soon,
}

impl Batch {
    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty() && self.publication.is_none() && self.views.is_none() && self.refresh.is_none()
    }
}

/// More messages than this mean that nobody reads them.
const MOST_MESSAGES: usize = 100;

impl Outgoing {
    /// Has diagnostics sent in place of those that wait for the same draft.
    ///
    /// Called with the state locked, so that the last one called is the last one sent.
    pub fn publish(&mut self, publication: Publication) {
        let Some(reports) = &mut self.reports else {
            self.publications.insert(publication.uri.clone(), publication);
            return;
        };
        let Publication {
            uri,
            number,
            diagnostics,
            asking,
        } = publication;
        if reports.put(uri.clone(), number, diagnostics) && asking != Asking::Already {
            self.refresh.unasked.insert(uri);
            self.refresh.is_urgent |= asking == Asking::NotByItself;
        }
    }

    /// Notes that there is news of drafts that are not open, one of which is this.
    pub fn news_of(&mut self, uri: Uri) {
        if self.reports.is_some() {
            self.refresh.unasked.insert(uri);
            self.refresh.is_urgent = true;
        }
    }

    /// Keeps diagnostics from now on for a client that asks for them.
    pub fn keep(&mut self) {
        self.reports = Some(Reports::default());
    }

    /// The diagnostics that are kept.
    pub fn reports(&self) -> Option<&Reports> {
        self.reports.as_ref()
    }

    /// Forgets all that is kept or is still to be said of a document.
    pub fn forget(&mut self, uri: &Uri) {
        self.views.remove(uri);
        self.refresh.unasked.remove(uri);
        if let Some(reports) = &mut self.reports {
            reports.forget(uri);
        }
    }

    /// Notes that the client has asked for the diagnostics of a document.
    pub fn asked(&mut self, uri: &Uri) {
        self.refresh.unasked.remove(uri);
    }

    /// Notes that the client has asked for the diagnostics of all documents for which `is_asked` holds.
    pub fn asked_for_all(&mut self, is_asked: impl Fn(&Uri) -> bool) {
        self.refresh.unasked.retain(|uri| !is_asked(uri));
    }

    /// Whether there still is a reason to have the client ask again; there is none afterwards.
    pub fn take_refresh(&mut self) -> bool {
        self.refresh.is_urgent = false;
        !std::mem::take(&mut self.refresh.unasked).is_empty()
    }

    /// Notes that the client was asked to ask again, and has answered.
    pub fn refreshed(&mut self) {
        self.refresh.is_open = false;
    }

    /// Has a line sent for the log that the editor keeps of the server.
    pub fn log(&mut self, kind: MessageType, text: String) {
        self.push(kind, text, false);
    }

    /// Has a line sent that the editor shows.
    pub fn show(&mut self, kind: MessageType, text: String) {
        self.push(kind, text, true);
    }

    fn push(&mut self, kind: MessageType, text: String, is_shown: bool) {
        if self.messages.len() < MOST_MESSAGES {
            self.messages.push(Message { kind, text, is_shown });
        }
    }

    /// Has the client notified that the views of a draft show something else.
    pub fn views_changed(&mut self, uri: Uri, number: i32) {
        self.views.insert(uri, number);
    }

    /// What is sent next: all lines of text, and one of everything else.
    pub fn take(&mut self) -> Batch {
        let publication = self.publications.pop_first().map(|(_, publication)| publication);
        let views = match publication {
            Some(_) => None,
            None => self.views.pop_first(),
        };
        let is_due = !self.refresh.unasked.is_empty() && !self.refresh.is_open;
        self.refresh.is_open |= is_due;
        let urgency = if self.refresh.is_urgent {
            Urgency::Now
        } else {
            Urgency::Soon
        };
        Batch {
            messages: std::mem::take(&mut self.messages),
            publication,
            views,
            refresh: is_due.then_some(urgency),
        }
    }
}
