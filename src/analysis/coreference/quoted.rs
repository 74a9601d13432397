//! Which mentions are in somebody's quoted words, and which are the speakers of quotations. It attributes nothing.

use crate::analysis::actors::LocalMention;
use crate::analysis::coreference::lookup::{ByBlock, Heads, head_of};
use crate::analysis::{Mention, MentionId, Place, Quotation, QuotationKind};
use crate::markup::BlockId;
use crate::text::Span;
use std::cell::RefCell;
use std::sync::Arc;

/// What the quotations say about the mentions.
pub(super) struct Quoted<'a> {
    locals: &'a [(BlockId, &'a LocalMention)],
    /// The quotations, in the order of the text.
    pub said: Vec<Said>,
    /// For each mention whether and how it speaks.
    speaks: Vec<Speaks>,
    /// For the mentions of each block that was asked for the quotation whose marks they are in.
    around: RefCell<Vec<Option<MarkedAround>>>,
}

/// Whether and how a mention speaks.
#[derive(Clone, Copy, Debug, Default)]
struct Speaks {
    /// It is the speaker of a quotation.
    is_speaker: bool,
    /// It is the speaker of words in marks.
    in_marks: bool,
    /// It goes on with what was quoted before.
    goes_on: bool,
}

/// A quotation, as far as it says something about mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub place: Place,
    /// Whether the words are in marks.
    is_marked: bool,
    /// The mention that is the speaker.
    pub speaker: Option<MentionId>,
    /// Whether the speaker goes on with what was quoted before.
    goes_on: bool,
}

/// The mentions of one block: the first of them, and for each the innermost quotation whose marks it is in.
#[derive(Debug)]
struct MarkedAround {
    first: usize,
    quotations: Vec<Option<usize>>,
}

impl Said {
    /// Whether it is the same in another version, but for its block and its speaker.
    pub fn is_as(&self, other: &Self) -> bool {
        self.place.span == other.place.span && self.is_marked == other.is_marked && self.goes_on == other.goes_on
    }
}

impl<'a> Quoted<'a> {
    /// Relates `mentions`, with what the blocks show of them, and `quotations`, all in the order of the text. `heads` are those that are known, and those that
    /// were not known are added.
    pub fn of(
        mentions: &[Mention],
        locals: &'a [(BlockId, &'a LocalMention)],
        quotations: &[Arc<Quotation>],
        heads: &mut Heads,
    ) -> Self {
        let mut speaks = vec![Speaks::default(); mentions.len()];
        let by_block = ByBlock::of(mentions);
        let said = quotations.iter().map(|quotation| {
            let speaker = quotation.speaker.as_ref();
            let head = speaker.map(|speaker| head_of(speaker, heads));
            let cue = quotation.cue.as_ref().map_or("", |cue| cue.lemma.as_str());
            let is_marked = matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed);
            let said = Said {
                place: quotation.place,
                is_marked,
                speaker: head.and_then(|head| by_block.id_at(head)),
                goes_on: is_marked && matches!(cue, "add" | "continue" | "go"),
            };
            if let Some(speaks) = said.speaker.and_then(|id| speaks.get_mut(id.0)) {
                speaks.is_speaker = true;
                speaks.in_marks |= said.is_marked;
                speaks.goes_on |= said.goes_on;
            }
            said
        });
        let blocks = locals.last().map_or(0, |(last, _)| last.0 + 1);
        Self {
            said: said.collect(),
            locals,
            speaks,
            around: RefCell::new((0..blocks).map(|_| None).collect()),
        }
    }

    /// The innermost quotation whose marks a mention is in.
    pub fn quotation_around(&self, id: MentionId) -> Option<usize> {
        let (block, _) = *self.locals.get(id.0)?;
        let mut known = self.around.borrow_mut();
        let around = known.get_mut(block.0)?.get_or_insert_with(|| self.around_in(block));
        around
            .quotations
            .get(id.0.checked_sub(around.first)?)
            .copied()
            .flatten()
    }

    /// The speaker of that quotation.
    pub fn speaker_around(&self, id: MentionId) -> Option<MentionId> {
        self.said.get(self.quotation_around(id)?)?.speaker
    }

    /// Whether a mention is the speaker of a quotation.
    pub fn is_speaker(&self, id: MentionId) -> bool {
        self.speaks.get(id.0).is_some_and(|speaks| speaks.is_speaker)
    }

    /// Whether a mention is the speaker of words in marks.
    pub fn speaks_in_marks(&self, id: MentionId) -> bool {
        self.speaks.get(id.0).is_some_and(|speaks| speaks.in_marks)
    }

    /// Whether a mention is a speaker who goes on with what was quoted before: “…,” he added.
    pub fn goes_on(&self, id: MentionId) -> bool {
        self.speaks.get(id.0).is_some_and(|speaks| speaks.goes_on)
    }

    /// For each mention of a block the innermost quotation whose marks it is in. One walk over both.
    fn around_in(&self, block: BlockId) -> MarkedAround {
        let first = self.locals.partition_point(|(of, _)| *of < block);
        let rest = self.locals.get(first..).unwrap_or_default();
        let locals = rest.iter().take_while(|(of, _)| *of == block);
        let mut next = self.said.partition_point(|said| said.place.block < block);
        let of_block = |index: usize| self.said.get(index).filter(|said| said.place.block == block);
        // The marked quotations that are open at the mention, outer ones first: as many as are nested, which is few.
        let mut open: Vec<(usize, Span)> = Vec::new();
        let mut quotations = Vec::with_capacity(locals.clone().count());
        for (_, local) in locals {
            let span = local.span;
            while let Some(said) = of_block(next).filter(|said| said.place.span.start <= span.start) {
                if said.is_marked {
                    open.push((next, said.place.span));
                }
                next += 1;
            }
            open.retain(|(_, quoted)| quoted.end > span.start);
            let innermost = open.iter().rev().find(|(_, quoted)| quoted.covers(span));
            quotations.push(innermost.map(|(index, _)| *index));
        }
        MarkedAround { first, quotations }
    }
}
