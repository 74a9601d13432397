//! What a rule looks at, and the questions that rules ask of it. It changes nothing and finds no facts.

use std::sync::Arc;

use crate::analysis::register::Register;
use crate::analysis::{BlockFacts, CalendarFlag, Facts, List, Mention, Place, Quotation, SameBlocks, Time};
use crate::markup::{Block, BlockId, BlockKind, Markup};
use crate::rules::kept::Known;
use crate::rules::option::{AnyOption, OptionType, OptionValues, RuleOption};
use crate::rules::shared::written::Written;
use crate::rules::suppression::Suppression;
use crate::rules::terms::Terms;
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
    /// What is known to be as it was.
    pub since: Option<Since<'a>>,
}

/// The blocks of which nothing new is known since another version of the draft.
#[derive(Clone, Copy, Debug)]
pub struct Since<'a> {
    /// The mentions of that version, by which it is recognized.
    pub mentions: &'a List<Mention>,
    /// The blocks.
    pub same: &'a SameBlocks,
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
    /// The newsroom's own list of words.
    pub terms: Option<&'a Terms>,
    /// What is known before rules on drafts run; only for them.
    pub(in crate::rules) known: Option<&'a Known<'a>>,
    /// The blocks that the rule looks at: all of them, or one.
    window: Window,
    options: &'static [&'static dyn AnyOption],
    values: Option<&'a OptionValues>,
}

/// The blocks that a rule looks at.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct Window {
    first: BlockId,
    after: BlockId,
}

impl Window {
    /// All blocks.
    pub fn all(input: &Input<'_>) -> Self {
        Self {
            first: BlockId(0),
            after: BlockId(input.markup.blocks.len()),
        }
    }

    /// One block.
    pub fn one(block: BlockId) -> Self {
        Self {
            first: block,
            after: block.next(),
        }
    }

    /// The entries of a list in the order of the text that are in it. Logarithmic.
    fn of<T>(self, list: &[T], place: impl Fn(&T) -> Place) -> &[T] {
        let first = list.partition_point(|entry| place(entry).block < self.first);
        let after = list.partition_point(|entry| place(entry).block < self.after);
        list.get(first..after).unwrap_or_default()
    }
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
    /// The context of a rule that looks at these blocks and has no options.
    pub(in crate::rules) fn new(input: Input<'a>, window: Window) -> Self {
        Self {
            source: input.source,
            markup: input.markup,
            blocks: input.blocks,
            facts: input.facts,
            register: input.register,
            names: &[],
            suppressions: &[],
            terms: None,
            known: None,
            window,
            options: &[],
            values: None,
        }
    }

    /// The same for rules on drafts, which may use what is known of the blocks.
    pub(in crate::rules) fn of_draft<'b>(self, names: &'b [Written<'b>], known: &'b Known<'b>) -> Context<'b>
    where
        'a: 'b,
    {
        Context {
            names,
            known: Some(known),
            ..self
        }
    }

    /// The same for a rule that has these options, of which these are set.
    pub(in crate::rules) fn of_rule(
        &self,
        options: &'static [&'static dyn AnyOption],
        values: Option<&'a OptionValues>,
    ) -> Self {
        Self {
            options,
            values,
            ..*self
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

    /// What `work` gives, or gave for the last version of the draft, if that was of the same facts: `of` is all that it
    /// depends on, besides the actor file and the rule's options. For work that takes milliseconds in a long draft.
    pub fn remembered<K, V>(&self, rule: &'static str, of: K, work: impl FnOnce(&K) -> V) -> Arc<V>
    where
        K: PartialEq + Send + 'static,
        V: Send + Sync + 'static,
    {
        match self.known {
            Some(known) => known.memo.get(rule, of, work),
            None => Arc::new(work(&of)),
        }
    }

    /// The same for one block: `work` may look at what a rule on blocks may look at, and at the rule's options.
    pub fn remembered_of<V>(&self, rule: &'static str, block: BlockId, work: impl FnOnce() -> V) -> Arc<V>
    where
        V: Send + Sync + 'static,
    {
        match self.known.and_then(|known| block.of(known.blocks)) {
            Some(known) => known.memo.get(rule, work),
            None => Arc::new(work()),
        }
    }

    /// All blocks that the rule looks at, headings and captions included, in order.
    pub fn paragraphs(&self) -> impl Iterator<Item = Paragraph<'a>> + use<'a> {
        let (blocks, facts) = (&self.markup.blocks, self.blocks);
        let ids = (self.window.first.0..self.window.after.0).map(BlockId);
        ids.filter_map(move |id| {
            Some(Paragraph {
                id,
                block: id.of(blocks)?,
                facts: id.of(facts)?,
            })
        })
    }

    /// All blocks after one, in order, whichever the rule looks at.
    pub fn paragraphs_after(&self, block: BlockId) -> impl Iterator<Item = Paragraph<'a>> + use<'a> {
        let (blocks, facts) = (&self.markup.blocks, self.blocks);
        let ids = (block.next().0..blocks.len()).map(BlockId);
        ids.filter_map(move |id| {
            Some(Paragraph {
                id,
                block: id.of(blocks)?,
                facts: id.of(facts)?,
            })
        })
    }

    /// The quotations of the blocks that the rule looks at.
    pub fn quotations(&self) -> &'a [Arc<Quotation>] {
        self.window.of(&self.facts.quotations, |quotation| quotation.place)
    }

    /// The quotations of one block.
    pub fn quotations_in(&self, block: BlockId) -> &'a [Arc<Quotation>] {
        Window::one(block).of(&self.facts.quotations, |quotation| quotation.place)
    }

    /// The mentions in the blocks that the rule looks at.
    pub fn mentions(&self) -> &'a [Mention] {
        self.window.of(&self.facts.mentions, |mention| mention.place)
    }

    /// The mentions in one block.
    pub fn mentions_in(&self, block: BlockId) -> &'a [Mention] {
        Window::one(block).of(&self.facts.mentions, |mention| mention.place)
    }

    /// The time expressions of the blocks that the rule looks at.
    pub fn times(&self) -> &'a [Time] {
        self.window.of(&self.facts.times, |time| time.place)
    }

    /// The dates that contradict the calendar, in the blocks that the rule looks at.
    pub fn flags(&self) -> &'a [CalendarFlag] {
        self.window.of(&self.facts.flags, |flag| flag.place)
    }

    /// The running text that the rule looks at: paragraphs and items of lists, in order. No headings, captions, tables or furniture.
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

    /// The block before one.
    pub fn paragraph_before(&self, block: BlockId) -> Option<Paragraph<'a>> {
        let before = BlockId(block.0.checked_sub(1)?);
        self.paragraph(Place::new(before, Span::default()))
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
