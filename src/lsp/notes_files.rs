//! The notes of the open drafts: looked for where drafts are analyzed, at most once in a while, and read again when they change. It
//! changes none of them.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tower_lsp::ls_types::Uri;

use crate::config::{self, NamedNotes, NotesFiles, NotesKey, NotesShelf, NotesWanted};
use crate::verify::Notes;

/// How often files are looked at, at most, while somebody types.
const LOOK: Duration = Duration::from_secs(2);

/// Where the notes of a draft are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesOf {
    /// The draft.
    pub draft: PathBuf,
    /// What its front matter names.
    pub named: Vec<NamedNotes>,
    /// What its configuration names.
    pub key: Option<NotesKey>,
}

impl NotesOf {
    /// Whether the same notes are looked for, wherever in the draft they are named: that moves with every key above it.
    fn is_like(&self, other: &Self) -> bool {
        let paths = |of: &Self| of.named.iter().map(|named| named.path.clone()).collect::<Vec<_>>();
        self.draft == other.draft && self.key == other.key && paths(self) == paths(other)
    }

    fn files(&self) -> NotesFiles {
        config::locate_notes(&NotesWanted {
            draft: &self.draft,
            named: &self.named,
            key: self.key.as_ref(),
        })
    }
}

/// The notes of the open drafts.
#[derive(Debug, Default)]
pub struct NotesOfDrafts {
    shelf: NotesShelf,
    known: Mutex<HashMap<Uri, Slot>>,
}

#[derive(Debug)]
struct Slot {
    of: NotesOf,
    files: NotesFiles,
    notes: Option<Arc<Notes>>,
    looked: Instant,
}

impl NotesOfDrafts {
    /// The notes of a draft as they are now, or were moments ago.
    pub fn get(&self, uri: &Uri, of: NotesOf) -> Option<Arc<Notes>> {
        if let Some(slot) = self.known().get(uri)
            && slot.of.is_like(&of)
            && slot.looked.elapsed() < LOOK
        {
            return slot.notes.clone();
        }
        let files = of.files();
        let notes = self.shelf.read(&files);
        let slot = Slot {
            of,
            files,
            notes: notes.clone(),
            looked: Instant::now(),
        };
        self.known().insert(uri.clone(), slot);
        notes
    }

    /// Whether the notes of a draft are others than those it was analyzed with; they are then read again.
    pub fn have_changed(&self, uri: &Uri) -> bool {
        let known = self.known().get(uri).map(|slot| (slot.of.clone(), slot.files.clone()));
        let Some((of, files)) = known else { return false };
        let is_changed = of.files() != files;
        if is_changed {
            self.known().remove(uri);
        }
        is_changed
    }

    /// Forgets a draft.
    pub fn forget(&self, uri: &Uri) {
        self.known().remove(uri);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Uri, Slot>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
