//! What the blocks show of the mentions of a draft: a mention and its local mention, side by side. It resolves nothing.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::actors::{LocalMention, Mention};

/// The local mention of each mention of the draft. Blocks and draft list the same mentions; where they do not, there is
/// none for any.
#[must_use]
pub fn local_mentions<'a>(blocks: &'a [Arc<BlockFacts>], mentions: &[Mention]) -> Vec<Option<&'a LocalMention>> {
    if blocks.iter().map(|block| block.mentions.len()).sum::<usize>() != mentions.len() {
        return vec![None; mentions.len()];
    }
    let mut locals = Vec::with_capacity(mentions.len());
    for block in blocks {
        locals.extend(block.mentions.iter().map(Some));
    }
    locals
}
