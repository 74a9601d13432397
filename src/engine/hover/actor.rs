//! The card of an actor: who it is, what the draft calls them, what they say and do. It knows nothing that
//! neither the draft nor the newsroom's actor file says, and keeps the two apart.

use std::cmp::Reverse;

use crate::analysis::{Actor, ActorId, ActorKind, Event, Mention, MentionForm, QuotationKind, Reading};
use crate::engine::Snapshot;
use crate::engine::hover::{EventLine, Excerpt, LISTED};

/// An actor, as the draft shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorCard {
    /// The actor; `None` where the mention could not be resolved, and [`ActorCard::because`] then says why not.
    pub actor: Option<ActorId>,
    /// The fullest name; the mention itself where it could not be resolved.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Whether the draft names it anywhere, or only describes it.
    pub is_named: bool,
    /// Titles and roles with where each is introduced; empty means that the draft gives none.
    pub roles: Vec<Excerpt>,
    /// The forms the draft uses with their counts, first used first.
    pub aliases: Vec<(String, usize)>,
    /// Where the actor is first mentioned, with the words.
    pub first_mention: Option<Excerpt>,
    /// How many quotations are theirs.
    pub quotation_count: usize,
    /// The first few of them.
    pub quotations: Vec<QuotationLine>,
    /// How many events they take part in.
    pub event_count: usize,
    /// A few of them, newest first; those without a day last, in the order of the text.
    pub events: Vec<EventLine>,
    /// With whom they take part in events, and in how many; most often first.
    pub counterparts: Vec<Counterpart>,
    /// What the newsroom's actor file says.
    pub entry: Option<EntryCard>,
    /// The mention under the cursor, as written.
    pub mention: String,
    /// How it is written: as a name, a description or a pronoun.
    pub form: MentionForm,
    /// How the name of a place is meant here ("Washington" as a government).
    pub reading: Option<Reading>,
    /// Between whom it is open, where several fit equally.
    pub could_be: Vec<Excerpt>,
    /// How sure it is that this mention is this actor, 0..=1.
    pub confidence: f32,
    /// One sentence: why; of several that fit equally, all are named.
    pub because: String,
}

/// What the newsroom's actor file says of an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryCard {
    /// The preferred name.
    pub name: String,
    /// The titles held on the draft's day, with the day since when; those without an end where the draft has no day.
    pub titles: Vec<String>,
    /// The organisation, party or state it belongs to.
    pub affiliation: Option<String>,
    /// A remark for whoever edits.
    pub note: Option<String>,
    /// Where to read more: an address.
    pub link: Option<String>,
}

/// Words of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotationLine {
    /// The words with their marks.
    pub words: Excerpt,
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
}

/// Somebody who takes part in the same events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterpart {
    /// The fullest name.
    pub name: String,
    /// Where they are first mentioned.
    pub first_mention: Excerpt,
    /// In how many of the events.
    pub count: usize,
}

impl Snapshot {
    pub(super) fn actor_card(&self, mention: &Mention) -> ActorCard {
        let text = self.text_of(mention.place);
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
            could_be: self.could_be(mention),
            confidence: mention.confidence,
            because: mention.because.to_string(),
        };
        let Some((id, actor)) = mention.actor.and_then(|id| Some((id, self.actor(id)?))) else {
            return card;
        };
        card.actor = Some(id);
        card.name.clone_from(&actor.name);
        card.kind = actor.kind;
        card.entry = self.entry_card(actor);
        card.is_named = self
            .mentions_of(actor)
            .any(|mention| mention.form == MentionForm::Named);
        card.roles = self.roles_of(actor);
        card.aliases.clone_from(&actor.aliases);
        card.first_mention = self.full_mention(actor).map(|first| self.excerpt(first.place));
        let theirs = || {
            self.facts.quotations.iter().filter(|quotation| {
                let speaker = quotation.speaker.as_ref();
                quotation.kind != QuotationKind::Mention && speaker.is_some_and(|speaker| speaker.actor == Some(id))
            })
        };
        card.quotation_count = theirs().count();
        card.quotations = theirs()
            .take(LISTED)
            .map(|quotation| QuotationLine {
                words: self.excerpt(quotation.place),
                kind: quotation.kind,
            })
            .collect();
        let events = self.events_of(id);
        card.event_count = events.len();
        card.events = events
            .iter()
            .take(LISTED)
            .map(|event| self.event_line(event, Some(id)))
            .collect();
        card.counterparts = self.counterparts(id, &events);
        card
    }

    /// The actors between whom a mention is open, by name.
    fn could_be(&self, mention: &Mention) -> Vec<Excerpt> {
        let actors = mention.could_be.iter().filter_map(|id| self.actor(*id));
        let named = actors.filter_map(|actor| {
            let full = self.full_mention(actor)?;
            Some(Excerpt {
                text: actor.name.clone(),
                span: self.source_span(full.place),
            })
        });
        named.collect()
    }

    fn entry_card(&self, actor: &Actor) -> Option<EntryCard> {
        let entry = self.register.as_ref()?.get(actor.entry?)?;
        let day = self.facts.anchor.as_ref().map(|anchor| anchor.date);
        let titles = entry.titles_on(day).map(|title| match title.valid_from {
            Some(from) => format!("{} (since {})", title.text, from.strftime("%-d %B %Y")),
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
    fn events_of(&self, id: ActorId) -> Vec<&Event> {
        let mut events: Vec<&Event> = self
            .facts
            .events
            .iter()
            .filter(|event| event.retells.is_none() && takes_part(event, id))
            .collect();
        // What they say is counted with their quotations.
        events.retain(|event| event.group != "Statement");
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

    fn counterparts(&self, id: ActorId, events: &[&Event]) -> Vec<Counterpart> {
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
                let actor = self.actor(other)?;
                Some(Counterpart {
                    name: actor.name.clone(),
                    first_mention: self.excerpt(self.full_mention(actor)?.place),
                    count,
                })
            })
            .take(LISTED)
            .collect()
    }

    fn roles_of(&self, actor: &Actor) -> Vec<Excerpt> {
        actor
            .roles
            .iter()
            .map(|role| Excerpt {
                text: role.text.clone(),
                span: self.source_span(role.place),
            })
            .collect()
    }
}

fn takes_part(event: &Event, actor: ActorId) -> bool {
    event
        .participants
        .iter()
        .any(|participant| participant.actor == Some(actor))
}
