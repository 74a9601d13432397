//! The diagnostics of each document for a client that asks for them. Nothing is sent from here.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;
use tower_lsp::ls_types::{Diagnostic, Uri};

/// The diagnostics of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The version they are of, as the client numbers it.
    pub number: Option<i32>,
    /// All of them.
    pub diagnostics: Vec<Diagnostic>,
    /// The same for the same diagnostics, in every session.
    pub id: String,
}

impl Report {
    /// The report of a document that nothing is known of.
    pub fn empty() -> Self {
        Self::of(None, Vec::new())
    }

    /// The report that says this.
    pub fn of(number: Option<i32>, diagnostics: Vec<Diagnostic>) -> Self {
        let mut hasher = FxHasher::default();
        let text = serde_json::to_string(&diagnostics).unwrap_or_default();
        text.hash(&mut hasher);
        Self {
            number,
            id: format!("{:016x}", hasher.finish()),
            diagnostics,
        }
    }
}

/// The newest report of each document.
#[derive(Debug, Default)]
pub struct Reports {
    of: BTreeMap<Uri, Report>,
}

impl Reports {
    /// Keeps the diagnostics of a document in place of those before. Returns whether it says something else.
    pub fn put(&mut self, uri: Uri, number: Option<i32>, diagnostics: Vec<Diagnostic>) -> bool {
        let report = Report::of(number, diagnostics);
        let id = report.id.clone();
        let before = self.of.insert(uri, report);
        before.map_or_else(|| Report::empty().id, |before| before.id) != id
    }

    /// The report of a document.
    pub fn get(&self, uri: &Uri) -> Report {
        self.of.get(uri).cloned().unwrap_or_else(Report::empty)
    }

    /// All reports, by name.
    pub fn all(&self) -> impl Iterator<Item = (&Uri, &Report)> {
        self.of.iter()
    }

    /// Forgets a document.
    pub fn forget(&mut self, uri: &Uri) {
        self.of.remove(uri);
    }
}
