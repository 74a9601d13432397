//! Notes that were read, so that drafts which share them do not read them again. It looks for none.

use std::sync::{Arc, Mutex, PoisonError};

use crate::config::notes::load::load_notes;
use crate::config::notes::locate::NotesFiles;
use crate::verify::Notes;

/// The notes that were read last.
#[derive(Debug, Default)]
pub struct NotesShelf {
    /// The newest last.
    kept: Mutex<Vec<(NotesFiles, Arc<Notes>)>>,
}

/// So many are kept: all drafts of a folder share their notes, and they are read one after the other.
const MOST_KEPT: usize = 3;

impl NotesShelf {
    /// The notes that these files are; `None` where there are none and none are missing. Reads the files if they are not kept as
    /// they are now.
    pub fn read(&self, files: &NotesFiles) -> Option<Arc<Notes>> {
        if files.is_empty() {
            return None;
        }
        // It is held while notes are read, so that drafts which share them wait for them and read them once.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, notes)) = kept.iter().find(|(known, _)| known == files) {
            return Some(Arc::clone(notes));
        }
        let notes = Arc::new(load_notes(files)?);
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push((files.clone(), Arc::clone(&notes)));
        Some(notes)
    }
}
