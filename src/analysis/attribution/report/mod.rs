//! Where reported words begin and end, with marks or without.
//!
//! It takes a sentence and one of its cues, and gives the items that the cue reports. In “We leave at dawn,” Lund said of Weil. the marks
//! say it all; in "Lund said they would leave at dawn, adding that it was late" the words begin after *said*
//! (`begins.rs`) and end at the comma before *adding* (`ends.rs`, `commas.rs`, `joined.rs`). What is next to its frame ("They leave at
//! dawn, Lund said") is in `adjacent.rs`, the clause around a marked fragment in `around.rs`, and which cues of a sentence report
//! anything without marks in `unmarked.rs`. Nobody is asked here who speaks.

mod adjacent;
mod around;
mod begins;
mod clause;
mod commas;
mod content;
mod ends;
mod joined;
mod unmarked;

pub use around::{is_whole_report, reported};
pub use content::ends_like_speech;
pub use unmarked::{Unmarked, leads, unmarked};
