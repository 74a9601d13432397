//! What an interview or a transcript is made of, as plain data. No decisions.

use crate::markup::{BlockId, Place};
use crate::text::Span;

/// What one block looks like as a line of a conversation, by its words alone. Nothing says yet that there is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turn {
    /// The label at its head: "Ana Lund:", "Q.".
    pub label: Option<TurnLabel>,
    /// The question that the block is, from its beginning on.
    pub question: Option<TurnQuestion>,
    /// Whether the label can be nothing but that of a question, an answer or a speaker: "Q: …", "WEIL: …".
    pub is_dialogue: bool,
}

/// A label with the words after it.
#[derive(Clone, Debug, PartialEq)]
pub struct TurnLabel {
    /// The label, without the mark after it.
    pub name: Span,
    /// The words after the mark.
    pub words: Span,
    /// Whether it is "Q" or "A", in full or as a letter.
    pub is_letter: bool,
}

/// A block that is a question.
#[derive(Clone, Debug, PartialEq)]
pub struct TurnQuestion {
    /// Where the question ends, after its mark.
    pub end: usize,
    /// Whether somebody signs it: "Why now? — Ana Lund, Ostby".
    pub is_signed: bool,
    /// Whether there are quotation marks in it.
    pub has_marks: bool,
}

/// A paragraph that somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spoken {
    /// Its words, without a label.
    pub words: Place,
    /// Who speaks, if the draft names one person.
    pub speaker: Option<Place>,
}

/// The interview or the transcript that a draft is or holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interview {
    /// The paragraphs that are spoken, in order.
    pub spoken: Vec<Spoken>,
    /// The block from which on words may be somebody's answers, although not every sign of an interview is there.
    pub may_begin: Option<BlockId>,
    /// Whether somebody says "I" from there on, outside quotation marks: then the answers are not the writer's.
    pub says_i: bool,
    /// The block from which on words are answers, as "I" or, in several paragraphs, "we" shows; answers are nobody's report.
    pub answers: Option<BlockId>,
    /// The paragraphs that may be somebody's words although nothing of the above says so, in order.
    pub perhaps_spoken: Vec<BlockId>,
}

impl Interview {
    /// What is spoken in a block, if it is known to be.
    #[must_use]
    pub fn spoken_in(&self, block: BlockId) -> Option<&Spoken> {
        let at = self
            .spoken
            .binary_search_by_key(&block, |spoken| spoken.words.block)
            .ok()?;
        self.spoken.get(at)
    }

    /// Whether a block is one of those that may be somebody's words. Logarithmic.
    #[must_use]
    pub fn perhaps_speaks(&self, block: BlockId) -> bool {
        self.perhaps_spoken.binary_search(&block).is_ok()
    }

    /// Whether a block may be an answer or a line of a transcript.
    #[must_use]
    pub fn may_hold(&self, block: BlockId) -> bool {
        self.may_begin.is_some_and(|first| block >= first)
    }
}
