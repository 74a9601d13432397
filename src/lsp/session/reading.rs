//! What reading drafts that are not open needs of the session. It reads none.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::ls_types::Uri;

use crate::analysis::register::Register;
use crate::engine::{Cache, Draft, ReadAs, Snapshot};
use crate::lsp::actor_files::Version;
use crate::lsp::proto;
use crate::lsp::session::{Session, State};
use crate::markup::Format;

impl Session {
    /// Has something done where drafts are analyzed.
    pub fn spawn(&self, job: impl FnOnce() + Send + 'static) {
        self.analysts.spawn(job);
    }

    /// Has what is made once made now, by the thread that will read the first draft.
    pub fn warm_up(self: &Arc<Self>) {
        let Some(text) = self.warm_up else { return };
        let session = Arc::clone(self);
        self.spawn(move || {
            let draft = Draft {
                text: text.into(),
                read_as: ReadAs {
                    format: Format::Markdown,
                    ..ReadAs::default()
                },
            };
            drop(session.analysed(&draft, &Cache::lenient()));
        });
    }

    /// Whether an open draft is being analyzed.
    pub fn is_analysing(&self) -> bool {
        self.state().open.values().any(|open| open.is_running)
    }

    /// What is found in a draft.
    pub fn analysed(&self, draft: &Draft, cache: &Cache) -> Snapshot {
        (self.analyse)(draft, cache)
    }

    /// Forgets where the notes of a draft are, unless it is open.
    pub fn forget_notes(&self, uri: &Uri) {
        if !self.state().open.contains_key(uri) {
            self.notes.forget(uri);
        }
    }

    /// The actor file; what is wrong with it is reported.
    pub fn register(&self, version: &Version) -> Option<Arc<Register>> {
        let (register, problem) = self.actor_files.get(version);
        if let Some(problem) = problem {
            self.report(problem);
        }
        register
    }
}

impl State {
    /// The files of the open drafts.
    pub fn open_paths(&self) -> BTreeSet<PathBuf> {
        self.open.keys().filter_map(proto::path).collect()
    }
}
