//! The people who could have said a quotation, by what a newspaper would call them there. No thing, no group and nobody without a
//! name is among them.

use crate::analysis::actors::Function;
use crate::analysis::{ActorId, ActorKind, Mention, Place};
use crate::engine::lookup::{in_block, spaced};
use crate::engine::types::Snapshot;
use crate::markup::BlockId;

/// How many people are named.
const MOST: usize = 3;

/// How many paragraphs before the quotation are looked at.
const PARAGRAPHS: usize = 3;

/// How sure it must be who a mention refers to.
const SURE: f32 = 0.75;

/// The people near a quotation: those who do something before it, nearest first, then whoever else is mentioned.
pub(in crate::engine) fn people(snapshot: &Snapshot, quotation: Place) -> Vec<String> {
    let mut near: Vec<(bool, ActorId)> = Vec::new();
    let mut add = |block: BlockId, is_wanted: &dyn Fn(Place) -> bool| {
        let of_block = mentions(snapshot, block);
        for (mention, function) in of_block
            .into_iter()
            .rev()
            .filter(|(mention, _)| is_wanted(mention.place))
        {
            near.extend(mention.actor.map(|actor| (function != Function::Subject, actor)));
        }
    };
    add(quotation.block, &|place| place < quotation);
    add(quotation.block, &|place| place > quotation);
    let before = snapshot.markup.blocks.get(..quotation.block.0).unwrap_or_default();
    let body = before
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, block)| block.kind.is_body());
    for (index, _) in body.take(PARAGRAPHS) {
        add(BlockId(index), &|_| true);
    }
    near.sort_by_key(|(is_other, _)| *is_other);
    let mut names: Vec<String> = Vec::new();
    for (_, actor) in near {
        if names.len() < MOST
            && let Some(name) = name_at(snapshot, actor, quotation)
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// The people whom a block mentions outside quotation marks, each with what it does in its clause.
fn mentions(snapshot: &Snapshot, block: BlockId) -> Vec<(&Mention, Function)> {
    let Some(facts) = block.of(&snapshot.blocks) else {
        return Vec::new();
    };
    let mentions = in_block(&snapshot.facts.mentions, block, |mention| mention.place);
    let with_function = facts
        .mentions
        .iter()
        .zip(mentions)
        .map(|(local, mention)| (mention, local.function));
    with_function
        .filter(|(mention, _)| mention.kind == ActorKind::Person && mention.confidence >= SURE)
        .filter(|(mention, _)| mention.could_be.is_empty() && !snapshot.is_quoted(mention.place))
        .collect()
}

/// What a person is called at a place: the family name if the draft has introduced them in full before it.
fn name_at(snapshot: &Snapshot, id: ActorId, at: Place) -> Option<String> {
    let actor = snapshot.actor(id).filter(|actor| actor.kind == ActorKind::Person)?;
    snapshot.named_mentions_of(actor).next()?;
    let is_introduced = snapshot
        .named_mentions_of(actor)
        .any(|mention| mention.place < at && snapshot.text_of(mention.place).contains(char::is_whitespace));
    let family = snapshot.family_name(actor).filter(|_| is_introduced);
    Some(spaced(family.unwrap_or(&actor.name)))
}
