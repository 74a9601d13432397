//! The state of the server: open drafts, what is known of them, who waits for it. No lock is held during a wait.

mod analysing;
mod analysts;
mod asking;
mod claim;
mod files;
mod memory;
mod open;
mod pauses;
mod reading;
mod too_long;
mod typing;

pub use asking::Asked;
pub use claim::{Analysed, Claim, Failed, Pointed};
pub use memory::share_free_memory;
pub use open::Pull;
pub use too_long::largest;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, oneshot};
use tower_lsp::Client;
use tower_lsp::jsonrpc::Error;
use tower_lsp::ls_types::{TextDocumentPositionParams, Uri};

use crate::config::Problem;
use crate::engine::{Host, ReadAs};
use crate::lsp::actor_files::ActorFiles;
use crate::lsp::config::{Analyse, Config};
use crate::lsp::config_files::ConfigFiles;
use crate::lsp::configuration::{self, ByPath, Given};
use crate::lsp::index::Index;
use crate::lsp::notes_files::NotesOfDrafts;
use crate::lsp::options::ClientSettings;
use crate::lsp::outgoing::{Asking, Outgoing, Publication};
use crate::lsp::parent;
use crate::lsp::proto::{self, Capabilities, TomlText};
use crate::lsp::session::analysts::Analysts;
use crate::lsp::session::open::{Open, Waiter};
use crate::lsp::session::typing::Typing;
use crate::lsp::token_results::TokenResults;
use crate::text::Change;

/// One session with one client.
pub struct Session {
    /// The client, for tasks of their own only: a handler that waits for it can wait for ever.
    pub client: Client,
    /// The process that the server must not outlive.
    pub parent: Arc<parent::Watch>,
    /// Wakes the outbox.
    pub wake: Notify,
    /// The folder with the pages of the rules.
    pub rule_pages: Option<PathBuf>,
    analyse: Analyse,
    warm_up: Option<&'static str>,
    /// How long after the last key somebody is typing, unless the client says otherwise.
    delay: Duration,
    /// Where drafts are analyzed.
    analysts: Analysts,
    actor_files: ActorFiles,
    notes: NotesOfDrafts,
    state: Mutex<State>,
}

/// What changes during a session.
#[derive(Default)]
pub struct State {
    /// What the client can do.
    pub capabilities: Arc<Capabilities>,
    /// What the client sets, for all drafts and for single folders.
    pub settings: Given,
    /// Whether the client is being asked for its settings.
    pub pull: Pull,
    /// What waits to be sent.
    pub outgoing: Outgoing,
    /// What can be looked up in drafts that are not open.
    pub index: Index,
    /// How many times something was shown to go on.
    pub progress_count: usize,
    /// What the drafts were last colored with.
    pub tokens: TokenResults,
    host: Host,
    open: BTreeMap<Uri, Open>,
    /// Drafts that were too long when they were opened, with what the client calls their language. Their text is not kept.
    refused: BTreeMap<Uri, String>,
    /// Open documents that are not drafts but may be actor files, with their paths.
    files: BTreeMap<Uri, PathBuf>,
    /// The configuration files of the open drafts.
    config_files: ConfigFiles,
    /// What is wrong with the newsroom's files, as far as the client is shown it.
    reported_problems: BTreeMap<PathBuf, Vec<Problem>>,
    /// What the log says of configuration files, so that it says so once.
    read_problems: BTreeMap<PathBuf, Vec<String>>,
    /// When the configuration was last read for all drafts.
    looked: Option<Instant>,
    is_shut_down: bool,
    /// Whether memory is about to be given back.
    gives_back: bool,
}

impl Session {
    /// A session in which nothing has happened yet.
    pub fn new(client: Client, config: Config, parent: Arc<parent::Watch>) -> Self {
        Self {
            client,
            rule_pages: config.rule_pages,
            parent,
            wake: Notify::new(),
            analyse: config.analyse,
            warm_up: config.warm_up,
            delay: config.delay,
            analysts: Analysts::new(),
            actor_files: ActorFiles::default(),
            notes: NotesOfDrafts::default(),
            state: Mutex::default(),
        }
    }

    /// The state. What holds it must be quick and must not wait.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the client can do.
    pub fn capabilities(&self) -> Arc<Capabilities> {
        Arc::clone(&self.state().capabilities)
    }

    /// What the client sets for a draft.
    pub fn settings_of(&self, uri: &Uri) -> ClientSettings {
        self.state().settings.of(uri).clone()
    }

    /// The actor file that an open draft is read with.
    pub fn actor_file(&self, uri: &Uri) -> Option<PathBuf> {
        let state = self.state();
        let version = state.open.get(uri)?.actors.as_ref()?;
        Some(version.path().to_owned())
    }

    /// The innermost folder of the client's that a draft is in.
    pub fn folder_of(&self, uri: &Uri) -> Option<PathBuf> {
        self.state().settings.folder_of(uri).and_then(proto::path)
    }

    /// Notes that the client asked to shut down.
    pub fn shut_down(&self) {
        self.state().is_shut_down = true;
    }

    /// Whether the client asked to shut down.
    pub fn is_shut_down(&self) -> bool {
        self.state().is_shut_down
    }

    /// The text of a file, links resolved, that the client has open besides its drafts.
    pub fn open_text(&self, file: &Path) -> Option<TomlText> {
        let state = self.state();
        let (uri, _) = state.files.iter().find(|(_, path)| path.as_path() == file)?;
        let version = state.host.version(uri.as_str())?;
        Some(TomlText::open(uri.clone(), version.number, version.document.text()))
    }

    /// Takes in a draft and starts to analyze it. If a file is not a draft, its text is kept.
    pub fn open(self: &Arc<Self>, uri: Uri, language_id: String, number: i32, text: &str) {
        let mut guard = self.state();
        let state = &mut *guard;
        let path = proto::path(&uri);
        if self.refuses(state, &uri, &language_id, text.len()) {
            return;
        }
        if proto::is_toml(&language_id, path.as_deref()) {
            state.host.open(uri.as_str(), text, number, ReadAs::default());
            if let Some(path) = path {
                state.files.insert(uri.clone(), path.canonicalize().unwrap_or(path));
                self.check_open(state, &uri);
            }
            return;
        }
        let State {
            settings, config_files, ..
        } = &mut *state;
        let (resolved, remarks) = configuration::resolve(&uri, &language_id, &settings.of(&uri).options, config_files);
        state.remark(remarks);
        let by_path = shared(resolved.by_path, &state.open);
        state.host.open(uri.as_str(), text, number, resolved.read_as);
        let Some(opened_at) = state.host.revision(uri.as_str()) else {
            return;
        };
        let open = Open {
            language_id,
            by_path,
            is_too_long: false,
            actors: resolved.actors,
            opened_at,
            is_running: false,
            asked: None,
            tried: None,
            latest: None,
            waiters: Vec::new(),
            typing: Typing::default(),
        };
        state.open.insert(uri.clone(), open);
        self.analyse_next(state, &uri);
        self.wake.notify_one();
    }

    /// The open drafts, by name.
    pub fn open_drafts(&self) -> Vec<Uri> {
        self.state().open.keys().cloned().collect()
    }

    /// Applies edits to a draft and has the result analyzed.
    pub fn edit(self: &Arc<Self>, uri: &Uri, number: i32, changes: &[Change]) {
        let mut guard = self.state();
        let state = &mut *guard;
        if state.refused.contains_key(uri) {
            drop(guard);
            return self.edit_refused(uri, number, changes);
        }
        let encoding = state.capabilities.encoding;
        if state.host.edit(uri.as_str(), number, changes, encoding) {
            if let Some(open) = state.open.get_mut(uri) {
                open.typing.edited();
            }
            self.measure(state, uri);
            self.check_open(state, uri);
            self.analyse_next(state, uri);
        }
    }

    /// Forgets a draft and clears what the client shows of it.
    pub fn close(self: &Arc<Self>, uri: &Uri) {
        let mut state = self.state();
        state.host.close(uri.as_str());
        if let Some(path) = state.files.remove(uri) {
            self.check_closed(&state, uri, path);
        }
        state.refused.remove(uri);
        state.tokens.forget(uri);
        self.notes.forget(uri);
        // Dropping the waiters closes their channels, so that nobody waits for a closed draft.
        if state.open.remove(uri).is_some() {
            state.outgoing.publish(Publication {
                uri: uri.clone(),
                number: None,
                diagnostics: Vec::new(),
                asking: Asking::Already,
            });
            state.outgoing.forget(uri);
            self.wake.notify_one();
        }
        drop(state);
        self.give_back_soon();
    }

    /// Reads the configuration of every draft again, and analyses those again that are now read in another way.
    pub fn reconfigure(self: &Arc<Self>, state: &mut State) {
        state.looked = Some(Instant::now());
        let drafts: Vec<(Uri, String)> = state
            .open
            .iter()
            .map(|(uri, open)| (uri.clone(), open.language_id.clone()))
            .collect();
        for (uri, language_id) in drafts {
            let options = &state.settings.of(&uri).options;
            let (resolved, remarks) = configuration::resolve(&uri, &language_id, options, &mut state.config_files);
            state.remark(remarks);
            let by_path = shared(resolved.by_path, &state.open);
            self.measure(state, &uri);
            let (Some(open), Some(version)) = (state.open.get_mut(&uri), state.host.version(uri.as_str())) else {
                continue;
            };
            let is_same = version.read_as == resolved.read_as && open.actors == resolved.actors;
            if !is_same || open.by_path != by_path || self.notes.have_changed(&uri) {
                open.by_path = by_path;
                open.actors = resolved.actors;
                state.host.configure(uri.as_str(), resolved.read_as);
                self.analyse_next(state, &uri);
            }
        }
        self.wake.notify_one();
    }

    /// A claim to what is known of a draft, made now: later edits cannot get ahead of it.
    pub fn claim(&self, uri: &Uri) -> Claim {
        let mut state = self.state();
        let Some(wants) = state.host.revision(uri.as_str()) else {
            return Claim::Closed;
        };
        let Some(open) = state.open.get_mut(uri) else {
            return Claim::Closed;
        };
        match &open.latest {
            _ if open.is_too_long => Claim::Closed,
            Some(latest) if latest.version.revision >= wants => Claim::Ready(Ok(Arc::clone(latest))),
            _ if open.tried >= Some(wants) => Claim::Ready(Err(Failed)),
            _ => {
                // Those whose request was cancelled are gone.
                open.waiters.retain(|waiter| !waiter.answer.is_closed());
                let (answer, waiting) = oneshot::channel();
                open.waiters.push(Waiter { wants, answer });
                Claim::Waiting(waiting)
            }
        }
    }

    /// The place that the client points at, in the draft as it is now or in a later version; `None` if the draft is not
    /// open. The claim is made before the first wait.
    pub async fn pointed(&self, at: &TextDocumentPositionParams) -> Result<Option<Pointed>, Error> {
        let claim = self.claim(&at.text_document.uri);
        let Some(analysed) = claim.redeem().await? else {
            return Ok(None);
        };
        let capabilities = self.capabilities();
        let document = &analysed.version.document;
        let offset = document.offset(proto::position(at.position), capabilities.encoding);
        Ok(Some(Pointed {
            analysed,
            offset,
            capabilities,
        }))
    }

    /// Claims to all open drafts, made now.
    pub fn claims(&self) -> Vec<(Uri, Claim)> {
        let open: Vec<Uri> = self.state().open.keys().cloned().collect();
        open.into_iter()
            .map(|uri| {
                let claim = self.claim(&uri);
                (uri, claim)
            })
            .collect()
    }
}

/// The same with the patterns that an open draft has compiled already.
fn shared(by_path: ByPath, open: &BTreeMap<Uri, Open>) -> ByPath {
    match open.values().next() {
        Some(open) => by_path.sharing(&open.by_path),
        None => by_path,
    }
}
