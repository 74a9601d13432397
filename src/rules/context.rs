//! What a rule looks at, and the questions that rules ask of it. It changes nothing and finds no facts.

use std::sync::Arc;

use crate::analysis::register::Register;
use crate::analysis::{BlockFacts, Facts, Place};
use crate::markup::{Block, BlockId, BlockKind, Markup};
use crate::rules::option::{AnyOption, OptionType, OptionValues, RuleOption};
use crate::rules::shared::written::Written;
use crate::rules::suppression::Suppression;
use crate::text::Span;

/// What the rules are run on: a draft with its facts.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The draft's source text.
    pub source: &'a str,
    /// Its blocks.
    pub markup: &'a Markup,
    /// The facts of each block.
    pub blocks: &'a [Arc<BlockFacts>],
    /// The facts of the draft.
    pub facts: &'a Facts,
    /// The newsroom's actor file.
    pub register: Option<&'a Register>,
}

/// What one rule looks at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The draft's source text.
    pub source: &'a str,
    /// Its blocks.
    pub markup: &'a Markup,
    /// The facts of each block.
    pub blocks: &'a [Arc<BlockFacts>],
    /// The facts of the draft.
    pub facts: &'a Facts,
    /// The newsroom's actor file.
    pub register: Option<&'a Register>,
    /// The names of the draft as they are written, in the order of the text: made once for all rules on names.
    pub names: &'a [Written<'a>],
    /// What comments of the draft turn off. It is known to the rules about such comments, which run last.
    pub suppressions: &'a [Suppression],
    options: &'static [&'static dyn AnyOption],
    values: Option<&'a OptionValues>,
}

/// A block with its number and its facts.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// Its number in the draft.
    pub id: BlockId,
    /// Its kind and its text.
    pub block: &'a Block,
    /// What is known about it.
    pub facts: &'a BlockFacts,
}

impl Paragraph<'_> {
    /// All of it.
    pub fn place(&self) -> Place {
        Place::whole(self.id, self.block)
    }
}

impl<'a> Context<'a> {
    /// The context of a rule that has these options, of which these are set.
    pub(in crate::rules) fn new(
        input: Input<'a>,
        options: &'static [&'static dyn AnyOption],
        values: Option<&'a OptionValues>,
    ) -> Self {
        Self {
            source: input.source,
            markup: input.markup,
            blocks: input.blocks,
            facts: input.facts,
            register: input.register,
            names: &[],
            suppressions: &[],
            options,
            values,
        }
    }

    /// The value of an option. Only for options that the rule lists in its metadata.
    pub fn option<T: OptionType>(&self, option: &RuleOption<T>) -> T::Read<'a> {
        debug_assert!(
            self.options.iter().any(|listed| listed.name() == option.name),
            "“{}” is read but not listed in the rule's options",
            option.name
        );
        option
            .default
            .read(self.values.and_then(|values| values.get(option.name)))
    }

    /// All blocks of the draft, headings and captions included, in order.
    pub fn paragraphs(&self) -> impl Iterator<Item = Paragraph<'a>> + use<'a> {
        let facts = self.blocks.iter().map(Arc::as_ref);
        let blocks = self.markup.blocks.iter().zip(facts);
        BlockId::number(blocks).map(|(id, (block, facts))| Paragraph { id, block, facts })
    }

    /// The running text: paragraphs and items of lists, in order. No headings, captions, tables or furniture.
    pub fn body(&self) -> impl Iterator<Item = Paragraph<'a>> + use<'a> {
        self.paragraphs().filter(|paragraph| paragraph.block.kind.is_body())
    }

    /// The first paragraph of the running text, if it is the draft's own: not a heading, a list item or a block quote.
    pub fn lead(&self) -> Option<Paragraph<'a>> {
        let first = self.body().next()?;
        (first.block.kind == BlockKind::Paragraph && !first.block.in_quote).then_some(first)
    }

    /// How many words a place has, as a copy editor counts them: whatever is between spaces and has a letter or a
    /// figure in it. The dateline (“BRANDVIK, May 7 (NPA) -”) is not counted.
    pub fn word_count(&self, place: Place) -> usize {
        let dateline = place.block.of(self.blocks).and_then(|facts| facts.dateline);
        let start = dateline.map_or(place.span.start, |dateline| place.span.start.max(dateline.span.end));
        let counted = Span::new(start.min(place.span.end), place.span.end);
        let words = self.text(Place::new(place.block, counted)).split_whitespace();
        words.filter(|word| word.contains(char::is_alphanumeric)).count()
    }

    /// The sentences that begin in a place, in order.
    pub fn sentences(&self, place: Place) -> impl Iterator<Item = Place> + use<'a> {
        let facts = place.block.of(self.blocks);
        let sentences = facts.map_or(&[][..], |facts| &facts.language.sentences);
        let starts = sentences
            .iter()
            .filter(move |sentence| place.span.contains(sentence.span.start));
        starts.map(move |sentence| Place::new(place.block, sentence.span))
    }

    /// The paragraph that a place is in.
    pub fn paragraph(&self, place: Place) -> Option<Paragraph<'a>> {
        Some(Paragraph {
            id: place.block,
            block: self.block(place)?,
            facts: place.block.of(self.blocks)?,
        })
    }

    /// The block that a place is in.
    pub fn block(&self, place: Place) -> Option<&'a Block> {
        place.block.of(&self.markup.blocks)
    }

    /// The decoded text of a place.
    pub fn text(&self, place: Place) -> &'a str {
        self.markup.text_of(place)
    }

    /// The decoded text of the block that a place is in.
    pub fn text_around(&self, place: Place) -> &'a str {
        self.block(place).map_or("", |block| block.text.as_str())
    }

    /// The text of its block before a place.
    pub fn text_before(&self, place: Place) -> &'a str {
        self.text_around(place).get(..place.span.start).unwrap_or("")
    }

    /// The text of its block after a place.
    pub fn text_after(&self, place: Place) -> &'a str {
        self.text_around(place).get(place.span.end..).unwrap_or("")
    }

    /// Where a place is in the source.
    pub fn source_span(&self, place: Place) -> Span {
        self.markup.source_span(place)
    }

    /// The place of a stretch of the source: all of its block if it begins or ends in markup.
    pub fn place_of(&self, source: Span) -> Option<Place> {
        let blocks = &self.markup.blocks;
        let index = blocks.partition_point(|block| block.span.end <= source.start);
        let block = blocks.get(index).filter(|block| block.span.start <= source.start)?;
        let ends = block.map.to_decoded(source.start).zip(block.map.to_decoded(source.end));
        Some(match ends.filter(|(start, end)| start <= end) {
            Some((start, end)) => Place::new(BlockId(index), Span::new(start, end)),
            None => Place::whole(BlockId(index), block),
        })
    }

    /// The line break that the draft uses.
    pub fn line_break(&self) -> &'static str {
        if self.source.contains("\r\n") { "\r\n" } else { "\n" }
    }
}
