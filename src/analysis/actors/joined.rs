//! Actors with their mentions, descriptions in apposition to a name among them. It names nobody.

use std::sync::Arc;

use smol_str::format_smolstr;

use crate::analysis::actors::{LocalMention, MentionLink};
use crate::analysis::{Actor, Mention, MentionForm, MentionId};
use crate::markup::BlockId;

/// Gives the actors their mentions, in the order of the text.
pub(super) fn with_all_mentions(actors: &mut [Arc<Actor>], mentions: &[Mention]) {
    for actor in actors.iter_mut() {
        Arc::make_mut(actor).mentions.clear();
    }
    for (at, mention) in mentions.iter().enumerate() {
        if let Some(actor) = mention.actor.and_then(|id| actors.get_mut(id.0)) {
            Arc::make_mut(actor).mentions.push(MentionId(at));
        }
    }
}

/// Descriptions in apposition to a name, or said of it, are mentions of its actor: "Rosa Weil, the captain," and "Rosa
/// Weil is the captain". The two lists are those of some blocks.
pub(super) fn join_adjacent_descriptions(
    locals: &[(BlockId, &LocalMention)],
    actors: &[Arc<Actor>],
    mentions: &mut [Mention],
) {
    for ((at, first_of_block), (_, local)) in with_first_of_block(locals).zip(locals) {
        let Some((name, how)) = local.same_as.filter(|_| local.form != MentionForm::Named) else {
            continue;
        };
        let Some(id) = mentions.get(first_of_block + name).and_then(|name| name.actor) else {
            continue;
        };
        let (Some(mention), Some(actor)) = (mentions.get_mut(at), actors.get(id.0)) else {
            continue;
        };
        mention.actor = Some(id);
        mention.kind = actor.kind;
        mention.confidence = 0.9;
        mention.because = match how {
            MentionLink::Copula => format_smolstr!("said of {}", actor.name),
            MentionLink::Apposition | MentionLink::Acronym => format_smolstr!("next to the name {}", actor.name),
        };
    }
}

/// The index of each mention with that of the first mention of its block.
pub(super) fn with_first_of_block(locals: &[(BlockId, &LocalMention)]) -> impl Iterator<Item = (usize, usize)> {
    let mut first_of_block = 0;
    let mut before = None;
    locals.iter().enumerate().map(move |(at, (block, _))| {
        if before.replace(*block) != Some(*block) {
            first_of_block = at;
        }
        (at, first_of_block)
    })
}
