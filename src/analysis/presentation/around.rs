//! A quotation with what is around it in its block. It decides nothing.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::language::Word;
use crate::markup::{Block, Markup, Place};
use crate::text::Span;

/// A quotation with the block it is in.
#[derive(Clone, Copy, Debug)]
pub struct InBlock<'a> {
    /// Where the quotation is, marks included.
    pub place: Place,
    /// Its block.
    pub block: &'a Block,
    /// What is known about the block.
    pub facts: &'a BlockFacts,
}

impl<'a> InBlock<'a> {
    /// What is around a place; `None` if the draft has no such block.
    #[must_use]
    pub fn of(place: Place, markup: &'a Markup, blocks: &'a [Arc<BlockFacts>]) -> Option<Self> {
        Some(Self {
            place,
            block: place.block.of(&markup.blocks)?,
            facts: place.block.of(blocks)?,
        })
    }

    /// The quotation itself.
    #[must_use]
    pub fn quoted(&self) -> &'a str {
        self.place.span.of(&self.block.text)
    }

    /// The text of the block before the quotation.
    #[must_use]
    pub fn before(&self) -> &'a str {
        self.block.text.get(..self.place.span.start).unwrap_or("")
    }

    /// The text of the block after the quotation.
    #[must_use]
    pub fn after(&self) -> &'a str {
        self.block.text.get(self.place.span.end..).unwrap_or("")
    }

    /// The words of the block after the quotation.
    #[must_use]
    pub fn words_after(&self) -> &'a [Word] {
        let words = &self.facts.language.words;
        let first = words.partition_point(|word| word.span.start < self.place.span.end);
        words.get(first..).unwrap_or(&[])
    }

    /// The sentence that the quotation is in, or the sentences that it spans.
    #[must_use]
    pub fn sentence(&self) -> Span {
        let language = &self.facts.language;
        let sentence = |offset: usize| {
            let sentence = language.sentences.get(language.sentence_at(offset)?);
            sentence.map(|sentence| sentence.span)
        };
        let span = self.place.span;
        let ends = [sentence(span.start), sentence(span.end.saturating_sub(1))];
        ends.into_iter().flatten().fold(span, Span::join)
    }
}
