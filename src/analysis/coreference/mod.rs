//! Coreference: which actor a description or a pronoun refers to. Where two candidates tie it refuses, and says so.
//!
//! [`resolve`] walks the mentions of a draft in order (`draft`), keeps who was met (`entities`), and asks `descriptions` or
//! `pronouns`; [`name_speakers`] then says who the speakers of quotations are. It adds nothing to what a block says.

mod before;
mod descriptions;
mod doubt;
mod draft;
mod entities;
mod entity_index;
mod known_actors;
mod lookup;
mod modifiers;
mod moved;
mod pronouns;
mod quoted;
mod resolved;
mod speakers;
#[cfg(test)]
mod tests;
mod types;
mod walk;

pub use draft::{KeptReferences, name_speakers, resolve};
pub use lookup::{actor_at, mention_at};
