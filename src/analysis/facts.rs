//! All facts about a draft, as plain data. The types of each topic are in its `types.rs`; every fact says where it stands and
//! why it is believed.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::actors::{Actor, Mention};
use crate::analysis::attribution::Quotation;
use crate::analysis::events::{Event, MainEvent};
use crate::analysis::register::Register;
use crate::analysis::times::{Anchor, CalendarFlag, Time};
use crate::text::Span;

/// A place in a draft: a stretch of one block's decoded text. Ordered as the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index into [`crate::markup::Markup::blocks`].
    pub block: usize,
    /// Bytes in that block's text.
    pub span: Span,
}

impl Place {
    /// The place of `span` in block `block`.
    #[must_use]
    pub fn new(block: usize, span: Span) -> Self {
        Self { block, span }
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Place) -> bool {
        self.block == other.block && self.span.overlaps(other.span)
    }

    /// Whether `other` lies inside, ends included.
    #[must_use]
    pub fn covers(self, other: Place) -> bool {
        self.block == other.block && self.span.covers(other.span)
    }
}

/// What the fold needs to know beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftSettings {
    /// The date to resolve days against; wins over one found in the draft.
    pub reference_date: Option<Date>,
    /// The draft's file name without its folder; a date in it is used where the draft itself has none.
    pub file_name: Option<String>,
    /// The date to resolve days against where nothing else gives one (`date` in `copydesk.toml`).
    pub fallback_date: Option<Date>,
    /// The newsroom's actor file.
    pub register: Option<Arc<Register>>,
}

/// All facts about a draft. Lists are in the order of the text unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Quotations of all kinds, *mentions* (marked, but nobody is quoted) included.
    pub quotations: Vec<Quotation>,
    /// Whom the draft is about, by first mention. The index is the [`ActorId`].
    pub actors: Vec<Actor>,
    /// Every mention of an actor or of one that could not be resolved.
    pub mentions: Vec<Mention>,
    /// Time expressions.
    pub times: Vec<Time>,
    /// Events.
    pub events: Vec<Event>,
    /// What the story is about.
    pub main_event: Option<MainEvent>,
    /// Dates that contradict the calendar.
    pub flags: Vec<CalendarFlag>,
    /// The date the draft is read against.
    pub anchor: Option<Anchor>,
    /// The language of the draft, if it is not English (ISO 639-3); the draft then has no other facts.
    pub foreign_language: Option<&'static str>,
}
