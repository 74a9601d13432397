//! Where the mentions of the last version are in this one, and of which blocks something is said that was not said before. It
//! compares no words.

use std::ops::Range;

use crate::analysis::change::Change;
use crate::analysis::coreference::quoted::Said;
use crate::analysis::{ActorId, MentionId};
use crate::markup::BlockId;

/// Which mentions were replaced by which.
pub(super) struct Moved<'a> {
    /// The mentions that were replaced.
    pub was: Range<usize>,
    /// The mentions in their place.
    pub is: Range<usize>,
    blocks: (&'a [BlockId], &'a [BlockId]),
    change: &'a Change,
}

impl<'a> Moved<'a> {
    /// The mentions of the blocks that changed; `was` and `is` are the blocks of the mentions.
    pub fn new(was: &'a [BlockId], is: &'a [BlockId], change: &'a Change) -> Self {
        let of = |blocks: &[BlockId], changed: &Range<usize>| {
            let before = |end: usize| blocks.partition_point(|block| block.0 < end);
            before(changed.start)..before(changed.end)
        };
        Self {
            was: of(was, &change.was),
            is: of(is, &change.is),
            blocks: (was, is),
            change,
        }
    }

    /// The mention that one of the last version is now.
    fn mention(&self, was: MentionId) -> Option<MentionId> {
        if was.0 < self.was.start {
            Some(was)
        } else {
            Some(MentionId(was.0.checked_sub(self.was.end)? + self.is.end))
        }
    }

    /// The block that one of the last version is now.
    fn block(&self, was: BlockId) -> Option<BlockId> {
        if was.0 < self.change.was.start {
            Some(was)
        } else {
            Some(BlockId(was.0.checked_sub(self.change.was.end)? + self.change.is.end))
        }
    }

    /// For each block whether its mentions are quoted, speak, or are named otherwise than before; `by_name` and `said` are what
    /// was known of names and quotations, and what is.
    pub fn touched(
        &self,
        (by_name_was, said_was): (&[Option<ActorId>], &[Said]),
        by_name: &[Option<ActorId>],
        said: &[Said],
    ) -> Vec<bool> {
        let blocks = self.blocks.1.last().map_or(0, |last| last.0 + 1);
        let mut touched = vec![false; blocks.max(said.last().map_or(0, |said| said.place.block.0 + 1))];
        let mut touch = |block: BlockId| {
            if let Some(slot) = touched.get_mut(block.0) {
                *slot = true;
            }
        };
        // With nearly every key all names outside the change are what they were.
        let are_named_alike = by_name_was.get(..self.was.start) == by_name.get(..self.was.start)
            && by_name_was.get(self.was.end..) == by_name.get(self.is.end..);
        let names = by_name_was.iter().zip(self.blocks.0).enumerate();
        for (at, (was, block)) in names.filter(|_| !are_named_alike) {
            let now = self.mention(MentionId(at));
            if now.is_some_and(|now| by_name.get(now.0) != Some(was))
                && let Some(block) = self.block(*block)
            {
                touch(block);
            }
        }
        let block_of = |mention: MentionId| self.blocks.1.get(mention.0).copied();
        // Whoever speaks in a block that changed may be in another.
        let gone = said_was.iter().filter(|said| self.block(said.place.block).is_none());
        let spoke = gone.filter_map(|said| self.mention(said.speaker?));
        let fresh = said.iter().filter(|said| self.change.is.contains(&said.place.block.0));
        let speak = fresh.filter_map(|said| said.speaker);
        spoke.chain(speak).filter_map(block_of).for_each(&mut touch);
        self.touch_quoted(said_was, said, &mut touch);
        touched
    }

    /// Touches the blocks that stay whose quotations are others, and the blocks of their speakers.
    fn touch_quoted(&self, said_was: &[Said], said: &[Said], mut touch: impl FnMut(BlockId)) {
        let block_of = |mention: MentionId| self.blocks.1.get(mention.0).copied();
        let (mut old, mut new) = (said_was.iter().peekable(), said.iter().peekable());
        // Both lists are in the order of the text, and so are the blocks that stay.
        loop {
            let is_gone = |said: &&Said| self.block(said.place.block).is_none();
            while old.next_if(|said| is_gone(said)).is_some() {}
            while new
                .next_if(|said| self.change.is.contains(&said.place.block.0))
                .is_some()
            {}
            let (one, other) = (old.peek(), new.peek());
            let was = one.and_then(|said| Some((self.block(said.place.block)?, *said)));
            match (was, other) {
                (None, None) => break,
                (Some((block, was)), Some(is)) if block == is.place.block => {
                    let speaker = was.speaker.map(|speaker| self.mention(speaker));
                    if !was.is_as(is) || speaker != is.speaker.map(Some) {
                        touch(block);
                        speaker.flatten().and_then(block_of).into_iter().for_each(&mut touch);
                        is.speaker.and_then(block_of).into_iter().for_each(&mut touch);
                    }
                    old.next();
                    new.next();
                }
                (Some((block, was)), is) if is.is_none_or(|is| block < is.place.block) => {
                    touch(block);
                    let speaker = was.speaker.and_then(|speaker| self.mention(speaker));
                    speaker.and_then(block_of).into_iter().for_each(&mut touch);
                    old.next();
                }
                (_, Some(is)) => {
                    touch(is.place.block);
                    is.speaker.and_then(block_of).into_iter().for_each(&mut touch);
                    new.next();
                }
                (Some(_), None) => break,
            }
        }
    }
}
