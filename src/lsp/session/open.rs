//! What a session knows of one open draft. Nothing is changed here.

use std::sync::Arc;

use tokio::sync::oneshot;

use crate::engine::Revision;
use crate::lsp::actor_files::Version;
use crate::lsp::configuration::ByPath;
use crate::lsp::session::claim::{Analysed, Failed};
use crate::lsp::session::typing::Typing;

/// Whether the client is being asked for its settings. However often they change, one question is open at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pull {
    /// No question is open.
    #[default]
    Idle,
    /// One is open.
    Asked,
    /// One is open, and its answer may be out of date.
    AskAgain,
}

/// An open draft.
pub(super) struct Open {
    /// What the client calls its language.
    pub(super) language_id: String,
    /// Whether the draft is judged, and by which rules.
    pub(super) by_path: ByPath,
    /// Whether it is too long to be analyzed.
    pub(super) is_too_long: bool,
    /// The actor file it is read with.
    pub(super) actors: Option<Version>,
    /// The revision at which it was opened: distinguishes it from an earlier one under the same name.
    pub(super) opened_at: Revision,
    /// Whether an analysis of it is under way. There is never more than one, and the next one takes the newest version.
    pub(super) is_running: bool,
    /// The newest revision of which the client has asked for diagnostics.
    pub(super) asked: Option<Revision>,
    /// The newest revision with a finished analysis, good or bad.
    pub(super) tried: Option<Revision>,
    /// What the newest good analysis found.
    pub(super) latest: Option<Arc<Analysed>>,
    /// Who waits for an analysis of it.
    pub(super) waiters: Vec<Waiter>,
    /// What the client is shown of it.
    pub(super) typing: Typing,
}

/// Whoever waits for an analysis.
pub(super) struct Waiter {
    /// The revision it must be of, or a later one.
    pub(super) wants: Revision,
    /// Where the answer goes.
    pub(super) answer: oneshot::Sender<Result<Arc<Analysed>, Failed>>,
}
