//! The names of a version whose names are those of the version before: they belong to the same actors, wherever they are now.
//! It clusters nothing.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::analysis::actors::LocalMention;
use crate::analysis::actors::joined::{join_adjacent_descriptions, with_all_mentions};
use crate::analysis::actors::named::{Named, keys, names};
use crate::analysis::actors::profile::add_roles;
use crate::analysis::change::Change;
use crate::analysis::{Actor, ActorId, BlockFacts, Mention, MentionForm, MentionId};
use crate::markup::{BlockId, Markup};

/// What the names of one version leave for those of the next.
#[derive(Debug, Default)]
pub struct KeptNames {
    named: Named,
    actors: Vec<Arc<Actor>>,
    mentions: Vec<Mention>,
}

impl KeptNames {
    /// Keeps what was found.
    pub(super) fn keep(&mut self, named: Named, actors: &[Arc<Actor>], mentions: &[Mention]) {
        *self = Self {
            named,
            actors: actors.to_vec(),
            mentions: mentions.to_vec(),
        };
    }

    /// The actors and the mentions of this version; `None` where its names are others than those of the last one.
    pub(super) fn again(
        &mut self,
        (markup, blocks): (&Markup, &[Arc<BlockFacts>]),
        locals: &[(BlockId, &LocalMention)],
        change: &Change,
    ) -> Option<(Vec<Arc<Actor>>, Vec<Mention>)> {
        if self.mentions.is_empty() {
            return None;
        }
        let was = mentions_in(&self.mentions, &change.was, |mention| mention.place.block);
        let is = mentions_in(locals, &change.is, |(block, _)| *block);
        let is_named = |mention: &&Mention| mention.form == MentionForm::Named;
        let first = self.mentions.iter().take(was.start).filter(is_named).count();
        let replaced = self.mentions.get(was.clone())?;
        let old_names = self.named.names.get(first..)?;
        let old_names = old_names.get(..replaced.iter().filter(is_named).count())?;
        let changed = locals.get(is)?;
        if keys(&names(markup, changed)) != old_names {
            return None;
        }
        let mut fresh = self.named.mentions(markup, changed, first);
        self.named
            .explain((markup, blocks), (changed, &mut fresh), first, &self.actors);
        join_adjacent_descriptions(changed, &self.actors, &mut fresh);
        let touched: FxHashSet<ActorId> = replaced
            .iter()
            .chain(&fresh)
            .filter_map(|mention| mention.actor)
            .collect();
        let end = was.start + fresh.len();
        let is_moved = change.is.end != change.was.end;
        let are_renumbered = is_moved || end != was.end;
        self.mentions.splice(was.clone(), fresh);
        for mention in self.mentions.iter_mut().skip(end).filter(|_| is_moved) {
            let block = &mut mention.place.block;
            *block = BlockId((block.0 + change.is.end).saturating_sub(change.was.end));
        }
        if are_renumbered {
            with_all_mentions(&mut self.actors, &self.mentions);
        }
        for (id, actor) in self.actors.iter_mut().enumerate() {
            let is_touched = touched.contains(&ActorId(id));
            if is_touched && !are_renumbered {
                let of_block = (was.start..end).zip(self.mentions.get(was.start..end).unwrap_or_default());
                let fresh = of_block.filter(|(_, mention)| mention.actor == Some(ActorId(id)));
                let fresh = fresh.map(|(at, _)| MentionId(at)).collect();
                replace_between(&mut Arc::make_mut(actor).mentions, was.start..end, fresh);
            }
            if is_moved || is_touched {
                let actor = Arc::make_mut(actor);
                actor.roles.clear();
                add_roles(actor, markup, locals);
            }
        }
        Some((self.actors.clone(), self.mentions.clone()))
    }
}

/// Puts some mentions in the place of those of a stretch.
fn replace_between(mentions: &mut Vec<MentionId>, stretch: Range<usize>, fresh: Vec<MentionId>) {
    let before = |end: usize| mentions.partition_point(|mention| mention.0 < end);
    let old = before(stretch.start)..before(stretch.end);
    mentions.splice(old, fresh);
}

/// The mentions of some blocks, out of all in the order of the text.
fn mentions_in<T>(all: &[T], blocks: &Range<usize>, block_of: impl Fn(&T) -> BlockId) -> Range<usize> {
    let before = |end: usize| all.partition_point(|one| block_of(one).0 < end);
    before(blocks.start)..before(blocks.end)
}
