//! Facts about a draft, with their evidence: quotations and speakers, actors, times, events. It holds no opinions.
//!
//! Facts are found per block ([`of_block`], a pure function of the block, so that it can be cached), once more where the
//! draft as a whole has other names in it ([`with_names`], as pure), and folded into facts about the draft ([`Facts`]).
//! The fold is linear in the number of facts.

pub mod actors;
pub mod anonymity;
mod aside;
pub mod attribution;
mod block;
mod change;
pub mod coreference;
pub mod credits;
pub mod datelines;
mod documents;
mod draft;
pub mod events;
mod foreign;
pub mod interviews;
mod list;
pub mod live;
pub mod locale;
mod marked;
mod mentions;
pub mod notes;
pub mod placeholders;
pub mod plans;
pub mod presentation;
pub mod publication;
pub mod quotations;
pub mod register;
pub mod repeats;
mod same;
pub mod signatures;
pub mod times;
pub mod titles;
mod types;
pub mod unread;

pub use crate::markup::{BlockId, Place};
pub use actors::{Actor, ActorId, ActorKind, Mention, MentionForm, MentionId, Reading, Role};
pub use attribution::{Cue, Quotation, QuotationKind, QuotationStatus, Speaker};
pub use block::{
    agreed, agreed_names, is_label, of_block, of_block_again, of_block_without_events, of_blocks, on_its_own, poll,
    polled, with_names,
};
pub use documents::is_document;
pub use draft::{Kept, fold, fold_again};
pub use events::{Event, EventId, EventKind, EventStatus, EventTime, Group, MainEvent, Participant, ParticipantRole};
pub use foreign::{language as foreign_language, name_of_language};
pub use list::List;
pub use locale::Locale;
pub use marked::Marked;
pub use mentions::local_mentions;
pub use same::SameBlocks;
pub use times::{Anchor, AnchorSource, CalendarFlag, CalendarFlagKind, Time, TimeKind};
pub use types::{BlockFacts, DraftSettings, Facts};
