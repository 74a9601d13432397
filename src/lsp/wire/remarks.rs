//! What is said of odd messages in the editor's log, each kind once: a client that is odd is odd with every key.

use std::collections::BTreeSet;

/// Kinds of odd messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Odd {
    /// The stream holds something besides messages.
    Garbage,
    /// A message is too long to be read.
    TooLong,
    /// The client says of itself what cannot be read.
    Initialize,
    /// A name of a draft is no URI.
    Uri,
    /// A version is no number that fits.
    Version,
    /// A draft or an edit cannot be read.
    Notification,
}

/// Says each thing once.
pub struct Remarks {
    said: BTreeSet<Odd>,
    say: Box<dyn FnMut(String) + Send>,
}

impl Remarks {
    /// Remarks that are made by `say`.
    pub fn new(say: impl FnMut(String) + Send + 'static) -> Self {
        Self {
            said: BTreeSet::new(),
            say: Box::new(say),
        }
    }

    /// Says something about a kind of message, unless something was said of this kind before.
    pub fn say(&mut self, kind: Odd, text: impl FnOnce() -> String) {
        if self.said.insert(kind) {
            (self.say)(text());
        }
    }
}
