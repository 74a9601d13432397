//! Facts of blocks, kept from one version of a draft to the next. It holds what the last version used and no more.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::analysis::{self, BlockFacts};
use crate::language::Model;
use crate::markup::{Block, BlockKind, Markup};

/// The block facts of one draft, keyed by the content of the block (kind and decoded text).
#[derive(Debug, Default)]
pub struct Cache {
    kept: Mutex<FxHashMap<Key, Arc<BlockFacts>>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    kind: BlockKind,
    in_quote: bool,
    text: String,
}

impl Cache {
    /// The facts of every block of `markup`, from the cache where it has them.
    ///
    /// The lock is held for the look-ups only, not while blocks are analysed.
    #[must_use]
    pub fn facts_of(&self, markup: &Markup, model: &dyn Model) -> Vec<Arc<BlockFacts>> {
        let old = std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        let mut new = FxHashMap::with_capacity_and_hasher(markup.blocks.len(), rustc_hash::FxBuildHasher);
        let facts = markup
            .blocks
            .iter()
            .map(|block| {
                let key = key(block);
                let facts = old
                    .get(&key)
                    .or_else(|| new.get(&key))
                    .map_or_else(|| Arc::new(analysis::of_block(block, model)), Arc::clone);
                new.insert(key, Arc::clone(&facts));
                facts
            })
            .collect();
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = new;
        facts
    }
}

fn key(block: &Block) -> Key {
    Key {
        kind: block.kind.clone(),
        in_quote: block.in_quote,
        text: block.text.clone(),
    }
}
