//! What one check leaves for the next one of the same draft, so that rules on blocks run where something has changed and nowhere
//! else, and rules on drafts do not work out again what they know. Whoever checks a draft again hands it on; no rule keeps it.

mod known;
mod memo;
mod same;

pub use known::{Known, OfBlock};
pub use memo::{BlockMemo, Memo};

use crate::markup::BlockId;
use crate::rules::context::{Input, Window};
use crate::rules::finding::Finding;

/// What was found and worked out of one version of a draft.
#[derive(Debug, Default)]
pub struct Kept {
    of_blocks: Vec<OfBlock>,
    memo: Memo,
    /// How many blocks the rules ran on.
    checked: usize,
}

/// The version of a draft that was checked last, with the same settings and the same actor file.
#[derive(Debug)]
pub struct Last<'a> {
    /// What was checked.
    pub input: Input<'a>,
    /// What came of it.
    pub kept: Kept,
}

impl Kept {
    /// How many blocks the rules on blocks ran on; what they found in the others was kept.
    #[must_use]
    pub fn checked(&self) -> usize {
        self.checked
    }

    /// What `look` says of each block of a draft. What it would say again is taken from the last version.
    pub(super) fn of(input: &Input<'_>, last: Option<Last<'_>>, look: impl Fn(Window) -> OfBlock) -> Self {
        let mut last = last;
        let pairs = match &last {
            Some(last) => same::pairs(&last.input, input),
            None => vec![None; input.markup.blocks.len()],
        };
        let last = match last.take_if(|last| last.has_in_place(&pairs)) {
            Some(last) => return last.in_place(input, &pairs, look),
            None => &mut last,
        };
        let mut checked = 0;
        let of_blocks = BlockId::number(pairs).map(|(block, pair)| {
            let known = pair
                .zip(last.as_mut())
                .and_then(|(pair, last)| last.take(pair, block, input));
            known.unwrap_or_else(|| {
                checked += 1;
                look(Window::one(block))
            })
        });
        let of_blocks = of_blocks.collect();
        Self {
            of_blocks,
            memo: last.take().map(|last| last.kept.memo).unwrap_or_default(),
            checked,
        }
    }

    /// What was found, block by block.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.of_blocks.iter().flat_map(|block| &block.findings)
    }

    /// What rules on drafts may use.
    pub(super) fn known(&self) -> Known<'_> {
        Known {
            names: self.of_blocks.iter().flat_map(|block| &block.names).collect(),
            blocks: &self.of_blocks,
            memo: &self.memo,
        }
    }
}

impl Last<'_> {
    /// Whether each block that is what it was has the number that it had, and there are as many blocks. Nearly every key leaves it so.
    fn has_in_place(&self, pairs: &[Option<BlockId>]) -> bool {
        let blocks = [self.kept.of_blocks.len(), self.input.markup.blocks.len()];
        let is_in_place = |(is, was): (BlockId, &Option<BlockId>)| was.is_none_or(|was| was == is);
        blocks == [pairs.len(); 2] && BlockId::number(pairs).all(is_in_place)
    }

    /// What is known of the blocks where they are, and what `look` says of the others; nothing else is moved.
    fn in_place(self, input: &Input<'_>, pairs: &[Option<BlockId>], look: impl Fn(Window) -> OfBlock) -> Kept {
        let mut kept = self.kept;
        kept.checked = 0;
        let blocks = self.input.markup.blocks.iter().zip(&input.markup.blocks);
        for ((block, pair), (known, (was, is))) in BlockId::number(pairs).zip(kept.of_blocks.iter_mut().zip(blocks)) {
            if pair.is_none() {
                kept.checked += 1;
                *known = look(Window::one(block));
                continue;
            }
            let (from, to) = (was.span.start, is.span.start);
            if from != to {
                known.findings.iter_mut().for_each(|finding| finding.shift(from, to));
            }
        }
        kept
    }

    /// What is known of a block of the last version, where the block is now.
    fn take(&mut self, was: BlockId, is: BlockId, input: &Input<'_>) -> Option<OfBlock> {
        let from = was.of(&self.input.markup.blocks)?.span.start;
        let to = is.of(&input.markup.blocks)?.span.start;
        let mut known = std::mem::take(self.kept.of_blocks.get_mut(was.0)?);
        if from != to {
            known.findings.iter_mut().for_each(|finding| finding.shift(from, to));
        }
        Some(known)
    }
}
