//! Actors: who the names, titles and roles of a draft stand for. Descriptions and pronouns are joined to them by
//! [`crate::analysis::coreference`]; a name is never taken from outside the draft.

mod beside;
mod cluster;
mod find;
mod fold;
mod forms;
mod grammar;
mod people;
mod phrase;
mod reasons;
pub mod tables;
#[cfg(test)]
mod tests;
mod ties;
#[cfg(test)]
pub(in crate::analysis) mod toy;
mod types;

pub use find::mentions_of;
pub use fold::fold;
pub(in crate::analysis) use fold::{aliases, all};
pub(in crate::analysis) use forms::{lower, one_spaced};

pub use types::{
    Actor, ActorId, ActorKind, Determiner, Function, Link, LocalMention, LocalRole, Mention, MentionForm, MentionId,
    Reading, Role,
};
