//! Names as they are clustered, and what becomes of them. Plain data, no decisions.

use crate::analysis::actors::ActorKind;
use crate::language::Gender;
use crate::markup::BlockId;

/// A name where it is.
pub(in crate::analysis::actors) struct NameInText<'a> {
    /// As meant: the text, or the whole name where a part is left out.
    pub text: &'a str,
    /// What it was read as.
    pub kind: ActorKind,
    /// The block it is in.
    pub block: BlockId,
    /// Gender that the words next to it mark.
    pub gender: Option<Gender>,
    /// An index into the list of names that the grammar says is the same (an acronym's long form).
    pub same_as: Option<usize>,
    /// Whether the words right before it say which of several it is: "the state Supreme Court", "Velda's Supreme Court".
    pub is_told_apart: bool,
}

/// To which cluster a name belongs, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis::actors) enum Membership {
    /// The cluster; how it was found.
    In(usize, Reason),
    /// Several people carry the name.
    Tie(Vec<usize>),
    /// An adjective or a people: it points to a state but is not the state.
    Demonym(&'static str),
}

/// How a name was found to belong to its cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::analysis::actors) enum Reason {
    /// First of its kind, or the same name again.
    Same,
    /// A short form of a longer name.
    Short,
    /// An acronym.
    Acronym,
    /// Several carry it, but only one fits the title before it.
    Title,
    /// Several carry it, but only one was named before it.
    SoFar,
    /// Several carry it, but only one was named before it in the same paragraph.
    Paragraph,
    /// Several carry it, but the draft has meant one of them by it so far.
    Habit,
}
