//! The blocks of which everything that is known is what it was in the version before. It finds nothing out about a block.

use std::sync::Arc;

use crate::analysis::change::Change;
use crate::analysis::{Event, Mention, Quotation, Time};
use crate::markup::BlockId;

/// The facts of a draft that others are made from.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Basis<'a> {
    /// Quotations, in the order of the text.
    pub quotations: &'a [Arc<Quotation>],
    /// Times, in the order of the text.
    pub times: &'a [Time],
}

impl<'a> Basis<'a> {
    /// These facts.
    pub fn of(quotations: &'a [Arc<Quotation>], times: &'a [Time]) -> Self {
        Self { quotations, times }
    }
}

/// The blocks that are what they were, under the same number, and have the mentions that they had, of the same actors.
#[derive(Debug, Default)]
pub struct SameMentions(Vec<bool>);

impl SameMentions {
    /// Compares two versions. Linear.
    pub(in crate::analysis) fn of(blocks: usize, change: &Change, was: &[Mention], is: &[Mention]) -> Self {
        let mut mentions = SideBySide::new(was, is, |mention| mention.place.block);
        let same = (0..blocks)
            .map(BlockId)
            .map(|id| mentions.next_by(id, are_same) && change.stays(id));
        Self(same.collect())
    }

    /// Whether a block is one of them.
    pub(in crate::analysis) fn has(&self, id: BlockId) -> bool {
        id.of(&self.0) == Some(&true)
    }
}

/// Whether two mentions are the same. A reason that two versions share is not read.
fn are_same(was: &Mention, is: &Mention) -> bool {
    let Mention {
        place,
        kind,
        form,
        actor,
        could_be,
        reading,
        confidence,
        because,
    } = was;
    let is_same_reason = || std::ptr::eq(because.as_str(), is.because.as_str()) || *because == is.because;
    (place, kind, form, actor, reading) == (&is.place, &is.kind, &is.form, &is.actor, &is.reading)
        && confidence.to_bits() == is.confidence.to_bits()
        && *could_be == is.could_be
        && is_same_reason()
}

/// The blocks of which everything that is known is what it was, under the same number: the block itself, its mentions, its
/// quotations, its times and its events.
#[derive(Clone, Debug, Default)]
pub struct SameBlocks(Vec<bool>);

impl SameBlocks {
    /// Compares two versions. Linear.
    pub(in crate::analysis) fn of(mentions: &SameMentions, was: Basis<'_>, is: Basis<'_>) -> Self {
        let mut quotations = SideBySide::new(was.quotations, is.quotations, |quotation| quotation.place.block);
        let mut times = SideBySide::new(was.times, is.times, |time| time.place.block);
        let same = BlockId::number(&mentions.0).map(|(id, has_same_mentions)| {
            let is_same = |was: &Arc<Quotation>, is: &Arc<Quotation>| Arc::ptr_eq(was, is) || was == is;
            let same = [*has_same_mentions, quotations.next_by(id, is_same), times.next(id)];
            same.iter().all(|same| *same)
        });
        Self(same.collect())
    }

    /// Of these blocks those whose events are the same values, too. Linear.
    pub(in crate::analysis) fn with_events(mut self, was: &[Arc<Event>], is: &[Arc<Event>]) -> Self {
        let mut events = SideBySide::new(was, is, |event| event.trigger.block);
        for (id, same) in BlockId::number(&mut self.0) {
            *same &= events.next_by(id, Arc::ptr_eq);
        }
        self
    }

    /// Whether nothing new is known of a block.
    #[must_use]
    pub fn has(&self, id: BlockId) -> bool {
        id.of(&self.0) == Some(&true)
    }

    /// Of how many of a draft's blocks something is new.
    #[must_use]
    pub fn changed(&self, blocks: usize) -> usize {
        blocks - self.0.iter().filter(|same| **same).count()
    }
}

/// Two lists in the order of the text, walked together from block to block.
struct SideBySide<'a, T, F> {
    was: &'a [T],
    is: &'a [T],
    block_of: F,
}

impl<'a, T, F: Fn(&T) -> BlockId> SideBySide<'a, T, F> {
    fn new(was: &'a [T], is: &'a [T], block_of: F) -> Self {
        Self { was, is, block_of }
    }

    /// Whether the next block, which is this one, has the same in both.
    fn next(&mut self, id: BlockId) -> bool
    where
        T: PartialEq,
    {
        self.next_by(id, T::eq)
    }

    /// The same, where `is_same` says which two are the same.
    fn next_by(&mut self, id: BlockId, is_same: impl Fn(&T, &T) -> bool) -> bool {
        let of_block = |list: &'a [T]| {
            let end = list.iter().take_while(|one| (self.block_of)(one) <= id).count();
            list.split_at_checked(end).unwrap_or((list, &[]))
        };
        let ((was, rest_was), (is, rest_is)) = (of_block(self.was), of_block(self.is));
        (self.was, self.is) = (rest_was, rest_is);
        was.len() == is.len() && was.iter().zip(is).all(|(was, is)| is_same(was, is))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_with_one_more_is_another() {
        let was = [(0, 'a'), (2, 'b'), (3, 'c')];
        let is = [(0, 'a'), (1, 'x'), (2, 'b'), (3, 'd')];
        let mut lists = SideBySide::new(&was, &is, |one: &(usize, char)| BlockId(one.0));
        let same: Vec<bool> = (0..5).map(BlockId).map(|id| lists.next(id)).collect();
        assert_eq!(same, [true, false, true, false, true]);
    }
}
