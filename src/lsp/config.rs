//! What whoever starts the server decides. What the client sets is in `options`.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::engine::{self, Cache, Draft, Snapshot};
use crate::language::Model;

/// How a draft is analyzed. The server calls it on threads of its own and outlives its panics.
pub type Analyse = Arc<dyn Fn(&Draft, &Cache) -> Snapshot + Send + Sync>;

/// What the server needs to know before the first message.
#[derive(Clone)]
pub struct Config {
    /// The process of the editor; the server ends when that process is gone.
    pub client_process_id: Option<u32>,
    /// How drafts are analyzed.
    pub analyse: Analyse,
    /// A draft that is read as soon as the client is ready, so that what is made once is made before the first draft is opened.
    pub warm_up: Option<&'static str>,
    /// The folder that holds the pages of the rules (`doubled-word.md` …), where there is one.
    pub rule_pages: Option<PathBuf>,
    /// How long after the last key a writer is still typing, if the client does not say so: until then, new findings in the
    /// paragraph are held back.
    pub delay: Duration,
}

/// A draft with what most drafts have: whatever reads it first makes the tables and patterns that it needs.
pub const WARM_UP: &str = include_str!("warm_up.md");

/// Long enough to find the next letter, short enough to see what is wrong before the next sentence.
const DELAY: Duration = Duration::from_millis(800);

impl Config {
    /// The configuration of a server that analyzes with `model`.
    #[must_use]
    pub fn new(model: &'static dyn Model) -> Self {
        Self {
            client_process_id: None,
            warm_up: None,
            rule_pages: None,
            delay: DELAY,
            analyse: Arc::new(move |draft, cache| engine::analyse(draft, cache, model)),
        }
    }
}
