//! A name as it is written in one place of a draft, with its words made comparable. It knows nothing of other places.

use std::borrow::Cow;

use smol_str::SmolStr;

use crate::analysis::actors::LocalMention;
use crate::analysis::register::key;
use crate::analysis::{ActorId, ActorKind, MentionId, Place};
use crate::text::Span;

/// How a name is written in its block: all that does not depend on other blocks.
#[derive(Clone, Debug, Default)]
pub struct Spelled {
    /// Where it is in the text of the block, without a possessive ending.
    pub span: Span,
    /// Its words, in the text of the block.
    pub words: Vec<Span>,
    /// Its words, folded.
    pub keys: Vec<SmolStr>,
    /// Whether it is in somebody's quoted words.
    pub is_quoted: bool,
    /// Whether it is in a paragraph, not in a heading, a caption or a field.
    pub in_running_text: bool,
    /// Whether it is in an item of a list that is no sentence.
    pub in_list: bool,
    /// Whether the words around it make it a place here.
    pub is_place_here: bool,
    /// Whether it is in a note on the story: “Correction, May 3: …”.
    pub in_note: bool,
}

/// A name where it is written.
#[derive(Debug)]
pub struct Written<'a> {
    /// Its number among the names of the draft, those after them that were not read as names included.
    pub number: usize,
    /// Where it is, without a possessive ending.
    pub place: Place,
    /// Its text.
    pub text: &'a str,
    /// How it is written.
    pub spelled: Cow<'a, Spelled>,
    /// What the draft takes it for.
    pub kind: ActorKind,
    /// Who it is.
    pub actor: Option<ActorId>,
    /// Its mention; none if it was not read as a name.
    pub mention: Option<MentionId>,
    /// What its block shows about it.
    pub local: Option<&'a LocalMention>,
}

impl<'a> Written<'a> {
    /// Words that were not read as a name but are one in the actor file.
    pub fn unread(place: Place, text: &'a str, is_quoted: bool) -> Self {
        let spelled = Spelled {
            span: place.span,
            words: vec![place.span],
            keys: text.split_whitespace().map(|word| SmolStr::from(key(word))).collect(),
            is_quoted,
            in_running_text: true,
            ..Spelled::default()
        };
        Written {
            number: 0,
            place,
            text,
            spelled: Cow::Owned(spelled),
            kind: ActorKind::Other,
            actor: None,
            mention: None,
            local: None,
        }
    }

    /// Its words, folded.
    pub fn keys(&self) -> &[SmolStr] {
        &self.spelled.keys
    }

    /// One of its words, with its place.
    pub fn word(&self, at: usize) -> Option<(Place, &'a str)> {
        let span = *self.spelled.words.get(at)?;
        let text = self
            .text
            .get(span.start.checked_sub(self.place.span.start)?..)?
            .get(..span.len())?;
        Some((Place::new(self.place.block, span), text))
    }

    /// The number of its last word.
    pub fn last(&self) -> usize {
        self.spelled.words.len().saturating_sub(1)
    }

    /// The only word of a short name.
    pub fn single(&self) -> Option<&SmolStr> {
        match self.keys() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The first and the last word of a name of several words.
    pub fn full(&self) -> Option<(&SmolStr, &SmolStr)> {
        match self.keys() {
            [first, .., last] => Some((first, last)),
            _ => None,
        }
    }

    pub fn is_person(&self) -> bool {
        self.kind == ActorKind::Person
    }
}
