//! The register: all entries of an actor file, ready for look-ups. How a name is found is in `lookup.rs`, which names are
//! claimed twice in `conflicts.rs`; nothing is decided here.

use crate::analysis::register::index::NameIndex;
use crate::analysis::register::{Entry, EntryId};

/// All entries of an actor file with the indexes that find them by name. An immutable value, meant to be shared.
///
/// Costs about 400 bytes for an entry with a title and two further names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    entries: Vec<Entry>,
    /// The names of the entries.
    pub(super) names: NameIndex,
}

impl Register {
    /// The register of these entries. Entries that claim one name are kept, and the name then finds none of them; see
    /// [`Register::conflicts`]. Costs a sort of the names.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let names = NameIndex::of(&entries);
        Self { entries, names }
    }

    /// The entries in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// An entry.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(id.0)
    }
}
