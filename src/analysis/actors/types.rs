//! Whom a draft is about and where it mentions them. Plain data, no decisions.

use smol_str::SmolStr;

use crate::analysis::facts::Place;
use crate::analysis::register::EntryId;

/// Index into [`Facts::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub usize);

/// Somebody or something that acts or speaks in the draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The fullest name, or the description where no name is given.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Titles and roles as the draft gives them, first one first.
    pub roles: Vec<Role>,
    /// The forms the draft uses with their counts, first used first.
    pub aliases: Vec<(String, usize)>,
    /// Indices into [`Facts::mentions`].
    pub mentions: Vec<usize>,
    /// The entry of the newsroom's actor file that it is. What the draft says wins wherever the two differ.
    pub entry: Option<EntryId>,
}

/// A title or role of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// As written ("Chinese Foreign Minister").
    pub text: String,
    /// Where it is first given.
    pub place: Place,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum ActorKind {
    Person,
    Organization,
    Place,
    Other,
}

/// A stretch of text that refers to an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The whole mention: for a name the name without titles, else the noun phrase or pronoun.
    pub place: Place,
    /// What it refers to.
    pub kind: ActorKind,
    /// Name, description or pronoun.
    pub form: MentionForm,
    /// The actor; `None` where it is not resolved.
    pub actor: Option<ActorId>,
    /// The named actors between whom a pronoun is open; empty where it is resolved, or nobody fits.
    pub could_be: Vec<ActorId>,
    /// How the name of a state, a capital or a seat of power is meant here.
    pub reading: Option<Reading>,
    /// How sure the actor is, 0..=1.
    pub confidence: f32,
    /// Why it was resolved so, or why it was not.
    pub because: SmolStr,
}

/// How the name of a state, a capital or a seat of power is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The government there: it acts or speaks.
    Government,
    /// The place.
    Place,
}

/// The form of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionForm {
    /// A name.
    Named,
    /// A description ("the minister").
    Nominal,
    /// A pronoun.
    Pronoun,
}
