//! From the mentions of the blocks to the named actors of the draft, with their roles and names. Pronouns and
//! descriptions that are not next to a name are left open here.

use std::sync::Arc;

use crate::analysis::actors::LocalMention;
use crate::analysis::actors::cluster::{Membership, cluster};
use crate::analysis::actors::joined::{join_adjacent_descriptions, with_all_mentions};
use crate::analysis::actors::kept::KeptNames;
use crate::analysis::actors::named::{Named, keys, names};
use crate::analysis::actors::profile::{add_roles, give_name_and_kind};
use crate::analysis::change::Change;
use crate::analysis::{Actor, ActorId, BlockFacts, Mention};
use crate::markup::{BlockId, Markup};

/// Joins names and the roles next to them to actors. The mentions are those of all blocks, in the order of the text;
/// descriptions and pronouns are left without an actor, except for those that are in apposition to a name, and the forms
/// are not counted yet. Linear in the number of mentions.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> (Vec<Arc<Actor>>, Vec<Mention>) {
    fold_again(markup, blocks, &mut KeptNames::default(), None)
}

/// The same, where the names are those of the last version, which left them in `kept`, for little more than a copy.
#[must_use]
pub fn fold_again(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    kept: &mut KeptNames,
    change: Option<&Change>,
) -> (Vec<Arc<Actor>>, Vec<Mention>) {
    let locals = local_mentions(blocks);
    let draft = (markup, blocks);
    if let Some(change) = change
        && let Some(found) = kept.again(draft, &locals, change)
    {
        return found;
    }
    let names = names(markup, &locals);
    let memberships = cluster(&names);
    let named = Named {
        names: keys(&names),
        ids: number_by_first_name(&memberships),
        memberships,
    };
    let mut mentions = named.mentions(markup, &locals, 0);
    let mut actors = actors_of(&mentions);
    for actor in actors.iter_mut().map(Arc::make_mut) {
        give_name_and_kind(actor, markup, &locals);
        add_roles(actor, markup, &locals);
    }
    named.explain(draft, (&locals, &mut mentions), 0, &actors);
    join_adjacent_descriptions(&locals, &actors, &mut mentions);
    with_all_mentions(&mut actors, &mentions);
    kept.keep(named, &actors, &mentions);
    (actors, mentions)
}

/// The mentions of all blocks with the index of their block.
pub(in crate::analysis) fn local_mentions(blocks: &[Arc<BlockFacts>]) -> Vec<(BlockId, &LocalMention)> {
    let mut locals = Vec::with_capacity(blocks.iter().map(|facts| facts.mentions.len()).sum());
    for (block, facts) in BlockId::number(blocks) {
        locals.extend(facts.mentions.iter().map(|local| (block, local)));
    }
    locals
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
fn actors_of(mentions: &[Mention]) -> Vec<Arc<Actor>> {
    let actors = mentions.iter().filter_map(|mention| Some(mention.actor?.0 + 1)).max();
    let mut actors: Vec<Arc<Actor>> = (0..actors.unwrap_or(0)).map(|_| Arc::default()).collect();
    with_all_mentions(&mut actors, mentions);
    actors
}
