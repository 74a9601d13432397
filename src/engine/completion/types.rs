//! What can be gone on with, as plain data.

use crate::analysis::ActorKind;
use crate::text::Span;

/// Something to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is put in.
    pub text: String,
    /// The end of the text that the letters written so far begin; editors compare what is typed next with it.
    pub matched: String,
    /// The letters written so far, in the source.
    pub replaces: Span,
    /// What it is.
    pub kind: CompletionKind,
    /// Who or what that is, in a few words; may be empty.
    pub detail: String,
    /// The full name of who or what it is about.
    pub name: String,
}

/// What can be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// A name.
    Name(ActorKind),
    /// A name with the title before it.
    Titled,
    /// A title or a role.
    Role,
    /// A clause that says who speaks.
    Attribution,
}

/// Something of the draft that can be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// What is put in.
    pub(super) text: String,
    /// What it is.
    pub(super) kind: CompletionKind,
    /// Who or what that is.
    pub(super) detail: String,
    /// The full name of who or what it is about.
    pub(super) name: String,
}

impl Known {
    /// A name with the role of who has it.
    pub(super) fn said_of(name: &str, role: &str) -> String {
        if role.is_empty() {
            name.to_owned()
        } else {
            format!("{name}, {role}")
        }
    }
}
