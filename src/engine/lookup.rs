//! The short lookups that the answers of the engine share: which block an offset is in, which actor an id names. They are
//! for the engine alone; what front ends ask is in `snapshot.rs`.

use crate::analysis::{Actor, ActorId, Mention, MentionForm, Place, QuotationKind};
use crate::engine::types::Snapshot;
use crate::markup::BlockId;
use crate::text::Span;

impl Snapshot {
    /// The block and decoded offset at a byte offset of the source; `None` between blocks and on markup.
    pub(super) fn locate(&self, offset: usize) -> Option<(BlockId, usize)> {
        let next = BlockId(self.markup.blocks.partition_point(|block| block.span.end < offset));
        let block = next.of(&self.markup.blocks)?;
        Some((next, block.map.to_decoded(offset)?))
    }

    /// The actor with this id.
    pub(super) fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.facts.actor(id)
    }

    /// The fullest name of whoever the words at `place` refer to; the words themselves if that is not known.
    pub(super) fn full_name(&self, actor: Option<ActorId>, place: Place) -> &str {
        actor
            .and_then(|id| self.actor(id))
            .map_or_else(|| self.text_of(place), |actor| actor.name.as_str())
    }

    /// The mentions of an actor, in the order of the text.
    pub(super) fn mentions_of<'a>(&'a self, actor: &'a Actor) -> impl Iterator<Item = &'a Mention> {
        self.facts.mentions_of(actor)
    }

    /// The mentions of an actor that are names.
    pub(super) fn named_mentions_of<'a>(&'a self, actor: &'a Actor) -> impl Iterator<Item = &'a Mention> {
        self.mentions_of(actor)
            .filter(|mention| mention.form == MentionForm::Named)
    }

    /// The first mention that gives the full name; where none does, the first name, else the first mention.
    pub(super) fn full_mention<'a>(&'a self, actor: &'a Actor) -> Option<&'a Mention> {
        self.named_mentions_of(actor)
            .find(|mention| same_words(self.text_of(mention.place), &actor.name))
            .or_else(|| self.named_mentions_of(actor).next())
            .or_else(|| self.mentions_of(actor).next())
    }

    /// Whether a place is between the marks of a quotation: its words are then somebody's own.
    pub(super) fn is_quoted(&self, place: Place) -> bool {
        in_block(&self.facts.quotations, place.block, |quotation| quotation.place).any(|quotation| {
            matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed) && quotation.place.covers(place)
        })
    }
}

/// The facts of one block, out of all of a draft in the order of the text.
pub(super) fn in_block<'a, T>(
    facts: &'a [T],
    block: BlockId,
    place: impl Fn(&T) -> Place + Copy + 'a,
) -> impl Iterator<Item = &'a T> {
    let from = facts.partition_point(|fact| place(fact).block < block);
    let facts = facts.get(from..).unwrap_or(&[]);
    facts.iter().take_while(move |fact| place(fact).block == block)
}

/// Stretches in order, those that overlap as one.
pub(super) fn merged(mut stretches: Vec<Span>) -> Vec<Span> {
    stretches.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match merged.last_mut().filter(|last| last.overlaps(stretch)) {
            Some(last) => *last = last.join(stretch),
            None => merged.push(stretch),
        }
    }
    merged
}

/// Whether a stretch overlaps one of these, which are in order and apart. Logarithmic.
pub(super) fn overlaps_any(stretches: &[Span], span: Span) -> bool {
    let next = stretches.partition_point(|stretch| stretch.end <= span.start);
    stretches.get(next).is_some_and(|stretch| stretch.overlaps(span))
}

/// A text on one line, with one space between its words.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two texts have the same words, whatever white space is between them.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
