//! Which words of a draft are its own: those outside quotation marks, interviews and headings. It judges no word.

use crate::analysis::{Marked, Place};
use crate::markup::{Block, BlockId};
use crate::rules::Context;
use crate::rules::context::Paragraph;
use crate::rules::shared::speech;

/// Which words of a draft are its own.
pub struct OwnWords {
    marked: Marked,
    /// The block from which on the draft asks and answers.
    dialog: Option<BlockId>,
    /// Whether somebody says “I” there: then the answers are not the writer's.
    is_spoken: bool,
}

impl OwnWords {
    /// The own words of a draft. Linear in its quotations and blocks.
    pub fn of(context: &Context<'_>) -> Self {
        let marked = Marked::of(&context.facts.quotations);
        let dialog = speech::begins(context);
        let is_spoken = dialog.is_some_and(|first| {
            let paragraphs = context.body().filter(|paragraph| paragraph.id >= first);
            paragraphs.into_iter().any(|paragraph| says_i(paragraph, &marked))
        });
        Self {
            marked,
            dialog,
            is_spoken,
        }
    }

    /// Whether a place is running text of the draft's own.
    pub fn hold(&self, context: &Context<'_>, place: Place) -> bool {
        let in_running_text = |block: &Block| block.kind.is_body() && !is_question_or_answer(&block.text);
        context.block(place).is_some_and(in_running_text)
            && !self.are_quoted(context, place)
            && !(self.is_spoken && self.may_be_spoken(context, place))
    }

    /// Whether some of a place is between quotation marks, or in a block quote.
    pub fn are_quoted(&self, context: &Context<'_>, place: Place) -> bool {
        context.block(place).is_some_and(|block| block.in_quote) || self.marked.overlaps(place)
    }

    /// Whether some of a place is quoted, or may be an answer in an interview or a line of a transcript.
    pub fn may_be_spoken(&self, context: &Context<'_>, place: Place) -> bool {
        self.dialog.is_some_and(|first| place.block >= first) || self.are_quoted(context, place)
    }
}

/// Whether somebody says “I” in a paragraph, outside quotation marks.
fn says_i(paragraph: Paragraph<'_>, marked: &Marked) -> bool {
    let words = &paragraph.facts.language.words;
    let mut is = words.iter().filter(|word| word.span.of(&paragraph.block.text) == "I");
    is.any(|word| !marked.overlaps(Place::new(paragraph.id, word.span)))
}

/// Whether a block is a question or an answer of a transcript: “Q: …”, “A: …”.
fn is_question_or_answer(text: &str) -> bool {
    ["Q:", "A:", "Q. "].iter().any(|label| text.starts_with(label))
}

/// The word right before `at`, in lowercase, and whether the sentence begins there; empty at the start of a text.
pub fn word_before(text: &str, at: usize) -> String {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(']);
    before
        .rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .next()
        .unwrap_or("")
        .to_lowercase()
}

/// Whether there is nothing but an opening mark between `at` and the start of its sentence.
pub fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(', '‘']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '”', '–', '—', '-', '*', '•'])
}

/// Whether the draft also has a word in lowercase: a headline capitalizes words that are not names.
pub fn is_written_small(context: &Context<'_>, word: &str) -> bool {
    let small = word.to_lowercase();
    let has = |text: &str| {
        text.split(|letter: char| !letter.is_alphanumeric())
            .any(|known| known == small)
    };
    !word.contains(char::is_whitespace) && context.markup.blocks.iter().any(|block| has(&block.text))
}
