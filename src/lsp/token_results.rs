//! The tokens that each open draft was last colored with. Nothing is colored here.

use std::collections::BTreeMap;
use std::sync::Arc;

use tower_lsp::ls_types::{SemanticToken, Uri};

/// The last tokens of each draft, with the number of the answer they were in.
#[derive(Debug, Default)]
pub struct TokenResults {
    last: BTreeMap<Uri, (u64, Arc<[SemanticToken]>)>,
    count: u64,
}

impl TokenResults {
    /// Keeps the tokens of an answer in place of those before, and gives its id.
    pub fn keep(&mut self, uri: &Uri, tokens: &[SemanticToken]) -> String {
        self.count += 1;
        self.last.insert(uri.clone(), (self.count, tokens.into()));
        self.count.to_string()
    }

    /// The tokens of the answer with this id, if it was the last one.
    pub fn get(&self, uri: &Uri, id: &str) -> Option<Arc<[SemanticToken]>> {
        let (number, tokens) = self.last.get(uri)?;
        (number.to_string() == id).then(|| Arc::clone(tokens))
    }

    /// Forgets those of a draft.
    pub fn forget(&mut self, uri: &Uri) {
        self.last.remove(uri);
    }
}
