//! What is known about a draft when its events are folded. Plain data, no decisions.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::{Actor, Mention, Quotation, Time};

/// What is known about a draft when its events are folded.
#[derive(Clone, Copy, Debug)]
pub struct EventContext<'a> {
    /// The draft's date.
    pub anchor: Option<Date>,
    /// Times, resolved.
    pub times: &'a [Time],
    /// Actors.
    pub actors: &'a [Arc<Actor>],
    /// Mentions of actors, by place.
    pub mentions: &'a [Mention],
    /// Quotations.
    pub quotations: &'a [Arc<Quotation>],
}
