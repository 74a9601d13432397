//! Plans as plain data, no decisions.

use crate::analysis::Place;

/// Something that is planned for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plan {
    /// The day, or the time of day: the place of a time expression.
    pub time: Place,
    /// The verb that looks ahead.
    pub verb: Place,
}
