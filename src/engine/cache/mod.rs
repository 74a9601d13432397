//! What one version of a draft leaves for the next: its markup, and the facts of its blocks. It holds what the last version used
//! and no more.

#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::{self, BlockFacts, DraftSettings, Facts, List, Mention, SameBlocks};
use crate::engine::check::{Check, Version};
use crate::engine::lines::Lines;
use crate::engine::work::Work;
use crate::language::{KnownText, Model, Poll};
use crate::markup::{self, Block, BlockKind, Format, Markup};
use crate::rules::Checked;
use crate::text::parallel;

/// Bytes. No paragraph of prose is a tenth as long. What is longer is data, and reading it as sentences would take minutes.
const LONGEST_BLOCK: usize = 64 * 1024;

/// The same for a draft that is read once, where no key waits: text without a blank line, perhaps. Its words take a hundred times its room.
const LONGEST_BLOCK_OF_FILE: usize = 256 * 1024;

/// What is known of the last version of one draft.
#[derive(Debug, Default)]
pub struct Cache {
    read: Mutex<Option<Read>>,
    kept: Mutex<Known>,
    check: Mutex<Option<Check>>,
    folded: Mutex<(analysis::Kept, Lines)>,
    work: Mutex<Work>,
    is_lenient: bool,
    leaves_out_events: bool,
}

/// A source, and what it holds.
#[derive(Clone, Debug)]
struct Read {
    text: Arc<str>,
    format: Format,
    markup: Arc<Markup>,
}

/// The facts of the blocks of one version, in their order.
#[derive(Debug, Default)]
struct Known {
    blocks: Vec<(Key, Kept)>,
    /// What they say together about their names.
    poll: Arc<Poll>,
}

/// What the facts of a block depend on: all that a block is, but for its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    kind: BlockKind,
    in_quote: bool,
    emphasized: usize,
    is_pulled: bool,
    text: SmolStr,
}

/// The facts of one block.
#[derive(Clone, Debug)]
struct Kept {
    /// As the block has them on its own; where the draft has other names in it, only what is polled.
    alone: Arc<BlockFacts>,
    /// With the names that the last version as a whole had in it, where they were others.
    agreed: Option<Arc<BlockFacts>>,
    /// Whether the analysis panicked, which it would do again, or the block is too long; it then has no facts.
    failed: bool,
}

impl Kept {
    fn facts(&self) -> Arc<BlockFacts> {
        Arc::clone(self.agreed.as_ref().unwrap_or(&self.alone))
    }
}

/// From so many blocks on, all cores take part.
const SHARED_FROM: usize = 8;

impl Cache {
    /// A cache for editors. A block whose analysis panics, or would take seconds with every key, has no facts, and the rest of
    /// the draft keeps its own: one paragraph must not silence the others. If many blocks are new, all cores read them. Without
    /// it the panic goes through, so that a check in CI never takes a draft for read that was not, and one core reads one draft.
    #[must_use]
    pub fn lenient() -> Self {
        Self {
            is_lenient: true,
            ..Self::default()
        }
    }

    /// A cache for those who ask for no events, which are then not looked for; facts that do not rest on them are the same. No rule may
    /// run on what is read with it.
    #[must_use]
    pub fn without_events() -> Self {
        Self {
            leaves_out_events: true,
            ..Self::default()
        }
    }

    /// How much was worked on for the last version.
    #[must_use]
    pub fn work(&self) -> Work {
        *lock(&self.work)
    }

    /// What `text` holds; of the last version's markup what is still true is kept.
    #[must_use]
    pub fn markup_of(&self, text: &Arc<str>, format: Format) -> Arc<Markup> {
        let last = lock(&self.read).clone().filter(|last| last.format == format);
        let kept = last.and_then(|last| {
            if Arc::ptr_eq(&last.text, text) {
                return Some((last.markup, 0));
            }
            let markup = markup::reread(&last.markup, &last.text, text, format)?;
            Some((Arc::new(markup), 1))
        });
        let (markup, read) = kept.unwrap_or_else(|| {
            let markup = markup::read(text, format);
            let blocks = markup.blocks.len();
            (Arc::new(markup), blocks)
        });
        *lock(&self.read) = Some(Read {
            text: Arc::clone(text),
            format,
            markup: Arc::clone(&markup),
        });
        let mut work = lock(&self.work);
        (work.blocks, work.read) = (markup.blocks.len(), read);
        markup
    }

    /// The facts of every block of `markup`, from the cache where it has them, and which blocks could not be read.
    ///
    /// A keystroke redoes the block it is in, and of other blocks what rests on names where the draft as a whole now
    /// has other names in them. The lock is held for the lookups only, not while blocks are analyzed.
    #[must_use]
    pub fn facts_of(&self, markup: &Markup, model: &dyn Model) -> (Vec<Arc<BlockFacts>>, Vec<usize>) {
        let Known { mut blocks, poll } = std::mem::take(&mut *lock(&self.kept));
        let (start, end) = same_ends(&blocks, &markup.blocks);
        let (changed, replaced) = (start..markup.blocks.len() - end, start..blocks.len() - end);
        let was = blocks.get(replaced.clone()).unwrap_or_default();
        let is = markup.blocks.get(changed.clone()).unwrap_or_default();
        let (fresh, analysed) = self.of_changed(is, was, model);
        let is_same_poll = was.len() == fresh.len()
            && (was.iter().zip(&fresh))
                .all(|((_, was), (_, is))| poll.stays(&was.alone.name_evidence, &is.alone.name_evidence));
        // The others stay where they are; most drafts are long and most changes short.
        blocks.splice(replaced, fresh);
        let (poll, asked) = if is_same_poll {
            (poll, changed)
        } else {
            let alone: Vec<Arc<BlockFacts>> = blocks.iter().map(|(_, kept)| Arc::clone(&kept.alone)).collect();
            (Arc::new(analysis::poll(&alone)), 0..blocks.len())
        };
        // A text that was read anew is kept once.
        for ((key, _), block) in blocks.iter_mut().zip(&markup.blocks) {
            if key.text.as_ptr() != block.text.as_ptr() {
                key.text = block.text.clone();
            }
        }
        for (block, (_, kept)) in (markup.blocks.iter().zip(&mut blocks))
            .skip(asked.start)
            .take(asked.len())
        {
            self.agree(block, kept, &poll);
        }
        let failed = blocks.iter().enumerate().filter(|(_, (_, kept))| kept.failed);
        let unread = failed.map(|(index, _)| index).collect();
        let facts = blocks.iter().map(|(_, kept)| kept.facts()).collect();
        let mut work = lock(&self.work);
        (work.blocks, work.analysed, work.polled) = (blocks.len(), analysed, asked.len());
        drop(work);
        *lock(&self.kept) = Known { blocks, poll };
        (facts, unread)
    }

    /// The facts of the draft as a whole, and the lines for an outline that were made of them; of the last version's what is still
    /// true is kept. With them the mentions of that version, and the blocks of which nothing new is known since.
    #[must_use]
    pub(in crate::engine) fn facts_of_draft(
        &self,
        markup: &Arc<Markup>,
        blocks: &[Arc<BlockFacts>],
        settings: &DraftSettings,
    ) -> (Facts, Lines, (List<Mention>, SameBlocks)) {
        // Another thread that folds a version at the same time begins anew and waits for nobody.
        let (mut folded, lines) = std::mem::take(&mut *lock(&self.folded));
        let before = folded.facts().cloned().unwrap_or_default();
        // What a next version could take over takes more room than the facts themselves; a draft that is read once has none.
        let facts = if self.is_lenient {
            analysis::fold_again(markup, blocks, settings, &mut folded)
        } else {
            analysis::fold(markup, blocks, settings)
        };
        let lines = lines.of_next(blocks.len(), folded.same(), &before, &facts);
        lock(&self.work).folded = folded.same().changed(blocks.len());
        let since = (before.mentions, folded.same().clone());
        *lock(&self.folded) = (folded, lines.clone());
        (facts, lines, since)
    }

    /// The facts of `blocks` on their own, and how many had to be analyzed; `was` are the blocks that they replace. One that was
    /// elsewhere among these has its facts already, and blocks with one content share theirs.
    fn of_changed(&self, blocks: &[Block], was: &[(Key, Kept)], model: &dyn Model) -> (Vec<(Key, Kept)>, usize) {
        let keys: Vec<Key> = blocks.iter().map(key).collect();
        let mut known: FxHashMap<&Key, Kept> = was.iter().map(|(key, kept)| (key, kept.clone())).collect();
        let mut missing: Vec<(&Key, &Block)> = Vec::new();
        for (key, block) in keys.iter().zip(blocks) {
            known.entry(key).or_insert_with(|| {
                missing.push((key, block));
                Kept {
                    alone: Arc::default(),
                    agreed: None,
                    failed: true,
                }
            });
        }
        let before = match was {
            [(key, kept)] if !analysis::is_label(&key.kind) => Some((&key.text, kept.facts(), &kept.alone)),
            _ => None,
        };
        let before = (before.as_ref())
            .map(|(text, facts, alone)| KnownText::new(text, &facts.language).with_names(&alone.language.names));
        let of_block = match self.leaves_out_events {
            true => analysis::of_block_without_events,
            false => analysis::of_block_again,
        };
        let longest = if self.is_lenient {
            LONGEST_BLOCK
        } else {
            LONGEST_BLOCK_OF_FILE
        };
        let read = |(_, block): &(&Key, &Block)| {
            let is_read = block.text.len() <= longest;
            let facts = is_read.then(|| self.guarded(|| of_block(block, model, before)));
            facts.flatten()
        };
        let found: Vec<Option<BlockFacts>> = if self.is_lenient && missing.len() >= SHARED_FROM {
            parallel::map(&missing, read)
        } else {
            missing.iter().map(read).collect()
        };
        let analysed = missing.len();
        for ((key, _), facts) in missing.into_iter().zip(found) {
            if let Some(kept) = known.get_mut(key) {
                kept.failed = facts.is_none();
                kept.alone = Arc::new(facts.unwrap_or_default());
            }
        }
        let fresh: Vec<(Key, Kept)> = (keys.iter())
            .filter_map(|key| Some((key.clone(), known.get(key)?.clone())))
            .collect();
        (fresh, analysed)
    }

    /// Gives a block the names that the draft as a whole has in it.
    fn agree(&self, block: &Block, kept: &mut Kept, poll: &Poll) {
        let names = analysis::agreed(&kept.alone, poll);
        let last = kept.agreed.as_ref().map(|agreed| &agreed.language.names);
        if last == names.as_ref() {
            return;
        }
        if let Some(names) = names {
            let facts = kept.facts();
            if let Some(agreed) = self.guarded(|| analysis::with_names(block, &facts, names)) {
                if kept.agreed.replace(Arc::new(agreed)).is_none() {
                    kept.alone = Arc::new(analysis::polled(&kept.alone));
                }
                return;
            }
            kept.failed = true;
        }
        if let Some(agreed) = kept.agreed.take() {
            kept.alone = Arc::new(analysis::on_its_own(block, &agreed, &kept.alone));
        }
    }

    /// What is found in a version of the draft.
    pub(super) fn check(&self, version: Version) -> Checked {
        if !self.is_lenient {
            return version.check();
        }
        let last = lock(&self.check).take();
        let (checked, check) = version.check_after(last);
        lock(&self.work).checked = check.checked();
        *lock(&self.check) = Some(check);
        checked
    }

    /// Forgets everything.
    pub fn clear(&self) {
        *lock(&self.read) = None;
        *lock(&self.kept) = Known::default();
        *lock(&self.check) = None;
        *lock(&self.folded) = (analysis::Kept::default(), Lines::default());
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

/// How many blocks at the start and at the end of a draft are what they were.
fn same_ends(old: &[(Key, Kept)], new: &[Block]) -> (usize, usize) {
    let start = old.iter().zip(new).take_while(|((old, _), new)| old.is_of(new)).count();
    let rest = (
        old.get(start..).unwrap_or_default(),
        new.get(start..).unwrap_or_default(),
    );
    let pairs = rest.0.iter().rev().zip(rest.1.iter().rev());
    (start, pairs.take_while(|((old, _), new)| old.is_of(new)).count())
}

impl Key {
    /// Whether a block has this key.
    fn is_of(&self, block: &Block) -> bool {
        (self.in_quote, self.emphasized, self.is_pulled) == (block.in_quote, block.emphasized, block.is_pulled)
            && self.kind == block.kind
            && self.text == block.text
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn key(block: &Block) -> Key {
    Key {
        kind: block.kind.clone(),
        in_quote: block.in_quote,
        emphasized: block.emphasized,
        is_pulled: block.is_pulled,
        text: block.text.clone(),
    }
}
