//! The card of an actor: who it is, what the draft calls them, what they say and do. It knows nothing that
//! neither the draft nor the newsroom's actor file says, and keeps the two apart.

use std::cmp::Reverse;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::analysis::actors::tables;
use crate::analysis::{
    Actor, ActorId, ActorKind, Event, Group, Mention, MentionForm, Participant, ParticipantRole, Quotation,
    QuotationKind, times,
};
use crate::engine::hover::names::{is_part_of_name, names_of};
use crate::engine::hover::types::{ActorCard, Counterpart, EntryCard, EventLine, Excerpt, QuotationLine};
use crate::engine::hover::{described, event};
use crate::engine::lookup::in_block;
use crate::engine::sources::quotations_of;
use crate::engine::types::Snapshot;
use crate::markup::BlockKind;

/// How sure it must be who takes part in an event for a card to say so; see the table in docs/events.md.
const SURE_PART: f32 = 0.9;

/// How many quotations, events and counterparts a card lists.
const LISTED: usize = 3;

/// The card of whoever a mention refers to. `None` where it would have nothing to say: of somebody without a name, unless they are
/// quoted, since nobody can tell whether the draft names them elsewhere; and of a part of a longer name.
pub(super) fn card(snapshot: &Snapshot, mention: &Mention) -> Option<ActorCard> {
    let card = whole_card(snapshot, mention);
    // Of two people whom "she" may be, a reader learns something; what "their" may stand for is a guess.
    let is_tie = card.actor.is_none() && stands_for_person(&card) && card.could_be.len() > 1;
    let speaks = card.quotation_count + card.report_count > 0;
    let says_more = card.is_named || speaks || is_tie;
    let is_other =
        stands_for_person(&card) && card.actor.is_some() && (card.kind != ActorKind::Person || !card.is_kind_sure);
    (says_more
        && !says_nothing(&card)
        && !is_other
        && !is_part_of_name(snapshot, mention)
        && !is_credited(snapshot, mention))
    .then_some(card)
}

/// Whether a card could only say how often a name is written: a reader learns nothing from that, and a name of which nobody knows
/// what it is may be a part of one.
fn says_nothing(card: &ActorCard) -> bool {
    let says_more = card.described.is_some() || card.first_line.is_some() || card.aliases.len() > 1;
    // "Roth County", "Courier NL": what ends so is nobody.
    let last = card.name.split(' ').next_back().unwrap_or_default();
    let ends_oddly =
        !card.name.contains(' ') || last == last.to_uppercase() || tables::noun(&last.to_lowercase()).is_some();
    let is_word = !card.is_kind_sure && card.roles.is_empty() && ends_oddly;
    let is_silent = match card.kind {
        ActorKind::Person => is_word,
        _ => !card.is_kind_sure || !says_more,
    };
    // What "it" and "the county" stand for is a guess, and "the bill states" is no place.
    let is_guess = card.kind != ActorKind::Person
        && card.form != MentionForm::Named
        && (card.form == MentionForm::Pronoun
            || card.kind == ActorKind::Place
            || card.is_named && card.confidence < SURE_PART);
    is_guess
        || card.is_named
            && is_silent
            && card.entry.is_none()
            && card.quotation_count == 0
            && card.event_count == 0
            && (card.reading.is_none() || !card.because.is_empty())
}

/// "She", "his": whoever is meant is a person, so that a name of another kind is a mistake.
fn stands_for_person(card: &ActorCard) -> bool {
    stands_for(card.form, &card.mention)
}

fn stands_for(form: MentionForm, words: &str) -> bool {
    let word = words.split(' ').next().unwrap_or("").to_lowercase();
    form == MentionForm::Pronoun && matches!(word.as_str(), "he" | "him" | "his" | "she" | "her" | "hers")
}

/// Whether a mention is in the credit of a picture: whoever took it is not in the story.
fn is_credited(snapshot: &Snapshot, mention: &Mention) -> bool {
    let place = mention.place;
    let in_text = place.block.of(&snapshot.blocks).is_some_and(|facts| {
        let mut credits = facts.credits.iter();
        credits.any(|credit| credit.covers(place.span))
    });
    let in_field = place
        .block
        .of(&snapshot.markup.blocks)
        .is_some_and(|block| matches!(&block.kind, BlockKind::Field(key) if key.to_lowercase().contains("credit")));
    in_text || in_field
}

/// All that there is to say of whoever a mention refers to. It is long because every field of the card is filled here.
fn whole_card(snapshot: &Snapshot, mention: &Mention) -> ActorCard {
    let text = snapshot.text_of(mention.place);
    let mut card = ActorCard {
        actor: None,
        name: text.to_owned(),
        kind: mention.kind,
        is_kind_sure: false,
        is_named: mention.form == MentionForm::Named,
        roles: Vec::new(),
        aliases: Vec::new(),
        first_mention: None,
        described: None,
        first_line: None,
        quotation_count: 0,
        report_count: 0,
        may_say_more: false,
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
    card.aliases = names_of(snapshot, actor);
    card.first_mention = snapshot
        .full_mention(actor)
        .map(|first| Excerpt::of(snapshot, first.place));
    if card.roles.is_empty() || actor.kind != ActorKind::Person {
        card.described = described::description(snapshot, actor);
    }
    if actor.kind != ActorKind::Person && card.is_named {
        card.first_line = described::first_line(snapshot, actor, mention.place);
    }
    let theirs = quotations_of(snapshot, id);
    // What the draft only reports of them is counted, as it is among the sources, but not shown: where such words end is a reading.
    let is_marked = |quotation: &&Quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed);
    let (marked, reported): (Vec<&Quotation>, Vec<&Quotation>) = theirs.into_iter().partition(is_marked);
    card.report_count = reported.len();
    card.quotation_count = marked.len();
    card.may_say_more = !marked.is_empty() && has_doubtful_words(snapshot);
    card.quotations = marked
        .into_iter()
        .take(LISTED)
        .map(|quotation| QuotationLine {
            words: Excerpt::of(snapshot, quotation.place),
            kind: quotation.kind,
        })
        .collect();
    let events = events_of(snapshot, id);
    let shows_name = |line: &EventLine| card.aliases.iter().any(|(name, _)| is_shown_in(name, &line.headline));
    let lines = events
        .iter()
        .map(|event| (*event, event::line(snapshot, event, Some(id))));
    let (events, lines): (Vec<&Event>, Vec<EventLine>) = lines.filter(|(_, line)| shows_name(line)).unzip();
    card.event_count = events.len();
    card.events = lines.into_iter().take(LISTED).collect();
    card.counterparts = counterparts(snapshot, id, &events);
    card.is_kind_sure = !card.is_named || snapshot.is_kind_sure(actor, !card.quotations.is_empty());
    if !card.is_named {
        card.because.clear();
        card.confidence = 0.0;
    }
    card
}

/// How many characters of an event a card has room for.
const EVENT_CHARS: usize = 60;

/// Whether a line names somebody where a reader sees it: a line that breaks off before says what others do.
fn is_shown_in(name: &str, line: &str) -> bool {
    let seen = line.char_indices().nth(EVENT_CHARS).map_or(line.len(), |(end, _)| end);
    line.get(..seen).is_some_and(|seen| seen.contains(name))
}

/// Whether the text has marked words of which it is not sure who says them.
fn has_doubtful_words(snapshot: &Snapshot) -> bool {
    let in_text = |quotation: &&Arc<Quotation>| {
        let block = quotation.place.block.of(&snapshot.markup.blocks);
        block.is_some_and(|block| block.kind.is_body())
    };
    let mut quotations = snapshot.facts.quotations.iter().filter(in_text);
    quotations.any(|quotation| {
        matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed) && !snapshot.speaks_surely(quotation)
    })
}

/// The actors that a mention could equally be, by name.
fn could_be(snapshot: &Snapshot, mention: &Mention) -> Vec<Excerpt> {
    let actors = mention.could_be.iter().filter_map(|id| snapshot.actor(*id));
    // "He" is no county.
    let is_person = stands_for(mention.form, snapshot.text_of(mention.place));
    let actors = actors.filter(|actor| !is_person || actor.kind == ActorKind::Person);
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

/// The events of which the draft says by name that an actor takes part in them, each once, newest first; those without a day last,
/// in the order of the text. Fields repeat what the story says.
fn events_of(snapshot: &Snapshot, id: ActorId) -> Vec<&Event> {
    let is_body =
        |event: &Event| (event.trigger.block.of(&snapshot.markup.blocks)).is_some_and(|block| block.kind.is_body());
    let mut sentences = FxHashSet::default();
    let mut events: Vec<&Event> = snapshot
        .facts
        .events
        .iter()
        .map(Arc::as_ref)
        .filter(|event| event.retells.is_none() && event.confidence >= SURE_PART && is_body(event))
        // What they say is counted with their quotations.
        .filter(|event| event.kind.group() != Group::Statement)
        .filter(|event| event.participants.iter().any(|part| is_named_part(snapshot, part, id)))
        .filter(|event| sentences.insert(snapshot.sentence_of(event.trigger)))
        .collect();
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
            snapshot.named_mentions_of(actor).next()?;
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

/// Whether a participant is this actor by name, and does something or has something done to it: not "he", and no place.
fn is_named_part(snapshot: &Snapshot, part: &Participant, id: ActorId) -> bool {
    let acts = matches!(part.role, ParticipantRole::Agent | ParticipantRole::Patient);
    let is_place = snapshot.actor(id).is_some_and(|actor| actor.kind == ActorKind::Place);
    let is_named = || {
        in_block(&snapshot.facts.mentions, part.place.block, |mention| mention.place).any(|mention| {
            mention.actor == Some(id)
                && mention.form == MentionForm::Named
                && part.place.span.covers(mention.place.span)
        })
    };
    part.actor == Some(id) && acts && !is_place && is_named() && snapshot.names_whole(part.place, id)
}
