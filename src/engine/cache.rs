//! Facts of blocks, kept from one version of a draft to the next. It holds what the last version used and no more.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::analysis::{self, BlockFacts};
use crate::language::Model;
use crate::markup::{Block, BlockKind, Markup};

/// Bytes. No paragraph of prose is a tenth as long. What is longer is data, and reading it as sentences would take minutes.
const LONGEST_BLOCK: usize = 64 * 1024;

/// The block facts of one draft, keyed by the content of the block (kind and decoded text).
#[derive(Debug, Default)]
pub struct Cache {
    kept: Mutex<FxHashMap<Key, Kept>>,
    is_lenient: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    kind: BlockKind,
    in_quote: bool,
    text: String,
}

/// The facts of one block.
#[derive(Clone, Debug)]
struct Kept {
    /// As the block has them on its own.
    alone: Arc<BlockFacts>,
    /// With the names that the last version as a whole had in it, where they were others.
    agreed: Option<Arc<BlockFacts>>,
    /// Whether the analysis panicked, which it would do again, or the block is too long; it then has no facts.
    failed: bool,
}

impl Cache {
    /// A cache with which a block whose analysis panics, or would take seconds with every key, has no facts and the rest of
    /// the draft keeps its own: for editors, where one paragraph must not silence the others. Without it the panic goes through, so that a check in
    /// CI never takes a draft for read that was not.
    #[must_use]
    pub fn lenient() -> Self {
        Self {
            is_lenient: true,
            ..Self::default()
        }
    }

    /// The facts of every block of `markup`, from the cache where it has them, and which blocks could not be read.
    ///
    /// A keystroke redoes the block it is in, and of other blocks what rests on names where the draft as a whole now
    /// has other names in them. The lock is held for the lookups only, not while blocks are analyzed.
    #[must_use]
    pub fn facts_of(&self, markup: &Markup, model: &dyn Model) -> (Vec<Arc<BlockFacts>>, Vec<usize>) {
        let mut old = std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        let mut new: FxHashMap<Key, Kept> =
            FxHashMap::with_capacity_and_hasher(markup.blocks.len(), rustc_hash::FxBuildHasher);
        let keys: Vec<Key> = markup.blocks.iter().map(key).collect();
        let mut facts: Vec<Arc<BlockFacts>> = markup
            .blocks
            .iter()
            .zip(&keys)
            .map(|(block, key)| {
                if let Some(kept) = new.get(key) {
                    return Arc::clone(&kept.alone);
                }
                let kept = old.remove(key).unwrap_or_else(|| {
                    let is_read = !self.is_lenient || block.text.len() <= LONGEST_BLOCK;
                    let facts = is_read.then(|| self.guarded(|| analysis::of_block(block, model)));
                    let facts = facts.flatten();
                    Kept {
                        failed: facts.is_none(),
                        alone: Arc::new(facts.unwrap_or_default()),
                        agreed: None,
                    }
                });
                let facts = Arc::clone(&kept.alone);
                new.insert(key.clone(), kept);
                facts
            })
            .collect();
        let agreed = analysis::agreed_names(&facts);
        for (((block, key), facts), names) in markup.blocks.iter().zip(&keys).zip(&mut facts).zip(agreed) {
            let Some(kept) = new.get_mut(key) else { continue };
            let Some(names) = names else {
                kept.agreed = None;
                continue;
            };
            let agreed = match kept.agreed.take() {
                Some(agreed) if agreed.language.names == names => agreed,
                _ => match self.guarded(|| analysis::with_names(block, facts, names)) {
                    Some(agreed) => Arc::new(agreed),
                    None => {
                        kept.failed = true;
                        continue;
                    }
                },
            };
            *facts = Arc::clone(&agreed);
            kept.agreed = Some(agreed);
        }
        let has_failed = |key: &Key| new.get(key).is_some_and(|kept| kept.failed);
        let unread = keys.iter().enumerate().filter(|(_, key)| has_failed(key));
        let unread = unread.map(|(index, _)| index).collect();
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = new;
        (facts, unread)
    }

    /// Forgets everything.
    pub fn clear(&self) {
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = FxHashMap::default();
    }

    /// What `work` gives; `None` where it panicked and this cache is a lenient one.
    fn guarded<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        if !self.is_lenient {
            return Some(work());
        }
        // The work changes nothing outside itself, so that nothing half done can be seen.
        catch_unwind(AssertUnwindSafe(work)).ok()
    }
}

fn key(block: &Block) -> Key {
    Key {
        kind: block.kind.clone(),
        in_quote: block.in_quote,
        text: block.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{NameKind, embedded};
    use crate::markup::{self, Format};

    fn kinds_of(facts: &BlockFacts) -> Vec<NameKind> {
        facts.language.names.iter().map(|name| name.kind).collect()
    }

    #[test]
    fn a_name_that_one_block_introduces_is_known_in_the_others_as_long_as_it_stands() {
        let read = |text: &str| markup::read(text, Format::Plain);
        let cache = Cache::default();
        let alone = "Orbel kept silent in Geneva.\n\nThe ferry left at noon.";
        let introduced = format!("Mr. Milan Orbel met Paula Quist.\n\n{alone}");
        let before = cache.facts_of(&read(alone), embedded()).0;
        let with = cache.facts_of(&read(&introduced), embedded()).0;
        assert_eq!(kinds_of(&with[1]), [NameKind::Person, NameKind::Place]);
        assert!(
            Arc::ptr_eq(&before[1], &with[2]),
            "a block without names is not analysed again"
        );
        let typed = cache.facts_of(&read(&format!("{introduced} All slept.")), embedded()).0;
        assert!(Arc::ptr_eq(&with[1], &typed[1]), "nothing new is known of its names");
        let after = cache.facts_of(&read(alone), embedded()).0;
        assert_eq!(before, after);
    }
}
