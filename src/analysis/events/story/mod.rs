//! What the story is about: who, what, when and where. It chooses among what the draft says and words nothing itself.

mod clause;
mod head;
mod headline;
mod headline_verbs;
mod lead;
mod main_event;
mod place;
mod sentence;
mod when;
mod whereabouts;

pub use main_event::main_event;
