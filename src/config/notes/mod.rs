//! The notes of a draft: finding them, reading them, saying what is wrong with them. It never writes any.
//!
//! Notes come with the drafts and are not trusted: they are read inside the repository only, links included, and how much is
//! read is bounded. What is missing or cannot be read is a problem, which the rule `quote-mismatch` reports in the draft.

mod folders;
mod gather;
mod load;
mod locate;
mod named;
mod refused;
mod shelf;
mod word_file;
mod word_text;

pub use folders::without_notes;
pub use gather::{MAX_NOTES, MAX_NOTES_FILES, NotesFile};
pub use load::{MAX_ALL_NOTES, load_notes};
pub use locate::{NOTES_FOLDER, NotesFiles, NotesKey, NotesWanted, is_notes_name, locate_notes, notes_at};
pub use named::{NamedNotes, named_notes};
pub use shelf::NotesShelf;
