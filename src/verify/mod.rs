//! Whether words were said: compares quoted words with notes and transcripts. It reads no file and knows no draft.
//!
//! [`Notes`] are built once from the texts of notes and hold an index of their words. [`verify`] looks one quotation up in
//! them. What counts as a match is written in `docs/notes.md`; the same steps are in `words` (what is folded), `search` (where
//! the words are) and `weight.rs` (how much a difference matters).
//!
//! All places in notes are UTF-8 bytes of the text as it was given, so that a front end can point there. The work for one
//! quotation is bounded, whatever the notes say.

mod builder;
mod differences;
mod excerpt;
mod folds;
mod frame;
mod hidden;
mod ids;
mod notes;
mod overlooked;
mod quoted;
mod reading;
mod restarts;
mod search;
mod speaker;
mod types;
mod verdict;
mod weight;
mod words;

pub use builder::{NotesBuilder, NotesText};
pub use notes::Notes;
pub use reading::NotesFormat;
pub use speaker::is_labelled;
pub use types::{Change, Checked, Fold, NotesPlace, NotesProblem, NotesSource, Passage, Quoted, Verdict, Weight};
pub use verdict::verify;
pub use weight::{denies, folded_words};

#[cfg(test)]
mod tests;
