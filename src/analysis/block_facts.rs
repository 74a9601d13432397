//! What is found in one block on its own. Nothing here looks at another block.

use crate::analysis::actors::{self, LocalMention};
use crate::language::{self, Language, Model};
use crate::markup::Block;

/// The facts of one block; all spans count in the block's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockFacts {
    /// Words, sentences and names.
    pub language: Language,
    /// Names, descriptions and pronouns.
    pub mentions: Vec<LocalMention>,
}

/// Finds the facts of one block: a pure function of the block's kind and text.
#[must_use]
pub fn of_block(block: &Block, model: &dyn Model) -> BlockFacts {
    let language = language::analyse(&block.text, model);
    let mentions = actors::mentions_of(&block.text, &language);
    BlockFacts { language, mentions }
}
