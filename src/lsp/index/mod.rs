//! What can be looked up in the drafts of the workspace that are not open. Of a draft it keeps its symbols, and what rules find in it
//! for a client that asks for that.

mod reading;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::ls_types as lsp;

use crate::engine::Known;
use crate::lsp::configuration::ByPath;
use crate::lsp::reports::Report;

/// More symbols and diagnostics than this are not kept: some tens of megabytes.
const MOST_SYMBOLS: usize = 200_000;

/// More drafts than this are not read.
const MOST_DRAFTS: usize = 20_000;

/// The symbols of the drafts of the workspace, by the paths of their files.
#[derive(Debug, Default)]
pub struct Index {
    drafts: BTreeMap<PathBuf, Arc<Entry>>,
    symbols: usize,
    waiting: VecDeque<PathBuf>,
    is_reading: bool,
    is_full: bool,
    has_begun: bool,
    /// What counted for the last draft, whose patterns the next one may have, too.
    by_path: ByPath,
}

/// What is known of one draft.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub uri: lsp::Uri,
    /// What can be looked up in it, with its place.
    pub symbols: Vec<(Known, lsp::Range)>,
    /// Its diagnostics, if the client asks for them.
    pub report: Option<Report>,
}

impl Entry {
    fn weight(&self) -> usize {
        self.symbols.len() + self.report.as_ref().map_or(0, |report| report.diagnostics.len())
    }
}

impl Index {
    /// The drafts that are known, without those at these paths.
    pub fn drafts_besides(&self, open: &BTreeSet<PathBuf>) -> Vec<Arc<Entry>> {
        let drafts = self.drafts.iter().filter(|(path, _)| !open.contains(*path));
        drafts.map(|(_, entry)| Arc::clone(entry)).collect()
    }

    /// The same with the patterns that were compiled for the last draft.
    fn sharing(&mut self, by_path: ByPath) -> ByPath {
        self.by_path = by_path.sharing(&self.by_path);
        self.by_path.clone()
    }

    /// Notes that the workspace is read. Returns whether it was not before.
    pub fn begin(&mut self) -> bool {
        !std::mem::replace(&mut self.has_begun, true)
    }

    /// Has files read, or read again. Returns whether somebody must begin to.
    pub fn want(&mut self, files: impl IntoIterator<Item = PathBuf>) -> bool {
        for file in files {
            let is_new = !self.drafts.contains_key(&file);
            if is_new && self.drafts.len() + self.waiting.len() >= MOST_DRAFTS {
                self.is_full = true;
                break;
            }
            self.waiting.push_back(file);
        }
        let begins = !self.is_reading && !self.waiting.is_empty();
        self.is_reading |= begins;
        begins
    }

    /// The next file to read, with the number of those after it; `None` ends the reading.
    fn next(&mut self) -> Option<(PathBuf, usize)> {
        let next = self.waiting.pop_front();
        self.is_reading = next.is_some();
        next.map(|file| (file, self.waiting.len()))
    }

    /// Keeps what was found in a file, in place of what was known; `None` forgets it. Returns whether its diagnostics are others now.
    fn put(&mut self, file: PathBuf, entry: Option<Entry>) -> bool {
        let old = self.drafts.remove(&file);
        self.symbols -= old.as_ref().map_or(0, |old| old.weight());
        let id = |entry: &Entry| entry.report.as_ref().map(|report| report.id.clone());
        let before = old.and_then(|old| id(&old));
        let Some(entry) = entry else { return before.is_some() };
        if self.symbols + entry.weight() > MOST_SYMBOLS {
            self.is_full = true;
            return before.is_some();
        }
        self.symbols += entry.weight();
        let is_news = id(&entry) != before;
        self.drafts.insert(file, Arc::new(entry));
        is_news
    }

    /// Forgets a file, or all files in a folder.
    pub fn forget(&mut self, path: &Path) {
        self.waiting.retain(|file| !file.starts_with(path));
        let gone: Vec<PathBuf> = self
            .drafts
            .keys()
            .filter(|file| file.starts_with(path))
            .cloned()
            .collect();
        for file in gone {
            self.put(file, None);
        }
    }

    /// Whether something was left out since this was last asked.
    fn take_full(&mut self) -> bool {
        std::mem::take(&mut self.is_full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_forgotten_with_all_that_is_in_it() {
        let mut index = Index::default();
        let entry = || Entry {
            uri: "file:///a".parse().unwrap(),
            symbols: Vec::new(),
            report: None,
        };
        assert!(index.want(["/a/b.md", "/a/c/d.md"].map(PathBuf::from)));
        assert!(!index.want([PathBuf::from("/ab.md")]));
        while let Some((file, _)) = index.next() {
            index.put(file, Some(entry()));
        }
        index.forget(Path::new("/a"));
        let left: Vec<&PathBuf> = index.drafts.keys().collect();
        assert_eq!(left, [Path::new("/ab.md")]);
        assert!(index.want([PathBuf::from("/a/b.md")]), "the reading had ended");
    }
}
