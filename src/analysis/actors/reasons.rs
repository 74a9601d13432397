//! Why a name belongs to its actor: how sure that is, and in words. It decides about no name.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::{SmolStr, format_smolstr};

use crate::analysis::actors::cluster::{Membership, Reason};
use crate::analysis::{Actor, ActorId, Mention};

/// How many of those who carry a name are named in a reason.
const NAMED: usize = 4;

/// How sure a name belongs to its actor, 0..=1.
pub(super) fn confidence(membership: Option<&Membership>) -> f32 {
    match membership {
        Some(Membership::In(_, Reason::Same)) => 1.0,
        Some(Membership::In(_, Reason::Short | Reason::Acronym)) => 0.9,
        Some(Membership::In(_, Reason::Title | Reason::SoFar | Reason::Paragraph)) => 0.7,
        Some(Membership::In(_, Reason::Habit)) => 0.6,
        Some(Membership::Tie(_) | Membership::Demonym(_)) | None => 0.0,
    }
}

/// Why names belong to their actors, in words. A draft says the same of most mentions of an actor: each is worded once.
#[derive(Default)]
pub(super) struct Reasons(FxHashMap<(ActorId, Reason), SmolStr>);

impl Reasons {
    /// Why a mention belongs to its actor, or to none.
    pub(super) fn of(
        &mut self,
        membership: Option<&Membership>,
        mention: &Mention,
        actors: &[Arc<Actor>],
        ids: &[Option<ActorId>],
    ) -> SmolStr {
        match membership {
            Some(Membership::In(_, Reason::Same)) => SmolStr::new_static("the name itself"),
            Some(Membership::In(_, reason)) => {
                let Some((id, actor)) = mention.actor.and_then(|id| Some((id, actors.get(id.0)?))) else {
                    return SmolStr::default();
                };
                let worded = self.0.entry((id, *reason));
                worded.or_insert_with(|| because(*reason, &actor.name)).clone()
            }
            Some(Membership::Tie(clusters)) => {
                let names: Vec<&str> = clusters
                    .iter()
                    .take(NAMED)
                    .filter_map(|cluster| Some(actors.get(ids.get(*cluster).copied().flatten()?.0)?.name.as_str()))
                    .collect();
                format_smolstr!("not resolved: could be {}", names.join(" or "))
            }
            Some(Membership::Demonym(state)) => format_smolstr!("points to {state} but is not the state itself"),
            None => SmolStr::default(),
        }
    }
}

fn because(reason: Reason, name: &str) -> SmolStr {
    match reason {
        Reason::Same => SmolStr::new_static("the name itself"),
        Reason::Short => format_smolstr!("short for {name}, the only one of that name in this draft"),
        Reason::Acronym => format_smolstr!("short for {name}"),
        Reason::Title => format_smolstr!("{name}, the only one of that name with this title"),
        Reason::SoFar => format_smolstr!("{name}, the only one of that name introduced so far"),
        Reason::Paragraph => format_smolstr!("{name}, the only one of that name in this paragraph"),
        Reason::Habit => format_smolstr!("{name}, the one the draft has meant by it so far"),
    }
}
