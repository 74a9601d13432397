//! What is known of the blocks of a draft before the rules on drafts run. Nothing is found here.

use crate::rules::finding::Finding;
use crate::rules::kept::memo::{BlockMemo, Memo};
use crate::rules::shared::text_words::TextWords;
use crate::rules::shared::written::Spelled;

/// What is known of one block, or of all blocks together.
#[derive(Debug, Default)]
pub struct OfBlock {
    /// What the rules on blocks find in it, in the order in which they do.
    pub findings: Vec<Finding>,
    /// How its names are written.
    pub names: Vec<Spelled>,
    /// Its words; only of a single block.
    pub words: Option<TextWords>,
    /// What rules on drafts worked out of it.
    pub memo: BlockMemo,
}

/// What rules on drafts may use.
#[derive(Debug)]
pub struct Known<'a> {
    /// How the names of the draft are written, in the order of the text.
    pub names: Vec<&'a Spelled>,
    /// What is known of each block; empty where a draft is checked once.
    pub blocks: &'a [OfBlock],
    /// What was worked out of the last version.
    pub memo: &'a Memo,
}
