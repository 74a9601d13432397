//! A name as it is written in one place of a draft, with its words made comparable. It knows nothing of other places.

use smol_str::SmolStr;

use crate::analysis::actors::LocalMention;
use crate::analysis::register::key;
use crate::analysis::{ActorId, ActorKind, MentionId, Place};

/// A name where it is written.
#[derive(Debug)]
pub struct Written<'a> {
    /// Where it is, without a possessive ending.
    pub place: Place,
    /// Its text.
    pub text: &'a str,
    /// Its words with their places.
    pub words: Vec<(Place, &'a str)>,
    /// Its words, folded.
    pub keys: Vec<SmolStr>,
    /// What the draft takes it for.
    pub kind: ActorKind,
    /// Who it is.
    pub actor: Option<ActorId>,
    /// Whether it is in somebody's quoted words.
    pub is_quoted: bool,
    /// Whether it is in a paragraph, not in a heading, a caption or a field.
    pub in_running_text: bool,
    /// Its mention; none if it was not read as a name.
    pub mention: Option<MentionId>,
    /// What its block shows about it.
    pub local: Option<&'a LocalMention>,
}

impl<'a> Written<'a> {
    /// Words that were not read as a name but are one in the actor file.
    pub fn unread(place: Place, text: &'a str, is_quoted: bool) -> Self {
        Written {
            place,
            text,
            words: vec![(place, text)],
            keys: text.split_whitespace().map(|word| SmolStr::from(key(word))).collect(),
            kind: ActorKind::Other,
            actor: None,
            is_quoted,
            in_running_text: true,
            mention: None,
            local: None,
        }
    }

    /// The only word of a short name.
    pub fn single(&self) -> Option<&SmolStr> {
        match self.keys.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The first and the last word of a name of several words.
    pub fn full(&self) -> Option<(&SmolStr, &SmolStr)> {
        match self.keys.as_slice() {
            [first, .., last] => Some((first, last)),
            _ => None,
        }
    }

    pub fn is_person(&self) -> bool {
        self.kind == ActorKind::Person
    }
}
