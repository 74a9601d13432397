//! The card of an actor: who it is, what the draft calls them, what they say and do. It knows nothing that
//! neither the draft nor the newsroom's actor file says, and keeps the two apart.

use std::cmp::Reverse;

use crate::analysis::{Actor, ActorId, Event, Group, Mention, MentionForm, Quotation, QuotationKind, times};
use crate::engine::hover::event;
use crate::engine::hover::types::{ActorCard, Counterpart, EntryCard, Excerpt, QuotationLine};
use crate::engine::types::Snapshot;

/// How many quotations, events and counterparts a card lists.
const LISTED: usize = 3;

/// The card of whoever a mention refers to.
pub(super) fn card(snapshot: &Snapshot, mention: &Mention) -> ActorCard {
    let text = snapshot.text_of(mention.place);
    let mut card = ActorCard {
        actor: None,
        name: text.to_owned(),
        kind: mention.kind,
        is_named: mention.form == MentionForm::Named,
        roles: Vec::new(),
        aliases: Vec::new(),
        first_mention: None,
        quotation_count: 0,
        quotations: Vec::new(),
        event_count: 0,
        events: Vec::new(),
        counterparts: Vec::new(),
        entry: None,
        mention: text.to_owned(),
        form: mention.form,
        reading: mention.reading,
        could_be: could_be(snapshot, mention),
        confidence: mention.confidence,
        because: mention.because.to_string(),
    };
    let Some((id, actor)) = mention.actor.and_then(|id| Some((id, snapshot.actor(id)?))) else {
        return card;
    };
    card.actor = Some(id);
    card.name.clone_from(&actor.name);
    card.kind = actor.kind;
    card.entry = entry_card(snapshot, actor);
    card.is_named = snapshot
        .mentions_of(actor)
        .any(|mention| mention.form == MentionForm::Named);
    card.roles = roles_of(snapshot, actor);
    card.aliases.clone_from(&actor.aliases);
    card.first_mention = snapshot
        .full_mention(actor)
        .map(|first| Excerpt::of(snapshot, first.place));
    let theirs = quotations_of(snapshot, id);
    card.quotation_count = theirs.len();
    card.quotations = theirs
        .into_iter()
        .take(LISTED)
        .map(|quotation| QuotationLine {
            words: Excerpt::of(snapshot, quotation.place),
            kind: quotation.kind,
        })
        .collect();
    let events = events_of(snapshot, id);
    card.event_count = events.len();
    card.events = events
        .iter()
        .take(LISTED)
        .map(|event| event::line(snapshot, event, Some(id)))
        .collect();
    card.counterparts = counterparts(snapshot, id, &events);
    card
}

/// What an actor says, in the order of the text.
fn quotations_of(snapshot: &Snapshot, id: ActorId) -> Vec<&Quotation> {
    let is_theirs = |quotation: &&Quotation| {
        let speaker = quotation.speaker.as_ref();
        quotation.kind != QuotationKind::Mention && speaker.is_some_and(|speaker| speaker.actor == Some(id))
    };
    snapshot.facts.quotations.iter().filter(is_theirs).collect()
}

/// The actors that a mention could equally be, by name.
fn could_be(snapshot: &Snapshot, mention: &Mention) -> Vec<Excerpt> {
    let actors = mention.could_be.iter().filter_map(|id| snapshot.actor(*id));
    let named = actors.filter_map(|actor| {
        let full = snapshot.full_mention(actor)?;
        Some(Excerpt {
            text: actor.name.clone(),
            span: snapshot.source_span(full.place),
        })
    });
    named.collect()
}

fn entry_card(snapshot: &Snapshot, actor: &Actor) -> Option<EntryCard> {
    let entry = snapshot.register.as_ref()?.get(actor.entry?)?;
    let day = snapshot.facts.anchor.as_ref().map(|anchor| anchor.date);
    let titles = entry.titles_on(day).map(|title| match title.valid_from {
        Some(from) => format!(
            "{} (since {})",
            title.text,
            times::day_in_words(from, snapshot.facts.locale)
        ),
        None => title.text.to_string(),
    });
    let owned = |text: &Option<_>| text.as_ref().map(ToString::to_string);
    Some(EntryCard {
        name: entry.name.to_string(),
        titles: titles.collect(),
        affiliation: owned(&entry.affiliation),
        note: owned(&entry.note),
        link: owned(&entry.link),
    })
}

/// The events an actor takes part in, each once, newest first; those without a day last, in the order of the text.
fn events_of(snapshot: &Snapshot, id: ActorId) -> Vec<&Event> {
    let mut events: Vec<&Event> = snapshot
        .facts
        .events
        .iter()
        .filter(|event| event.retells.is_none() && event.is_sure() && takes_part(event, id))
        .collect();
    // What they say is counted with their quotations.
    events.retain(|event| event.kind.group() != Group::Statement);
    events.sort_by_key(|event| {
        let last = event
            .times
            .iter()
            .filter_map(|time| time.days)
            .map(|(_, last)| last)
            .max();
        Reverse(last)
    });
    events
}

fn counterparts(snapshot: &Snapshot, id: ActorId, events: &[&Event]) -> Vec<Counterpart> {
    let mut counts: Vec<(ActorId, usize)> = Vec::new();
    for event in events {
        let mut others: Vec<ActorId> = event
            .participants
            .iter()
            .filter_map(|participant| participant.actor)
            .filter(|other| *other != id)
            .collect();
        others.sort_unstable();
        others.dedup();
        for other in others {
            match counts.iter_mut().find(|(known, _)| *known == other) {
                Some((_, count)) => *count += 1,
                None => counts.push((other, 1)),
            }
        }
    }
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
        .into_iter()
        .filter_map(|(other, count)| {
            let actor = snapshot.actor(other)?;
            Some(Counterpart {
                name: actor.name.clone(),
                first_mention: Excerpt::of(snapshot, snapshot.full_mention(actor)?.place),
                count,
            })
        })
        .take(LISTED)
        .collect()
}

fn roles_of(snapshot: &Snapshot, actor: &Actor) -> Vec<Excerpt> {
    actor
        .roles
        .iter()
        .map(|role| Excerpt {
            text: role.text.clone(),
            span: snapshot.source_span(role.place),
        })
        .collect()
}

fn takes_part(event: &Event, actor: ActorId) -> bool {
    event
        .participants
        .iter()
        .any(|participant| participant.actor == Some(actor))
}
