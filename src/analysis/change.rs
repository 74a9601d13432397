//! Which blocks of a draft are those of the version before, by number. It compares no text.

use std::ops::Range;
use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::markup::{Block, BlockId};

/// What changed between two versions of a draft: one run of blocks was replaced by another, and the blocks before and after it
/// are what they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The blocks that were replaced, by their numbers in the version before.
    pub was: Range<usize>,
    /// The blocks in their place.
    pub is: Range<usize>,
}

impl Change {
    /// The shortest change between two versions. A block is what it was if its facts are the same value and it says the same;
    /// where it is in the source does not count. Linear in the number of blocks.
    #[must_use]
    pub fn between(was: (&[Block], &[Arc<BlockFacts>]), is: (&[Block], &[Arc<BlockFacts>])) -> Self {
        let old = || was.0.iter().zip(was.1);
        let new = || is.0.iter().zip(is.1);
        let start = old().zip(new()).take_while(|(old, new)| is_same(*old, *new)).count();
        let most = was.1.len().min(is.1.len()).saturating_sub(start);
        let pairs = old().rev().zip(new().rev()).take(most);
        let end = pairs.take_while(|(old, new)| is_same(*old, *new)).count();
        Self {
            was: start..was.1.len() - end,
            is: start..is.1.len() - end,
        }
    }

    /// Whether a block is what it was, under the same number.
    #[must_use]
    pub fn stays(&self, id: BlockId) -> bool {
        id.0 < self.is.start || id.0 >= self.is.end && self.is.end == self.was.end
    }
}

fn is_same(old: (&Block, &Arc<BlockFacts>), new: (&Block, &Arc<BlockFacts>)) -> bool {
    Arc::ptr_eq(old.1, new.1)
        && old.0.kind == new.0.kind
        && old.0.in_quote == new.0.in_quote
        && old.0.emphasized == new.0.emphasized
        && old.0.is_pulled == new.0.is_pulled
        && old.0.text == new.0.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{Format, read};

    fn change(was: &[usize], is: &[usize]) -> Change {
        let facts: Vec<Arc<BlockFacts>> = (0..10).map(|_| Arc::default()).collect();
        let of = |numbers: &[usize]| {
            let text: Vec<String> = numbers.iter().map(|number| format!("Pier {number} is open.")).collect();
            let blocks = read(&text.join("\n\n"), Format::Plain).blocks;
            let facts: Vec<_> = numbers.iter().map(|number| Arc::clone(&facts[*number])).collect();
            (blocks, facts)
        };
        let (was, is) = (of(was), of(is));
        Change::between((&was.0, &was.1), (&is.0, &is.1))
    }

    #[test]
    fn the_blocks_between_those_that_stay_are_the_change() {
        let expect = |was, is| Change { was, is };
        assert_eq!(change(&[1, 2, 3], &[1, 2, 3]), expect(3..3, 3..3));
        assert_eq!(change(&[1, 2, 3], &[1, 4, 3]), expect(1..2, 1..2));
        assert_eq!(change(&[1, 2, 3], &[1, 2, 4, 3]), expect(2..2, 2..3));
        assert_eq!(change(&[1, 2, 2, 3], &[1, 2, 3]), expect(2..3, 2..2));
        assert_eq!(change(&[], &[1]), expect(0..0, 0..1));
    }

    #[test]
    fn a_block_after_an_inserted_one_has_another_number() {
        let inserted = change(&[1, 2], &[1, 3, 2]);
        assert!(inserted.stays(BlockId(0)) && !inserted.stays(BlockId(1)) && !inserted.stays(BlockId(2)));
        let typed = change(&[1, 2, 3], &[1, 4, 3]);
        assert!(!typed.stays(BlockId(1)) && typed.stays(BlockId(2)));
    }
}
