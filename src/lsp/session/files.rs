//! The newsroom's files, `copydesk.toml` and `actors.toml`: what is wrong with them is shown at its place, as they are in the editor
//! or else on disk. It changes none of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tower_lsp::ls_types::{MessageType, TextDocumentPositionParams, Uri};

use crate::config::{
    self, ACTOR_FILE_NAME, FILE_NAME, Found, Options, Problem, Suggestion, actor_file_text, check_actors,
};
use crate::engine::DraftVersion;
use crate::lsp::configuration::Remarks;
use crate::lsp::outgoing::{Asking, Publication};
use crate::lsp::proto;
use crate::lsp::session::{Session, State};

/// How often files are looked at, at most, for a client that does not tell of changes.
const LOOK: Duration = Duration::from_secs(1);

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Configuration,
    Actors,
}

impl Kind {
    /// What may be in it.
    fn schema(self) -> Value {
        let schema = match self {
            Kind::Actors => config::actors_schema(),
            Kind::Configuration => config::config_schema(),
        };
        serde_json::from_str(&schema).unwrap_or_default()
    }

    /// What is wrong with its text.
    fn problems(self, path: &Path, text: &str) -> Vec<Problem> {
        match self {
            Kind::Actors => check_actors(text),
            Kind::Configuration => {
                let (options, problems) = Options::read(text);
                config::problems_of(&Found {
                    path: path.to_owned(),
                    options,
                    problems,
                    base: None,
                })
            }
        }
    }
}

impl Session {
    /// Reads the files again if the client does not tell of changes, and they were not looked at just now: whoever comes back to a
    /// draft may have changed them.
    pub fn look_again(self: &Arc<Self>) {
        let mut state = self.state();
        let is_new = state.looked.is_none_or(|last| last.elapsed() >= LOOK);
        if !state.capabilities.tells_of_files && is_new {
            self.reconfigure(&mut state);
        }
    }

    /// Reads the files again, because one of them or a draft was saved, if the client does not tell of changes.
    pub(super) fn look_after_save(self: &Arc<Self>, state: &mut State) {
        if !state.capabilities.tells_of_files {
            self.reconfigure(state);
        }
    }

    /// Has those drafts analyzed again whose notes have changed.
    pub fn look_at_notes(self: &Arc<Self>, state: &mut State) {
        let drafts: Vec<Uri> = state.open.keys().cloned().collect();
        for uri in drafts.into_iter().filter(|uri| self.notes.have_changed(uri)) {
            let Some(version) = state.host.version(uri.as_str()) else {
                continue;
            };
            state.host.configure(uri.as_str(), version.read_as);
            self.analyse_next(state, &uri);
        }
        self.wake.notify_one();
    }

    /// Checks an open file as it is in the editor, on a thread that analyzes.
    pub(super) fn check_open(self: &Arc<Self>, state: &State, uri: &Uri) {
        let (Some(path), Some(version)) = (state.files.get(uri), state.host.version(uri.as_str())) else {
            return;
        };
        let Some(kind) = kind_of(state, path) else { return };
        let (session, uri, path) = (Arc::clone(self), uri.clone(), path.clone());
        self.analysts.spawn(move || {
            let problems = kind.problems(&path, &version.document.text());
            let mut state = session.state();
            if state.host.revision(uri.as_str()) == Some(version.revision) {
                let number = proto::number(version.number).filter(|_| state.capabilities.versions);
                tell(&mut state, path, uri, number, problems);
                session.wake.notify_one();
            }
        });
    }

    /// Checks a file as it is on disk, because it is no longer open.
    pub(super) fn check_closed(self: &Arc<Self>, state: &State, uri: &Uri, path: PathBuf) {
        let Some(kind) = kind_of(state, &path) else { return };
        let (session, uri) = (Arc::clone(self), uri.clone());
        self.analysts.spawn(move || {
            let text = match kind {
                Kind::Actors => actor_file_text(&path).ok(),
                Kind::Configuration => config::config_file_text(&path).ok(),
            };
            let problems = text.map_or_else(Vec::new, |text| kind.problems(&path, &text));
            let mut state = session.state();
            if !state.files.contains_key(&uri) {
                tell(&mut state, path, uri, None, problems);
                session.wake.notify_one();
            }
        });
    }
}

impl Session {
    /// What can be written at a place of one of the newsroom's files, with the file; `None` if it is none, or not open.
    pub fn suggestions(&self, at: &TextDocumentPositionParams) -> Option<(Vec<Suggestion>, DraftVersion, usize)> {
        let state = self.state();
        let uri = &at.text_document.uri;
        let kind = kind_of(&state, state.files.get(uri)?)?;
        let version = state.host.version(uri.as_str())?;
        let encoding = state.capabilities.encoding;
        drop(state);
        let offset = version.document.offset(proto::position(at.position), encoding);
        let found = config::suggestions(&kind.schema(), &version.document.text(), offset);
        Some((found, version, offset))
    }
}

impl State {
    /// Tells what is wrong with the configuration of a draft: in the log, and in the file, whether it is open or not.
    pub(super) fn remark(&mut self, remarks: Remarks) {
        for remark in remarks.log {
            self.outgoing.log(MessageType::WARNING, remark);
        }
        let Some((file, problems)) = remarks.file else {
            return;
        };
        let file = file.canonicalize().unwrap_or(file);
        let is_news = self.read_problems.insert(file.clone(), remarks.of_file.clone()) != Some(remarks.of_file.clone());
        if is_news {
            for remark in remarks.of_file {
                self.outgoing.log(MessageType::WARNING, remark);
            }
        }
        self.tell_of_disk(file, problems);
    }

    /// Tells what is wrong with a file on disk, unless it is open: then its text in the editor counts.
    pub(super) fn tell_of_disk(&mut self, file: PathBuf, problems: Vec<Problem>) {
        let is_open = self.files.values().any(|path| *path == file);
        if let (false, Some(uri)) = (is_open, proto::uri_of(&file)) {
            tell(self, file, uri, None, problems);
        }
    }
}

/// Shows what is wrong with a file, if that is not shown already.
fn tell(state: &mut State, path: PathBuf, uri: Uri, number: Option<i32>, problems: Vec<Problem>) {
    let shown = state.reported_problems.get(&path).map_or(&[][..], Vec::as_slice);
    if shown == problems.as_slice() {
        return;
    }
    state.outgoing.publish(Publication {
        uri,
        number,
        diagnostics: proto::problem_diagnostics(&problems),
        asking: Asking::NotByItself,
    });
    state.reported_problems.insert(path, problems);
}

/// What a file is, from its name or from the drafts that are read with it.
fn kind_of(state: &State, path: &Path) -> Option<Kind> {
    let name = path.file_name()?;
    let is_read = || {
        state
            .open
            .values()
            .filter_map(|open| open.actors.as_ref())
            .any(|file| file.path() == path)
    };
    if name == FILE_NAME {
        Some(Kind::Configuration)
    } else if name == ACTOR_FILE_NAME || is_read() {
        Some(Kind::Actors)
    } else {
        None
    }
}
