//! The drafts that an editor has open, as they are after the last edit. It analyzes nothing and reads no files.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::engine::{Cache, Draft, ReadAs, Snapshot, analyse};
use crate::language::Model;
use crate::text::{Change, Document, Encoding};

/// The open drafts, by name. Every method is quick: what is slow is done on a [`DraftVersion`] elsewhere.
///
/// ```
/// use copydesk::engine::{Host, ReadAs};
/// use copydesk::language::ShapeModel;
/// use copydesk::text::{Change, Encoding};
///
/// let mut host = Host::default();
/// host.open("story.txt", "One line.", 1, ReadAs::default());
/// host.edit("story.txt", 2, &[Change { range: None, text: "Two lines.\n".to_owned() }], Encoding::Utf16);
/// let version = host.version("story.txt").expect("it is open");
/// assert_eq!(&*version.analyse(&ShapeModel).text, "Two lines.\n");
/// ```
#[derive(Debug, Default)]
pub struct Host {
    open: FxHashMap<String, DraftVersion>,
    last_revision: Revision,
}

/// Counts every change to every draft of a [`Host`], so that a later state always has the greater number, also where an
/// editor starts again with its own version numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// One draft after one change: an immutable value, cheap to clone, that can be sent to another thread.
#[derive(Clone, Debug)]
pub struct DraftVersion {
    /// Which change of the host made it.
    pub revision: Revision,
    /// The number the editor gave it.
    pub number: i32,
    /// The text.
    pub document: Document,
    /// How it is read.
    pub read_as: ReadAs,
    cache: Arc<Cache>,
}

impl Host {
    /// Takes a draft in; one that is open under this name is replaced.
    pub fn open(&mut self, name: &str, text: &str, number: i32, read_as: ReadAs) {
        let version = DraftVersion {
            revision: self.next_revision(),
            number,
            document: Document::new(text),
            read_as,
            cache: Arc::new(Cache::lenient()),
        };
        self.open.insert(name.to_owned(), version);
    }

    /// Applies edits one after the other, each to the text that the one before left. Returns whether the draft is open.
    pub fn edit(&mut self, name: &str, number: i32, changes: &[Change], encoding: Encoding) -> bool {
        let revision = self.next_revision();
        let Some(version) = self.open.get_mut(name) else {
            return false;
        };
        for change in changes {
            version.document.apply(change, encoding);
        }
        version.number = number;
        version.revision = revision;
        true
    }

    /// Has a draft read in another way from now on. Returns whether the draft is open.
    pub fn configure(&mut self, name: &str, read_as: ReadAs) -> bool {
        let revision = self.next_revision();
        let Some(version) = self.open.get_mut(name) else {
            return false;
        };
        version.read_as = read_as;
        version.revision = revision;
        true
    }

    /// Forgets a draft. Returns whether it was open.
    pub fn close(&mut self, name: &str) -> bool {
        self.open.remove(name).is_some()
    }

    /// The draft as it is now.
    #[must_use]
    pub fn version(&self, name: &str) -> Option<DraftVersion> {
        self.open.get(name).cloned()
    }

    /// Which change of the host a draft is at.
    #[must_use]
    pub fn revision(&self, name: &str) -> Option<Revision> {
        self.open.get(name).map(|version| version.revision)
    }

    fn next_revision(&mut self) -> Revision {
        self.last_revision.0 += 1;
        self.last_revision
    }
}

impl DraftVersion {
    /// What to analyze. Linear in the length of the text.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft {
            text: self.document.shared_text(),
            read_as: self.read_as.clone(),
        }
    }

    /// The block facts that earlier versions of this draft left.
    #[must_use]
    pub fn cache(&self) -> &Cache {
        &self.cache
    }

    /// Analyzes this version; blocks that an earlier version had too are not analyzed again.
    #[must_use]
    pub fn analyse(&self, model: &dyn Model) -> Snapshot {
        analyse(&self.draft(), &self.cache, model)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(text: &str) -> Change {
        Change {
            range: None,
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_version_does_not_see_later_edits() {
        let mut host = Host::default();
        host.open("a", "one", 1, ReadAs::default());
        let one = host.version("a").unwrap();
        assert!(host.edit("a", 2, &[put("two"), put("three")], Encoding::Utf16));
        let three = host.version("a").unwrap();
        assert_eq!((one.document.text().as_str(), one.number), ("one", 1));
        assert_eq!((three.document.text().as_str(), three.number), ("three", 2));
        assert!(three.revision > one.revision);
    }

    #[test]
    fn a_draft_that_is_opened_again_has_a_later_revision() {
        let mut host = Host::default();
        host.open("a", "one", 7, ReadAs::default());
        let before = host.revision("a");
        assert!(host.close("a"));
        assert!(!host.close("a"));
        assert!(!host.edit("a", 8, &[put("two")], Encoding::Utf16));
        host.open("a", "one", 1, ReadAs::default());
        assert!(host.revision("a") > before);
    }
}
