//! Actors: who the names, titles and roles of a draft refer to. Descriptions and pronouns are joined to them by
//! [`crate::analysis::coreference`]; a name is never taken from outside the draft.
//!
//! [`of_block`] finds the mentions of a block: `names`, `descriptions` and `pronouns`, each with its `function` in the
//! clause, and what is `adjacent` to a name. [`fold`] joins the names of a draft to actors (`cluster`) and says in each
//! mention why (`reasons`).

mod adjacent;
mod aliases;
mod beside;
mod block;
mod block_names;
mod cluster;
mod descriptions;
mod draft;
mod function;
mod joined;
mod kept;
mod named;
mod names;
mod phrases;
mod possessives;
mod profile;
mod pronouns;
mod readings;
mod reasons;
mod roles;
pub mod tables;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(in crate::analysis) mod toy;
mod types;
mod wording;

pub(in crate::analysis) use aliases::count_aliases;
pub use beside::{describes_next, follows_preposition};
pub use block::of_block;
pub(in crate::analysis) use draft::local_mentions;
pub use draft::{fold, fold_again};
pub use kept::KeptNames;
pub(in crate::analysis) use names::name_after_titles;
pub use types::{
    Actor, ActorId, ActorKind, Determiner, Function, LocalMention, LocalRole, Mention, MentionForm, MentionId,
    MentionLink, Reading, Role,
};
pub(in crate::analysis) use wording::{lower, one_spaced};
