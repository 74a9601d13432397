//! Events: what the draft reports, who takes part, when, where, and whether it took place. It takes nobody's side.
//!
//! [`find`] reads one block: its [triggers], their [arguments], [circumstances] and [status]. [`fold`] joins the blocks:
//! actors, dates, retellings, background. What the [story] is about is told by its [`main_event`].

mod arguments;
mod block;
mod boilerplate;
mod circumstances;
mod confidence;
mod context;
mod draft;
mod index;
mod kinds;
mod lexicon;
mod phrases;
mod retellings;
mod retold;
mod set_phrases;
mod status;
mod story;
#[cfg(test)]
mod tests;
mod triggers;
mod types;

pub use block::find;
pub use boilerplate::is_boilerplate;
pub use context::EventContext;
pub use draft::{KeptEvents, fold};
pub use kinds::{EventKind, Group, Plover, TimeMlClass};
pub use lexicon::EventSense;
pub use story::main_event;
pub use types::{
    Confidence, Event, EventId, EventStatus, EventTime, LocalEvent, LocalParticipant, MainEvent, Participant,
    ParticipantRole,
};
