//! Who does something to whom, or with whom: pairs of people and organizations in the events of a draft. It finds no event, and
//! leaves out those of which it is not sure who takes part.

use crate::analysis::{Actor, ActorId, ActorKind, EventStatus, ParticipantRole};
use crate::engine::lookup::spaced;
use crate::engine::outline::Names;
use crate::engine::types::Snapshot;
use crate::text::Span;

/// An event with two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Who acts, by the full name.
    pub who: String,
    /// Who it is done to, or with, by the full name.
    pub whom: String,
    /// The event as a headline.
    pub what: String,
    /// Whether it took place.
    pub status: EventStatus,
    /// Where the word for it is in the source.
    pub span: Span,
}

/// The relations, in the order of the text; what is told again is left out. Linear in the events and those who take part.
pub(super) fn relations(snapshot: &Snapshot) -> Vec<Relation> {
    let names = Names::new(snapshot);
    let mut relations = Vec::new();
    for (id, event) in snapshot.facts.events_with_ids() {
        if !event.is_sure() || event.retells.is_some() {
            continue;
        }
        let of = |role| -> Vec<ActorId> {
            let mut actors: Vec<ActorId> = Vec::new();
            for participant in event.participants.iter().filter(|one| one.role == role) {
                actors.extend(
                    participant
                        .actor
                        .filter(|actor| is_party(snapshot, *actor) && !actors.contains(actor)),
                );
            }
            actors
        };
        let whom = of(ParticipantRole::Patient);
        for who in of(ParticipantRole::Agent) {
            for whom in whom.iter().copied().filter(|whom| *whom != who) {
                let name = |actor| {
                    snapshot
                        .actor(actor)
                        .map(|actor: &Actor| spaced(&actor.name))
                        .unwrap_or_default()
                };
                relations.push(Relation {
                    who: name(who),
                    whom: name(whom),
                    what: names.of(id).to_owned(),
                    status: event.status,
                    span: snapshot.source_span(event.trigger),
                });
            }
        }
    }
    relations
}

/// Whether an actor is somebody with a name, and not a place or a thing.
fn is_party(snapshot: &Snapshot, actor: ActorId) -> bool {
    let Some(actor) = snapshot.actor(actor) else {
        return false;
    };
    let is_kind = matches!(actor.kind, ActorKind::Person | ActorKind::Organization);
    is_kind && snapshot.named_mentions_of(actor).next().is_some()
}
