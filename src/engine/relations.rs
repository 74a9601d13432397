//! Who does something to whom, or with whom: pairs of people and organizations that one frame of a draft names together (“Weil sued
//! Lund”, “Weil met with Lund”). It finds no event, and leaves out those of which it is not sure who takes part: a pair that is
//! far-fetched is worse than none.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::{ActorId, ActorKind, Event, EventStatus, MentionForm, Participant, ParticipantRole, Place};
use crate::engine::lookup::{in_block, spaced};
use crate::engine::outline::Names;
use crate::engine::types::Snapshot;
use crate::text::{Span, table};

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

/// The relations, in the order of the text; what is told again is left out, and so is what may be and what somebody says between
/// quotation marks. Linear in the events and those who take part.
pub(super) fn relations(snapshot: &Snapshot) -> Vec<Relation> {
    let names = Names::new(snapshot);
    let mut relations: Vec<Relation> = Vec::new();
    for (id, event) in snapshot.facts.events_with_ids() {
        let is_stated = event.retells.is_none() && event.status != EventStatus::Possible;
        let Some(frame) = FRAMES.get(event.lemma.as_str()).filter(|_| is_stated) else {
            continue;
        };
        if snapshot.is_quoted(event.trigger) {
            continue;
        }
        for (who, whom) in pairs(snapshot, event, *frame) {
            let name = |actor| {
                snapshot
                    .actor(actor)
                    .map(|actor| spaced(&actor.name))
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
    relations
}

/// How a verb puts two together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// One does it to the other.
    To,
    /// The same, if the other is a person.
    ToPerson,
    /// Both do it.
    EachOther,
}

static FRAMES: LazyLock<FxHashMap<&str, Frame>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("between_people.tsv"));
    let frame = |kind: &str| match kind {
        "to" => Frame::To,
        "to person" => Frame::ToPerson,
        _ => Frame::EachOther,
    };
    rows.map(|[verb, kind]| (verb, frame(kind))).collect()
});

/// Who does an event and who it is done to, or with, as far as both are named there.
fn pairs(snapshot: &Snapshot, event: &Event, frame: Frame) -> Vec<(ActorId, ActorId)> {
    let of = |is_meant: &dyn Fn(&Participant) -> bool| -> Vec<ActorId> {
        let mut actors: Vec<ActorId> = Vec::new();
        for participant in event.participants.iter().filter(|one| is_meant(one)) {
            let party = participant
                .actor
                .filter(|actor| is_named_party(snapshot, participant, *actor));
            actors.extend(party.filter(|actor| !actors.contains(actor)));
        }
        actors
    };
    let agents = of(&|one| one.role == ParticipantRole::Agent);
    // Whoever comes after “with” is surely with them, whatever else the preposition may belong to.
    let is_with = |one: &Participant| frame == Frame::EachOther && follows_with(snapshot, one);
    let others = of(&|one| match one.role {
        ParticipantRole::Patient => event.is_sure() || is_with(one),
        ParticipantRole::Other => is_with(one),
        ParticipantRole::Agent => false,
    });
    let is_alone = others.is_empty() && event.is_sure();
    if let ([one, other], true, Frame::EachOther) = (agents.as_slice(), is_alone, frame) {
        return vec![(*one, *other)];
    }
    let is_fit = |whom: &ActorId| {
        frame != Frame::ToPerson
            || snapshot
                .actor(*whom)
                .is_some_and(|actor| actor.kind == ActorKind::Person)
    };
    let others: Vec<ActorId> = others.into_iter().filter(is_fit).collect();
    let with = |who: ActorId| {
        others
            .iter()
            .copied()
            .filter(move |whom| *whom != who)
            .map(move |whom| (who, whom))
    };
    agents.iter().copied().flat_map(with).collect()
}

/// “With Lund”.
fn follows_with(snapshot: &Snapshot, participant: &Participant) -> bool {
    let place = participant.place;
    let before = place
        .block
        .of(&snapshot.markup.blocks)
        .and_then(|block| block.text.get(..place.span.start));
    let is_inside = snapshot.text_of(place).starts_with("with ");
    is_inside || before.is_some_and(|before| before.trim_end().ends_with(" with"))
}

/// Whether somebody, and not a place or a thing, takes part by name: who “they” are is a reading.
fn is_named_party(snapshot: &Snapshot, participant: &Participant, actor: ActorId) -> bool {
    let is_kind = |actor: ActorId| {
        let kind = snapshot.actor(actor).map(|actor| actor.kind);
        matches!(kind, Some(ActorKind::Person | ActorKind::Organization))
    };
    let place = participant.place;
    let mut mentions = in_block(&snapshot.facts.mentions, place.block, |mention| mention.place);
    is_kind(actor)
        && mentions.any(|mention| {
            let is_meant = mention.form == MentionForm::Named && mention.actor == Some(actor);
            is_meant && (place.covers(mention.place) || names_it(snapshot, place, mention.place))
        })
}

/// “The captain, Tom Lund”: the name comes right after what somebody is.
fn names_it(snapshot: &Snapshot, place: Place, name: Place) -> bool {
    let block = place.block.of(&snapshot.markup.blocks);
    block.and_then(|block| block.text.get(place.span.end..name.span.start)) == Some(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::snapshot;

    fn pairs_in(text: &str) -> Vec<String> {
        let relations = relations(&snapshot(text));
        relations
            .into_iter()
            .map(|one| format!("{} – {}", one.who, one.whom))
            .collect()
    }

    #[test]
    fn those_whom_a_frame_names_together_are_a_pair() {
        for text in [
            "Mayor Rosa Weil met Tom Lund on Monday in Senn.",
            "Mayor Rosa Weil met with Tom Lund for two hours on Monday.",
            "Rosa Weil sued Tom Lund in March.",
            "Rosa Weil told Tom Lund on Friday that the ferry would stop.",
            "On Monday, Rosa Weil fired Tom Lund, the captain.",
            "On Monday, Rosa Weil fired the captain, Tom Lund.",
            "The mayor, Rosa Weil, will meet the harbor master, Tom Lund, on Monday.",
        ] {
            assert_eq!(pairs_in(text), ["Rosa Weil – Tom Lund"], "{text}");
        }
    }

    #[test]
    fn nobody_is_paired_by_a_pronoun_or_with_a_thing() {
        for text in [
            "Rosa Weil has piloted the Senn Belle for years. Tom Lund waved.",
            "Tom Lund waited on Monday. Rosa Weil said it was late. She praised him.",
            "Rosa Weil left Senn Jail on Monday. Tom Lund opened the door.",
            "“Rosa Weil sued Tom Lund,” Ida Quist said.",
            "Rosa Weil might sue Tom Lund.",
            "“It is late,” Rosa Weil told the Senn Chamber of Commerce.",
        ] {
            assert_eq!(pairs_in(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_table_has_no_verb_twice() {
        assert_eq!(table::lines(include_str!("between_people.tsv")).count(), FRAMES.len());
    }
}
