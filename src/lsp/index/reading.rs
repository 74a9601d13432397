//! Reading drafts that are not open, one after the other, while nobody waits for anything else. It changes no file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;
use tower_lsp::ls_types::{MessageType, ProgressToken, Uri};

use crate::config::{self, IgnoreFiles};
use crate::engine::{Cache, Draft, Shown};
use crate::lsp::config_files::ConfigFiles;
use crate::lsp::configuration;
use crate::lsp::draft_files::drafts_in;
use crate::lsp::index::Entry;
use crate::lsp::proto;
use crate::lsp::reports::Report;
use crate::lsp::session::{Session, largest};
use crate::text::Document;

/// How long the workspace waits after the start: an editor opens its drafts first, and what is open need not be read once more.
const AT_START: Duration = Duration::from_secs(2);

/// How long the next file waits while an open draft is analyzed, and how often.
const YIELD: Duration = Duration::from_millis(20);
const MOST_YIELDS: usize = 100;

/// How long a client may take to say that it shows how far the reading is.
const PATIENCE: Duration = Duration::from_secs(10);

/// With fewer drafts the reading is over before anybody reads how far it is.
const SHOWN_FROM: usize = 10;

impl Session {
    /// Has the drafts in the client's folders read: once in a session, and again when settings change if the client asks for what
    /// rules find in them. Returns at once.
    pub fn index_workspace(self: &Arc<Self>) {
        let folders = {
            let mut state = self.state();
            if !state.index.begin() && !state.capabilities.asks_for_diagnostics {
                return;
            }
            state.settings.folders.iter().filter_map(proto::path).collect()
        };
        self.index_after(AT_START, folders);
    }

    /// Has the drafts in folders read that are not open. Returns at once.
    pub fn index(self: &Arc<Self>, folders: Vec<PathBuf>) {
        self.index_after(Duration::ZERO, folders);
    }

    fn index_after(self: &Arc<Self>, wait: Duration, folders: Vec<PathBuf>) {
        if folders.is_empty() || !self.state().settings.searches_all() {
            return;
        }
        let session = Arc::clone(self);
        tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            let (answer, found) = oneshot::channel();
            session.spawn(move || {
                let mut ignored = IgnoreFiles::default();
                let found = folders.iter().flat_map(|folder| drafts_in(folder, &mut ignored));
                let found: Vec<PathBuf> = found.collect();
                drop(answer.send((found, ignored.take_problems())));
            });
            let (found, problems) = found.await.unwrap_or_default();
            let begins = {
                let mut state = session.state();
                for problem in problems {
                    state.outgoing.log(MessageType::WARNING, problem);
                }
                state.index.want(found)
            };
            session.wake.notify_one();
            if begins {
                read_all(&session).await;
            }
        });
    }
}

impl Session {
    /// What is known of a draft that is not open, as it is on disk now; `None` if it cannot be read.
    pub async fn read_closed(self: &Arc<Self>, file: PathBuf) -> Option<Entry> {
        let (answer, found) = oneshot::channel();
        let reader = Arc::clone(self);
        self.spawn(move || drop(answer.send(read(&reader, &file))));
        found.await.unwrap_or_default()
    }
}

/// Reads the files that wait until none is left.
async fn read_all(session: &Arc<Session>) {
    let shown = progress(session).await;
    let mut done = 0;
    let mut last = 0;
    let mut news = None;
    loop {
        let next = session.state().index.next();
        let Some((file, left)) = next else { break };
        for _ in 0..MOST_YIELDS {
            if !session.is_analysing() {
                break;
            }
            tokio::time::sleep(YIELD).await;
        }
        let entry = session.read_closed(file.clone()).await;
        let uri = entry.as_ref().map(|entry| entry.uri.clone());
        {
            let mut state = session.state();
            if state.index.put(file, entry) {
                news = uri.or(news);
            }
        }
        done += 1;
        let percentage = u32::try_from(done * 100 / (done + left)).unwrap_or(100);
        if let Some(shown) = shown.as_ref().filter(|_| percentage > last) {
            shown.report(percentage).await;
            last = percentage;
        }
    }
    if let Some(shown) = shown {
        shown.finish().await;
    }
    let mut state = session.state();
    if let Some(uri) = news {
        state.outgoing.news_of(uri);
    }
    if state.index.take_full() {
        let message = "The search for symbols knows only a part of the drafts: there are too many".to_owned();
        state.outgoing.log(MessageType::WARNING, message);
    }
    session.wake.notify_one();
}

type Progress = tower_lsp::OngoingProgress<tower_lsp::Bounded, tower_lsp::NotCancellable>;

/// Has the client show how far the reading is, if it does so and it takes a while.
async fn progress(session: &Arc<Session>) -> Option<Progress> {
    let token = {
        let mut state = session.state();
        if !state.capabilities.files.shows_progress || state.index.waiting.len() < SHOWN_FROM {
            return None;
        }
        state.progress_count += 1;
        ProgressToken::String(format!("copydesk/index/{}", state.progress_count))
    };
    let created = session.client.create_work_done_progress(token.clone());
    tokio::time::timeout(PATIENCE, created).await.ok()?.ok()?;
    let progress = session.client.progress(token, "Reading the drafts of the workspace");
    Some(progress.with_percentage(0).begin().await)
}

/// What is known of a draft; `None` if it cannot be read, is too long, or is open: then the open version counts, and the file is read
/// when it is closed. Nothing is found in one that its configuration leaves out.
fn read(session: &Session, file: &Path) -> Option<Entry> {
    let uri: Uri = proto::uri_of(file)?;
    let (options, largest, client) = {
        let state = session.state();
        if state.open_paths().contains(file) {
            return None;
        }
        let settings = state.settings.of(&uri);
        (
            settings.options.clone(),
            largest(&state, &uri),
            Arc::clone(&state.capabilities),
        )
    };
    let bytes = config::read_regular(file, largest as u64).ok()?;
    if bytes.len() > largest {
        return None;
    }
    let text = String::from_utf8(bytes).ok()?;
    // What is wrong with the configuration is said when a draft is opened.
    let (resolved, _) = configuration::resolve(&uri, "", &options, &mut ConfigFiles::default());
    let by_path = session.state().index.sharing(resolved.by_path);
    if by_path.is_excluded() {
        let report = client.asks_for_diagnostics.then(Report::empty);
        return Some(Entry {
            uri,
            symbols: Vec::new(),
            report,
        });
    }
    let mut draft = Draft {
        text: text.into(),
        read_as: resolved.read_as,
    };
    draft.read_as.settings.register = resolved.actors.and_then(|version| session.register(&version));
    if client.asks_for_diagnostics {
        draft.read_as.rules = by_path.rules();
        draft.read_as.settings.notes = session.notes_of(&uri, &by_path, &draft);
        session.forget_notes(&uri);
    } else {
        // Nobody is shown what rules find.
        Arc::make_mut(&mut draft.read_as.rules).select([]);
    }
    let snapshot = session.analysed(&draft, &Cache::lenient());
    let document = Document::new(&draft.text);
    let known = snapshot.known().into_iter();
    let symbols = known
        .map(|known| {
            let range = proto::range(known.symbol.span, &document, client.encoding);
            (known, range)
        })
        .collect();
    let report = client.asks_for_diagnostics.then(|| {
        let diagnostics = proto::diagnostics(&uri, &document, &Shown::all(&snapshot), &client);
        Report::of(None, diagnostics)
    });
    Some(Entry { uri, symbols, report })
}
