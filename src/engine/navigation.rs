//! Where one gets from a place in a draft: to the full name, to the speaker, to all other mentions. It follows facts and
//! never text that looks alike.

use std::sync::Arc;

use crate::analysis::{AnchorSource, Event, EventId, Place, Quotation, QuotationKind, Time, times};
use crate::engine::pointing::{self, Fact};
use crate::engine::types::Snapshot;
use crate::text::Span;

/// A way from one place of the source to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// What was pointed at.
    pub origin: Span,
    /// Where it goes.
    pub target: Span,
}

/// A stretch that belongs to what was pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where it is in the source.
    pub span: Span,
    /// What it has to do with it.
    pub part: Part,
}

/// What a highlighted stretch has to do with what was pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// It names the thing in full, or names the speaker.
    Name,
    /// It refers to the thing.
    Mention,
    /// Quoted words or their cue.
    Words,
}

/// Where the thing at the source byte `offset` is introduced: for a mention the first full one of the actor, for a
/// quotation or its cue the speaker, for the retelling of an event its first telling, for a day that was counted from
/// the draft's date that date, where the text has it.
pub(super) fn definition(snapshot: &Snapshot, offset: usize) -> Option<Target> {
    if let Some(quotation) = pointing::quotation_at(snapshot, offset) {
        return Some(Target {
            origin: snapshot.source_span(quotation.place),
            target: snapshot.source_span(quotation.speaker.as_ref()?.place),
        });
    }
    let (place, fact) = pointing::fact_at(snapshot, offset)?;
    let target = match fact {
        Fact::Actor(mention) => snapshot.full_mention(snapshot.actor(mention.actor?)?)?.place,
        Fact::Event(event) => snapshot.facts.event(event.retells?)?.trigger,
        Fact::Time(time) => anchor_of(snapshot, time)?,
        Fact::Quotation(_) => return None,
    };
    Some(Target {
        origin: snapshot.source_span(place),
        target: snapshot.source_span(target),
    })
}

/// All places that refer to the thing at the source byte `offset`, in the order of the text: mentions of an actor,
/// tellings of an event, expressions for the same days, quotations of the same speaker.
pub(super) fn references(snapshot: &Snapshot, offset: usize, with_definition: bool) -> Vec<Span> {
    let facts = &snapshot.facts;
    if let Some(quotation) = pointing::quotation_at(snapshot, offset) {
        let places: Vec<Place> = beside(snapshot, quotation).map(|other| other.place).collect();
        return spans(snapshot, places);
    }
    let Some((_, fact)) = pointing::fact_at(snapshot, offset) else {
        return Vec::new();
    };
    match fact {
        Fact::Actor(mention) => {
            let Some(actor) = mention.actor.and_then(|id| snapshot.actor(id)) else {
                return Vec::new();
            };
            let full = snapshot.full_mention(actor).map(|full| full.place);
            let mentions = snapshot.mentions_of(actor).map(|mention| mention.place);
            spans(
                snapshot,
                mentions
                    .filter(|place| with_definition || Some(*place) != full)
                    .collect(),
            )
        }
        Fact::Event(event) => {
            let is_own = |(_, other): &(EventId, &Event)| other.trigger == event.trigger;
            let own = facts.events_with_ids().find(is_own).map(|(id, _)| id);
            let first = event.retells.or(own);
            let tellings = facts.events_with_ids().filter(|(id, other)| {
                (with_definition && Some(*id) == first) || (other.retells.is_some() && other.retells == first)
            });
            spans(snapshot, tellings.map(|(_, telling)| telling.trigger).collect())
        }
        Fact::Time(time) => {
            let same = |other: &&Time| match time.days {
                Some(days) => other.days == Some(days),
                None => other.place == time.place,
            };
            spans(
                snapshot,
                facts.times.iter().filter(same).map(|time| time.place).collect(),
            )
        }
        Fact::Quotation(_) => Vec::new(),
    }
}

/// What belongs to the thing at the source byte `offset`: all mentions of an actor; the parts of a quotation with its
/// cue and speaker; the tellings of an event; the expressions for a day.
pub(super) fn highlights(snapshot: &Snapshot, offset: usize) -> Vec<Highlight> {
    let mut highlights = Vec::new();
    let mut add = |place, part| {
        highlights.push(Highlight {
            span: snapshot.source_span(place),
            part,
        });
    };
    if let Some(quotation) = pointing::quotation_at(snapshot, offset) {
        let is_one = |other: &&Arc<Quotation>| other.group == quotation.group || other.place == quotation.place;
        for part in snapshot.facts.quotations.iter().filter(is_one) {
            add(part.place, Part::Words);
        }
        if let Some(cue) = &quotation.cue {
            add(cue.place, Part::Words);
        }
        if let Some(speaker) = &quotation.speaker {
            add(speaker.place, Part::Name);
        }
    } else if let Some((_, Fact::Actor(mention))) = pointing::fact_at(snapshot, offset) {
        let actor = mention.actor.and_then(|id| snapshot.actor(id));
        let full = actor.and_then(|actor| snapshot.full_mention(actor));
        match actor {
            Some(actor) => {
                for other in snapshot.mentions_of(actor) {
                    let is_full = full.is_some_and(|full| full.place == other.place);
                    add(other.place, if is_full { Part::Name } else { Part::Mention });
                }
            }
            None => add(mention.place, Part::Mention),
        }
    } else {
        for span in references(snapshot, offset, true) {
            highlights.push(Highlight {
                span,
                part: Part::Mention,
            });
        }
    }
    highlights.sort_by_key(|highlight| highlight.span);
    highlights.dedup_by_key(|highlight| highlight.span);
    highlights
}

/// The quotations of the same speaker, the given one included.
fn beside<'a>(snapshot: &'a Snapshot, quotation: &'a Quotation) -> impl Iterator<Item = &'a Quotation> {
    let speaker = |quotation: &Quotation| quotation.speaker.as_ref().and_then(|speaker| speaker.actor);
    let quotations = snapshot.facts.quotations.iter().map(Arc::as_ref);
    quotations.filter(move |other| {
        other.place == quotation.place
            || (other.kind != QuotationKind::Mention
                && speaker(other).is_some()
                && speaker(other) == speaker(quotation))
    })
}

/// Where the draft gives its date: the field of its front matter, or the words of its text.
pub(super) fn date_of_draft(snapshot: &Snapshot) -> Option<Span> {
    match snapshot.facts.anchor.as_ref()?.source {
        AnchorSource::FrontMatter => times::date_field(&snapshot.markup.front).map(|field| field.span),
        _ => anchor_words(snapshot).map(|place| snapshot.source_span(place)),
    }
}

/// The words of the draft that give the day a time expression was counted from; the expression's own words lead
/// nowhere.
fn anchor_of(snapshot: &Snapshot, time: &Time) -> Option<Place> {
    let found = anchor_words(snapshot).filter(|_| time.days.is_some())?;
    (found != time.place).then_some(found)
}

/// The words of the text that give the date of the draft.
fn anchor_words(snapshot: &Snapshot) -> Option<Place> {
    let anchor = snapshot.facts.anchor.as_ref()?;
    if !matches!(anchor.source, AnchorSource::Dateline | AnchorSource::Text) {
        return None;
    }
    let says_it = |other: &&Time| {
        other.days == Some((anchor.date, anchor.date))
            && snapshot.text_of(other.place).contains(|c: char| c.is_ascii_digit())
    };
    snapshot.facts.times.iter().find(says_it).map(|time| time.place)
}

fn spans(snapshot: &Snapshot, places: Vec<Place>) -> Vec<Span> {
    let mut spans: Vec<Span> = places.into_iter().map(|place| snapshot.source_span(place)).collect();
    spans.sort();
    spans.dedup();
    spans
}
