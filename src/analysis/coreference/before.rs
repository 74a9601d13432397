//! The actors of the version before, to be found again by their mentions. It resolves nothing.

use std::ops::Range;
use std::sync::Arc;

use crate::analysis::actors::LocalMention;
use crate::analysis::change::Change;
use crate::analysis::{Actor, Facts, MentionId};
use crate::markup::BlockId;

/// The version before, and which of its mentions were replaced.
pub(super) struct Before<'a> {
    facts: &'a Facts,
    was: Range<usize>,
    is: Range<usize>,
}

impl<'a> Before<'a> {
    /// The version before; `locals` are the mentions of this one.
    pub fn new(change: &Change, facts: &'a Facts, locals: &[(BlockId, &LocalMention)]) -> Self {
        let was = |end: usize| facts.mentions.partition_point(|mention| mention.place.block.0 < end);
        let is = |end: usize| locals.partition_point(|(block, _)| block.0 < end);
        Self {
            facts,
            was: was(change.was.start)..was(change.was.end),
            is: is(change.is.start)..is(change.is.end),
        }
    }

    /// The actor who had these mentions and no others, if nothing of them was replaced.
    pub fn actor(&self, of: &[MentionId]) -> Option<&'a Arc<Actor>> {
        let first = self.facts.mention(self.then(*of.first()?)?)?;
        let actor = self.facts.actors.get(first.actor?.0)?;
        let mut pairs = of.iter().zip(&actor.mentions);
        let same = actor.mentions.len() == of.len() && pairs.all(|(now, was)| self.then(*now) == Some(*was));
        same.then_some(actor)
    }

    /// The mention that one of this version was; `None` in what was replaced.
    fn then(&self, now: MentionId) -> Option<MentionId> {
        if now.0 < self.is.start {
            Some(now)
        } else {
            Some(MentionId(now.0.checked_sub(self.is.end)? + self.was.end))
        }
    }
}
