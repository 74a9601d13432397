//! What is found in one block on its own. Nothing here looks at another block.

use crate::language::{self, Language, Model};
use crate::markup::Block;

/// The facts of one block; all spans count in the block's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockFacts {
    /// Words, sentences and names.
    pub language: Language,
}

/// Finds the facts of one block: a pure function of the block's kind and text.
#[must_use]
pub fn of_block(block: &Block, model: &dyn Model) -> BlockFacts {
    BlockFacts {
        language: language::analyse(&block.text, model),
    }
}
