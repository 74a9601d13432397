//! The mentions of a draft as its names have them: which names belong together, and why. It resolves no description.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::actors::cluster::{Membership, NameInText};
use crate::analysis::actors::joined::with_first_of_block;
use crate::analysis::actors::readings::{government_because, reading};
use crate::analysis::actors::reasons::{Reasons, confidence};
use crate::analysis::actors::tables;
use crate::analysis::actors::{LocalMention, MentionLink};
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Mention, MentionForm, Place, Reading};
use crate::language::Gender;
use crate::markup::{BlockId, Markup};

/// The names of a draft and the actors that they are.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// All that was asked about the names, in the order of the text.
    pub names: Vec<NameKey>,
    /// To which cluster each of them belongs.
    pub memberships: Vec<Membership>,
    /// The actor of each cluster.
    pub ids: Vec<Option<ActorId>>,
}

/// A name, but for its place: names that are alike in this belong to the same actors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameKey {
    text: SmolStr,
    kind: ActorKind,
    gender: Option<Gender>,
    /// How many names before it the one is that the grammar says is the same.
    same_as: Option<usize>,
    /// Whether it is the first name of its block.
    opens_block: bool,
    /// Whether the word before it says which of several it is.
    is_told_apart: bool,
}

/// The names among mentions, in order.
pub(super) fn names<'a>(markup: &'a Markup, locals: &[(BlockId, &'a LocalMention)]) -> Vec<NameInText<'a>> {
    let mut name_of: Vec<Option<usize>> = vec![None; locals.len()];
    let mut names = Vec::new();
    for ((at, first_of_block), (block, local)) in with_first_of_block(locals).zip(locals) {
        if local.form != MentionForm::Named {
            continue;
        }
        if let Some(slot) = name_of.get_mut(at) {
            *slot = Some(names.len());
        }
        let place = Place::new(*block, local.span);
        let text = local.meant.as_deref().unwrap_or(markup.text_of(place));
        let is_namesake = (names.last())
            .is_some_and(|before: &NameInText<'_>| before.block == *block && begin_alike(before.text, text));
        names.push(NameInText {
            text,
            is_told_apart: is_told_apart(markup, place, is_namesake),
            kind: local.kind.unwrap_or(ActorKind::Other),
            block: *block,
            gender: local.gender,
            same_as: match local.same_as {
                Some((long, MentionLink::Acronym)) => name_of.get(first_of_block + long).copied().flatten(),
                _ => None,
            },
        });
    }
    names
}

/// Whether the word before a name says which of several it is: "the state Supreme Court", "Velda's Supreme Court", and after a name that
/// begins alike "Wade Cutter and his son, Wade Cutter Jr."
fn is_told_apart(markup: &Markup, name: Place, is_namesake: bool) -> bool {
    let text = name.block.of(&markup.blocks).map_or("", |block| block.text.as_str());
    let before = text.get(..name.span.start).unwrap_or("");
    let word = before
        .strip_suffix(' ')
        .and_then(|before| before.rsplit([' ', '\n']).next())
        .unwrap_or("");
    let is_relative = || {
        matches!(
            word.trim_end_matches(','),
            "son" | "father" | "grandson" | "grandfather" | "nephew" | "uncle"
        )
    };
    tables::is_realm(word) || word.ends_with("'s") || word.ends_with("’s") || is_namesake && is_relative()
}

/// Whether two names have the same first word: "Wade Cutter" and "Wade Cutter Jr."
fn begin_alike(one: &str, other: &str) -> bool {
    one.split(' ').next() == other.split(' ').next()
}

/// What is asked about some names, which begin a block.
pub(super) fn keys(names: &[NameInText<'_>]) -> Vec<NameKey> {
    let mut before: Option<BlockId> = None;
    let keys = names.iter().enumerate().map(|(at, name)| NameKey {
        text: name.text.into(),
        kind: name.kind,
        gender: name.gender,
        same_as: name.same_as.map(|same| at.abs_diff(same)),
        opens_block: before.replace(name.block) != Some(name.block),
        is_told_apart: name.is_told_apart,
    });
    keys.collect()
}

impl Named {
    /// The mentions of some blocks; the first name among them has the number `first`.
    pub fn mentions(&self, markup: &Markup, locals: &[(BlockId, &LocalMention)], first: usize) -> Vec<Mention> {
        let mentions = self.with_memberships(locals, first).map(|(block, local, membership)| {
            let place = Place::new(block, local.span);
            let actor = match membership {
                Some(Membership::In(cluster, _)) => self.ids.get(*cluster).copied().flatten(),
                _ => None,
            };
            Mention {
                place,
                kind: local.kind.unwrap_or(ActorKind::Other),
                form: local.form,
                actor,
                could_be: Vec::new(),
                reading: reading(markup.text_of(place), local),
                confidence: confidence(membership),
                because: SmolStr::default(),
            }
        });
        mentions.collect()
    }

    /// Says in these mentions why they are mentions of their actors.
    pub fn explain(
        &self,
        (markup, blocks): (&Markup, &[Arc<BlockFacts>]),
        (locals, mentions): (&[(BlockId, &LocalMention)], &mut [Mention]),
        first: usize,
        actors: &[Arc<Actor>],
    ) {
        let mut reasons = Reasons::default();
        for ((block, local, membership), mention) in self.with_memberships(locals, first).zip(mentions) {
            if let Some(actor) = mention.actor.and_then(|id| actors.get(id.0)) {
                mention.kind = actor.kind;
            }
            mention.because = if mention.reading == Some(Reading::Government) {
                government_because(markup, blocks, block, local)
            } else {
                reasons.of(membership, mention, actors, &self.ids)
            };
        }
    }

    fn with_memberships<'a>(
        &'a self,
        locals: &'a [(BlockId, &'a LocalMention)],
        first: usize,
    ) -> impl Iterator<Item = (BlockId, &'a LocalMention, Option<&'a Membership>)> {
        let mut memberships = self.memberships.iter().skip(first);
        locals.iter().map(move |(block, local)| {
            let membership = (local.form == MentionForm::Named).then(|| memberships.next()).flatten();
            (*block, *local, membership)
        })
    }
}
