//! Titles as plain data, no decisions.

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::analysis::register::EntryId;
use crate::analysis::{MentionId, Place};

/// A title that a name is given, in the writer's own words, and that is held in full: not a former or an acting one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldTitle {
    /// The mention whose name has it.
    pub mention: MentionId,
    /// Where it is.
    pub place: Place,
    /// Whether it is directly before the name (“Mayor Ana Weil”), and not after it (“Ana Weil, the mayor,”).
    pub is_before: bool,
}

/// A title that the newsroom's file of people has otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleMismatch {
    /// Where the title is.
    pub place: Place,
    /// Whose title it is.
    pub entry: EntryId,
    /// What the file has instead.
    pub file_says: FileSays,
}

/// What the newsroom's file of people says about a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileSays {
    /// The title, as the file writes it, was held until this day.
    Until(SmolStr, Date),
    /// The title, as the file writes it, is held from this day on.
    From(SmolStr, Date),
    /// Another title is held, which excludes this one.
    Other(SmolStr),
}
