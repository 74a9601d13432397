//! The analysis of open drafts on the session's own threads: when one begins, and what happens with its result. What is
//! analyzed is an immutable version; no edit is applied here.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use tower_lsp::ls_types::{Diagnostic, MessageType, Uri};

use crate::analysis::register::Register;
use crate::engine::{Draft, DraftVersion, Revision, Shown, Snapshot};
use crate::lsp::actor_files::{FileReport, Version};
use crate::lsp::configuration::ByPath;
use crate::lsp::outgoing::{Asking, Publication};
use crate::lsp::proto::{self, Capabilities};
use crate::lsp::session::open::{Open, Waiter};
use crate::lsp::session::{Analysed, Failed, Session, State};
use crate::rules;
use crate::text::Encoding;
use crate::verify::Notes;

impl Session {
    /// Starts to analyze the newest version of a draft, unless that was done or an analysis is under way, which then
    /// starts the next one at its end.
    pub(super) fn analyse_next(self: &Arc<Self>, state: &mut State, uri: &Uri) {
        let (Some(open), Some(version)) = (state.open.get_mut(uri), state.host.version(uri.as_str())) else {
            return;
        };
        if open.is_running || open.is_too_long || open.tried >= Some(version.revision) {
            return;
        }
        open.is_running = true;
        let delay = state.settings.of(uri).delay.unwrap_or(self.delay);
        let job = Job {
            uri: uri.clone(),
            opened_at: open.opened_at,
            by_path: open.by_path.clone(),
            actors: open.actors.clone(),
            shown_before: open.typing.shown.clone().filter(|_| open.typing.goes_on(delay)),
            capabilities: Arc::clone(&state.capabilities),
            version,
        };
        let session = Arc::clone(self);
        self.analysts.spawn(move || session.run(job));
    }

    fn run(self: Arc<Self>, job: Job) {
        let register = job.actors.as_ref().and_then(|version| self.register(version));
        // The job is an immutable value of its own, and the cache is emptied, not broken, by a panic.
        let done = std::panic::catch_unwind(AssertUnwindSafe(|| self.work(&job, register)));
        self.settle(job, done);
    }

    /// The analysis itself, and what the client is shown of it.
    fn work(&self, job: &Job, register: Option<Arc<Register>>) -> Found {
        let mut draft = job.version.draft();
        draft.read_as.settings.register = register;
        draft.read_as.rules = job.by_path.rules();
        draft.read_as.settings.notes = self.notes_of(&job.uri, &job.by_path, &draft);
        let mut snapshot = (self.analyse)(&draft, job.version.cache());
        if job.by_path.is_excluded() {
            snapshot.findings.clear();
            if snapshot.facts.foreign_language.is_some() {
                Arc::make_mut(&mut snapshot.facts).foreign_language = None;
            }
        }
        let shown = match &job.shown_before {
            Some(before) => before.typed(&snapshot),
            None => Shown::all(&snapshot),
        };
        let diagnostics = job.diagnostics(&shown);
        Found {
            snapshot,
            shown: Arc::new(shown),
            diagnostics,
        }
    }

    /// The notes of a draft, where its rules compare quotations with them.
    pub fn notes_of(&self, uri: &Uri, by_path: &ByPath, draft: &Draft) -> Option<Arc<Notes>> {
        draft.read_as.rules.level(rules::find("quote-mismatch")?)?;
        let of = by_path.notes_of(&draft.text, draft.read_as.format)?;
        self.notes.get(uri, of)
    }

    /// Keeps what an analysis found, answers those who wait for it, and starts the next one.
    fn settle(self: &Arc<Self>, job: Job, done: std::thread::Result<Found>) {
        let mut guard = self.state();
        let state = &mut *guard;
        let newest = state.host.revision(job.uri.as_str());
        let delay = self.delay(state, &job.uri);
        let Some(open) = state
            .open
            .get_mut(&job.uri)
            .filter(|open| open.opened_at == job.opened_at)
        else {
            return;
        };
        let revision = job.version.revision;
        open.is_running = false;
        if open.is_too_long {
            return;
        }
        open.tried = Some(revision);
        let waiters = std::mem::take(&mut open.waiters);
        let (served, waiting) = waiters.into_iter().partition(|waiter| waiter.wants <= revision);
        open.waiters = waiting;
        let mut outdated = None;
        match done {
            Ok(mut found) => {
                let known = open.latest.as_ref().map_or(0, |latest| latest.snapshot.unread.len());
                let unread = unread_lines(&found.snapshot, &job.version);
                // The result for an older version is wrong by now, and the newest one is analyzed next.
                if newest == Some(revision) {
                    state.outgoing.publish(job.publication(&mut found, open, delay));
                }
                if newest == Some(revision) && state.capabilities.views_changed {
                    open.typing.owes_views = open.typing.goes_on(delay);
                    if !open.typing.owes_views {
                        state.outgoing.views_changed(job.uri.clone(), job.version.number);
                    }
                }
                let analysed = Arc::new(Analysed {
                    version: job.version,
                    snapshot: found.snapshot,
                });
                outdated = open.latest.replace(Arc::clone(&analysed));
                self.make_outline(&analysed, outdated.as_ref());
                answer(served, Ok(analysed));
                if unread.len() > known {
                    let message = format!("This part of the draft could not be read: {}", unread.join(", "));
                    state.outgoing.log(MessageType::ERROR, message);
                }
            }
            Err(panic) => {
                answer(served, Err(Failed));
                let message = format!("This version of the draft could not be read: {}", words_of(&*panic));
                state.outgoing.log(MessageType::ERROR, message);
            }
        }
        let length = open.latest.as_ref().map_or(0, |latest| latest.snapshot.text.len());
        self.wake.notify_one();
        self.analyse_next(state, &job.uri);
        drop(guard);
        self.free(outdated, length);
    }

    /// Makes the lines of the outline of a draft of which nothing was known before, or of which most is now said by other numbers.
    /// Nearly every editor asks for them, and later versions keep them.
    fn make_outline(&self, analysed: &Arc<Analysed>, before: Option<&Arc<Analysed>>) {
        if before.is_none() || analysed.snapshot.lines_to_make() > FEW_LINES {
            let analysed = Arc::clone(analysed);
            self.analysts.spawn_aside(move || drop(analysed.snapshot.outline()));
        }
    }

    /// Reports what is wrong with an actor file, or that nothing is anymore.
    pub(super) fn report(&self, report: FileReport) {
        let mut state = self.state();
        if let Some(error) = report.error {
            state.outgoing.log(MessageType::ERROR, error);
        }
        let path = report.path.canonicalize().unwrap_or(report.path);
        state.tell_of_disk(path, report.problems);
        self.wake.notify_one();
    }
}

/// So many lines of an outline are made in no time when somebody asks.
const FEW_LINES: usize = 16;

/// One analysis to be done.
struct Job {
    uri: Uri,
    opened_at: Revision,
    by_path: ByPath,
    actors: Option<Version>,
    /// What the client is shown, if somebody is typing.
    shown_before: Option<Arc<Shown>>,
    capabilities: Arc<Capabilities>,
    version: DraftVersion,
}

impl Job {
    /// What the client is shown of the newest version: all of it if the typing ended while the draft was analyzed.
    fn publication(&self, found: &mut Found, open: &mut Open, delay: Duration) -> Publication {
        let typing = &mut open.typing;
        if found.shown.is_held && !typing.goes_on(delay) {
            found.shown = Arc::new(Shown::all(&found.snapshot));
            found.diagnostics = self.diagnostics(&found.shown);
        }
        typing.shown = Some(Arc::clone(&found.shown));
        Publication {
            uri: self.uri.clone(),
            number: proto::number(self.version.number).filter(|_| self.capabilities.versions),
            diagnostics: std::mem::take(&mut found.diagnostics),
            asking: if open.asked >= Some(self.version.revision) {
                Asking::Already
            } else {
                Asking::Soon
            },
        }
    }

    fn diagnostics(&self, shown: &Shown) -> Vec<Diagnostic> {
        proto::diagnostics(&self.uri, &self.version.document, shown, &self.capabilities)
    }
}

/// What came of an analysis.
struct Found {
    snapshot: Snapshot,
    /// What the client is shown of it, and the same in the client's terms.
    shown: Arc<Shown>,
    diagnostics: Vec<Diagnostic>,
}

/// The lines at which blocks begin that could not be read.
fn unread_lines(snapshot: &Snapshot, version: &DraftVersion) -> Vec<String> {
    let blocks = snapshot
        .unread
        .iter()
        .filter_map(|index| snapshot.markup.blocks.get(*index));
    blocks
        .map(|block| version.document.position(block.span.start, Encoding::Utf16).line)
        .map(|line| format!("line {}", line + 1))
        .collect()
}

fn answer(waiters: Vec<Waiter>, with: Result<Arc<Analysed>, Failed>) {
    for waiter in waiters {
        // Nobody listens if the request was cancelled.
        let _ = waiter.answer.send(with.clone());
    }
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("unknown reason")
}
