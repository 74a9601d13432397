//! From the mentions of the blocks to the named actors of the draft, with their roles and names. Pronouns and
//! descriptions that are not next to a name are left open here.

use std::sync::Arc;

use smol_str::{SmolStr, format_smolstr};

use crate::analysis::actors::cluster::{Membership, NameInText, cluster};
use crate::analysis::actors::profile::{add_roles, give_name_and_kind};
use crate::analysis::actors::readings::{government_because, reading};
use crate::analysis::actors::reasons::{Reasons, confidence};
use crate::analysis::actors::{LocalMention, MentionLink};
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Mention, MentionForm, MentionId, Place, Reading};
use crate::markup::{BlockId, Markup};

/// Joins names and the roles next to them to actors. The mentions are those of all blocks, in the order of the text;
/// descriptions and pronouns are left without an actor, except for those that are in apposition to a name, and the forms
/// are not counted yet. Linear in the number of mentions.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> (Vec<Actor>, Vec<Mention>) {
    let locals = local_mentions(blocks);
    let named = NamedMentions::of(markup, &locals);
    let memberships = cluster(&named.names);
    let ids = number_by_first_name(&memberships);
    let membership_of = |at: usize| named.name_of(at).and_then(|name| memberships.get(name));
    let mut mentions: Vec<Mention> = locals
        .iter()
        .enumerate()
        .map(|(at, (block, local))| {
            let membership = membership_of(at);
            let actor = match membership {
                Some(Membership::In(cluster, _)) => ids.get(*cluster).copied().flatten(),
                _ => None,
            };
            Mention {
                place: Place::new(*block, local.span),
                kind: local.kind.unwrap_or(ActorKind::Other),
                form: local.form,
                actor,
                could_be: Vec::new(),
                reading: reading(markup.text_of(Place::new(*block, local.span)), local),
                confidence: confidence(membership),
                because: SmolStr::default(),
            }
        })
        .collect();
    let mut actors = actors_of(&mentions);
    for actor in &mut actors {
        give_name_and_kind(actor, markup, &locals);
        add_roles(actor, markup, &locals);
    }
    let mut reasons = Reasons::default();
    for (at, (mention, (block, local))) in mentions.iter_mut().zip(&locals).enumerate() {
        if let Some(actor) = mention.actor.and_then(|id| actors.get(id.0)) {
            mention.kind = actor.kind;
        }
        mention.because = if mention.reading == Some(Reading::Government) {
            government_because(markup, blocks, *block, local)
        } else {
            reasons.of(membership_of(at), mention, &actors, &ids)
        };
    }
    join_adjacent_descriptions(&locals, &mut actors, &mut mentions);
    (actors, mentions)
}

/// The mentions of all blocks with the index of their block.
pub(in crate::analysis) fn local_mentions(blocks: &[Arc<BlockFacts>]) -> Vec<(BlockId, &LocalMention)> {
    BlockId::number(blocks)
        .flat_map(|(block, facts)| facts.mentions.iter().map(move |local| (block, local)))
        .collect()
}

/// The names among the mentions of a draft.
struct NamedMentions<'a> {
    names: Vec<NameInText<'a>>,
    /// For each mention the index of its name.
    name_of: Vec<Option<usize>>,
}

impl<'a> NamedMentions<'a> {
    fn of(markup: &'a Markup, locals: &[(BlockId, &'a LocalMention)]) -> Self {
        let mut name_of: Vec<Option<usize>> = vec![None; locals.len()];
        let mut names = Vec::new();
        for ((at, first_of_block), (block, local)) in with_first_of_block(locals).zip(locals) {
            if local.form != MentionForm::Named {
                continue;
            }
            if let Some(slot) = name_of.get_mut(at) {
                *slot = Some(names.len());
            }
            names.push(NameInText {
                text: local
                    .meant
                    .as_deref()
                    .unwrap_or(markup.text_of(Place::new(*block, local.span))),
                kind: local.kind.unwrap_or(ActorKind::Other),
                block: *block,
                gender: local.gender,
                same_as: match local.same_as {
                    Some((long, MentionLink::Acronym)) => name_of.get(first_of_block + long).copied().flatten(),
                    _ => None,
                },
            });
        }
        Self { names, name_of }
    }

    /// The index of the name that is mention `at`.
    fn name_of(&self, at: usize) -> Option<usize> {
        self.name_of.get(at).copied().flatten()
    }
}

/// The index of each mention with that of the first mention of its block.
fn with_first_of_block(locals: &[(BlockId, &LocalMention)]) -> impl Iterator<Item = (usize, usize)> {
    let mut first_of_block = 0;
    let mut before = None;
    locals.iter().enumerate().map(move |(at, (block, _))| {
        if before.replace(*block) != Some(*block) {
            first_of_block = at;
        }
        (at, first_of_block)
    })
}

/// Numbers the clusters by their first name in the text.
fn number_by_first_name(memberships: &[Membership]) -> Vec<Option<ActorId>> {
    let mut ids = Vec::new();
    let mut next = 0;
    for membership in memberships {
        let Membership::In(cluster, _) = membership else {
            continue;
        };
        if ids.len() <= *cluster {
            ids.resize(cluster + 1, None);
        }
        if let Some(slot @ None) = ids.get_mut(*cluster) {
            *slot = Some(ActorId(next));
            next += 1;
        }
    }
    ids
}

/// The actors of the mentions, of whom nothing else is known yet.
fn actors_of(mentions: &[Mention]) -> Vec<Actor> {
    let mut actors: Vec<Actor> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        let Some(id) = mention.actor else { continue };
        while actors.len() <= id.0 {
            actors.push(Actor::default());
        }
        if let Some(actor) = actors.get_mut(id.0) {
            actor.mentions.push(MentionId(at));
        }
    }
    actors
}

/// Descriptions in apposition to a name, or said of it, are mentions of its actor: "Rosa Weil, the captain," and "Rosa
/// Weil is the captain".
fn join_adjacent_descriptions(locals: &[(BlockId, &LocalMention)], actors: &mut [Actor], mentions: &mut [Mention]) {
    for ((at, first_of_block), (_, local)) in with_first_of_block(locals).zip(locals) {
        let Some((name, how)) = local.same_as.filter(|_| local.form != MentionForm::Named) else {
            continue;
        };
        let Some(id) = mentions.get(first_of_block + name).and_then(|name| name.actor) else {
            continue;
        };
        let (Some(mention), Some(actor)) = (mentions.get_mut(at), actors.get_mut(id.0)) else {
            continue;
        };
        mention.actor = Some(id);
        mention.kind = actor.kind;
        mention.confidence = 0.9;
        mention.because = match how {
            MentionLink::Copula => format_smolstr!("said of {}", actor.name),
            MentionLink::Apposition | MentionLink::Acronym => format_smolstr!("next to the name {}", actor.name),
        };
        actor.mentions.push(MentionId(at));
    }
    for actor in actors {
        actor.mentions.sort_unstable();
    }
}
