//! From the mentions of the blocks to the named actors of the draft, with their roles and names. Pronouns and
//! descriptions that stand beside no name are left open here.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::{SmolStr, format_smolstr};

use crate::analysis::actors::cluster::{Membership, Named, cluster};
use crate::analysis::actors::forms::{lower, one_spaced};
use crate::analysis::actors::reasons::{Reasons, confidence};
use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::actors::{Function, Link, LocalMention};
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Mention, MentionForm, MentionId, Place, Reading, Role};
use crate::markup::Markup;

/// Joins names and the roles beside them to actors. The mentions are those of all blocks, in the order of the text;
/// descriptions and pronouns are left without an actor, but for those that stand in apposition to a name, and the forms
/// are not counted yet. Linear in the number of mentions.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> (Vec<Actor>, Vec<Mention>) {
    let places = all(blocks);
    // The name of each mention, as an index into `names`, and back.
    let mut name_of = vec![None; places.len()];
    let mut names = Vec::new();
    let mut first_of_block = 0;
    for (at, (block, local)) in places.iter().enumerate() {
        if at > 0 && places.get(at - 1).is_some_and(|(before, _)| before != block) {
            first_of_block = at;
        }
        if local.form != MentionForm::Named {
            continue;
        }
        if let Some(slot) = name_of.get_mut(at) {
            *slot = Some(names.len());
        }
        let text = markup.blocks.get(*block).map_or("", |block| local.span.of(&block.text));
        names.push(Named {
            text: local.meant.as_deref().unwrap_or(text),
            kind: local.kind.unwrap_or(ActorKind::Other),
            block: *block,
            gender: local.gender,
            same_as: match local.same_as {
                Some((long, Link::Acronym)) => name_of.get(first_of_block + long).copied().flatten(),
                _ => None,
            },
        });
    }
    let (memberships, _) = cluster(&names);
    let ids = number(&memberships);
    let mut actors: Vec<Actor> = Vec::new();
    let mut mentions = Vec::with_capacity(places.len());
    for (at, (block, local)) in places.iter().enumerate() {
        let membership = name_of
            .get(at)
            .copied()
            .flatten()
            .and_then(|name| memberships.get(name));
        let text = markup.blocks.get(*block).map_or("", |block| local.span.of(&block.text));
        let actor = match membership {
            Some(Membership::In(cluster, _)) => ids.get(*cluster).copied().flatten(),
            _ => None,
        };
        mentions.push(Mention {
            place: Place::new(*block, local.span),
            kind: local.kind.unwrap_or(ActorKind::Other),
            form: local.form,
            actor,
            could_be: Vec::new(),
            reading: reading(text, local),
            confidence: confidence(membership),
            because: SmolStr::default(),
        });
    }
    for (at, mention) in mentions.iter().enumerate() {
        if let Some(id) = mention.actor {
            while actors.len() <= id.0 {
                actors.push(Actor {
                    name: String::new(),
                    kind: ActorKind::Other,
                    roles: Vec::new(),
                    aliases: Vec::new(),
                    mentions: Vec::new(),
                    entry: None,
                });
            }
            if let Some(actor) = actors.get_mut(id.0) {
                actor.mentions.push(MentionId(at));
            }
        }
    }
    for actor in &mut actors {
        name_and_kind(actor, markup, &places);
        roles(actor, markup, &places);
    }
    let mut reasons = Reasons::default();
    for (at, mention) in mentions.iter_mut().enumerate() {
        let membership = name_of
            .get(at)
            .copied()
            .flatten()
            .and_then(|name| memberships.get(name));
        if let Some(actor) = mention.actor.and_then(|id| actors.get(id.0)) {
            mention.kind = actor.kind;
        }
        mention.because = reasons.of(membership, mention, &actors, &ids);
        if mention.reading == Some(Reading::Government)
            && let Some((block, local)) = places.get(at)
        {
            let verb = local
                .governor
                .and_then(|verb| blocks.get(*block)?.language.words.get(verb))
                .map_or("", |verb| {
                    markup.blocks.get(*block).map_or("", |block| verb.span.of(&block.text))
                });
            mention.because = format_smolstr!("the government here: subject of '{verb}'");
        }
    }
    beside_names(&places, &mut actors, &mut mentions);
    (actors, mentions)
}

/// The mentions of all blocks with the index of their block.
pub(in crate::analysis) fn all(blocks: &[Arc<BlockFacts>]) -> Vec<(usize, &LocalMention)> {
    blocks
        .iter()
        .enumerate()
        .flat_map(|(block, facts)| facts.mentions.iter().map(move |local| (block, local)))
        .collect()
}

/// Numbers the clusters by their first name in the text.
fn number(memberships: &[Membership]) -> Vec<Option<ActorId>> {
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

/// The fullest name is the longest of the most complete forms; of equally long ones the first.
fn name_and_kind(actor: &mut Actor, markup: &Markup, places: &[(usize, &LocalMention)]) {
    let mut best = "";
    let mut best_is = (0, false);
    let mut votes = [0usize; 4];
    for at in &actor.mentions {
        let Some((block, local)) = places.get(at.0) else {
            continue;
        };
        let text = markup.blocks.get(*block).map_or("", |block| local.span.of(&block.text));
        let text = local.meant.as_deref().unwrap_or(text);
        let words = text.split_whitespace().count();
        let is = (words, is_mixed_case(text));
        if is > best_is {
            (best, best_is) = (text, is);
        }
        let kind = local.kind.unwrap_or(ActorKind::Other);
        if let Some(count) = votes.get_mut(kind as usize) {
            *count += 2 + usize::from(words > 1);
        }
    }
    actor.name = match tables::state(best) {
        Some(StateWord::Name(state)) if best.contains('.') || best.chars().all(char::is_uppercase) => state.to_owned(),
        _ => one_spaced(best).into_owned(),
    };
    let kinds = [
        ActorKind::Person,
        ActorKind::Organization,
        ActorKind::Place,
        ActorKind::Other,
    ];
    actor.kind = kinds
        .into_iter()
        .zip(votes)
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(ActorKind::Other, |(kind, _)| kind);
}

fn is_mixed_case(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// How many roles of one actor are kept.
const ROLES: usize = 32;

/// The roles that stand beside the names, each once.
fn roles(actor: &mut Actor, markup: &Markup, places: &[(usize, &LocalMention)]) {
    for at in &actor.mentions {
        let Some((block, local)) = places.get(at.0) else {
            continue;
        };
        for role in &local.roles {
            let text = markup.blocks.get(*block).map_or("", |block| role.span.of(&block.text));
            let text = one_spaced(text);
            let known = actor.roles.iter().any(|known| known.text.eq_ignore_ascii_case(&text));
            if !known && !text.is_empty() && actor.roles.len() < ROLES {
                actor.roles.push(Role {
                    text: text.into_owned(),
                    place: Place::new(*block, role.span),
                });
            }
        }
    }
}

/// Descriptions in apposition to a name, or said of it, are mentions of its actor.
fn beside_names(places: &[(usize, &LocalMention)], actors: &mut [Actor], mentions: &mut [Mention]) {
    let mut first_of_block = 0;
    for (at, (block, local)) in places.iter().enumerate() {
        if at > 0 && places.get(at - 1).is_some_and(|(before, _)| before != block) {
            first_of_block = at;
        }
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
            Link::Copula => format_smolstr!("said of {}", actor.name),
            Link::Apposition | Link::Acronym => format_smolstr!("stands beside the name {}", actor.name),
        };
        actor.mentions.push(MentionId(at));
    }
    for actor in actors {
        actor.mentions.sort_unstable();
    }
}

/// Counts the forms that the draft uses.
pub(in crate::analysis) fn aliases(actor: &mut Actor, markup: &Markup, mentions: &[Mention]) {
    actor.aliases.clear();
    let mut known: FxHashMap<Cow<str>, usize> = FxHashMap::default();
    for at in &actor.mentions {
        let Some(mention) = mentions.get(at.0) else { continue };
        let text = markup
            .blocks
            .get(mention.place.block)
            .map_or("", |block| mention.place.span.of(&block.text));
        let text = match (mention.form, one_spaced(text)) {
            (MentionForm::Named, text) => text,
            (MentionForm::Nominal | MentionForm::Pronoun, Cow::Borrowed(text)) => lower(text),
            (MentionForm::Nominal | MentionForm::Pronoun, Cow::Owned(text)) => Cow::Owned(text.to_lowercase()),
        };
        match known.get(&text).and_then(|index| actor.aliases.get_mut(*index)) {
            Some((_, count)) => *count += 1,
            None => {
                actor.aliases.push((text.clone().into_owned(), 1));
                known.insert(text, actor.aliases.len() - 1);
            }
        }
    }
}

/// A state or a seat of power is the government where it acts, and the place elsewhere.
fn reading(text: &str, local: &LocalMention) -> Option<Reading> {
    if local.form != MentionForm::Named {
        return None;
    }
    match tables::state(local.meant.as_deref().unwrap_or(text))? {
        StateWord::Demonym(_) => None,
        StateWord::Name(_) | StateWord::Seat(_) => Some(match local.function {
            Function::Subject => Reading::Government,
            Function::Object | Function::Possessor | Function::Oblique | Function::Other => Reading::Place,
        }),
    }
}
