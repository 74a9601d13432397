//! What to show for a place in the text, as plain data. It words nothing for a protocol and looks nothing up outside the
//! draft.

use crate::analysis::{
    Actor, ActorId, ActorKind, Event, EventStatus, Mention, Place, Quotation, QuotationKind, QuotationStatus, Reading,
    Time, TimeKind,
};
use crate::engine::Snapshot;
use crate::text::Span;

/// What is known of the place under a cursor.
#[derive(Clone, Debug, PartialEq)]
pub struct Hover {
    /// The stretch of the source that the card is about.
    pub span: Span,
    /// What is known.
    pub card: Card,
}

/// What a hover can be about.
#[derive(Clone, Debug, PartialEq)]
pub enum Card {
    /// Somebody or something that acts or speaks.
    Actor(ActorCard),
    /// Quoted words.
    Quotation(QuotationCard),
    /// A time expression.
    Time(TimeCard),
    /// An event.
    Event(EventCard),
}

/// A text of the draft with its place in the source, so that a front end can link to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The text as the draft has it, entities and marks of markup resolved.
    pub text: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// An actor, as the draft shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorCard {
    /// The actor; `None` where the mention could not be resolved, and [`ActorCard::because`] then says why not.
    pub actor: Option<ActorId>,
    /// The fullest name; the mention itself where it could not be resolved.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Titles and roles with where each is introduced; empty means that the draft gives none.
    pub roles: Vec<Excerpt>,
    /// The forms the draft uses with their counts, first used first.
    pub aliases: Vec<(String, usize)>,
    /// Where the actor is first mentioned.
    pub first_mention: Option<Span>,
    /// How many quotations are theirs.
    pub quotation_count: usize,
    /// The first few of them.
    pub quotations: Vec<Excerpt>,
    /// The first few events they take part in.
    pub events: Vec<EventLine>,
    /// With whom they take part in events, and in how many; most often first.
    pub counterparts: Vec<(String, usize)>,
    /// The mention under the cursor, as written.
    pub mention: String,
    /// How the name of a place is meant here ("Washington" as a government).
    pub reading: Option<Reading>,
    /// How sure it is that this mention is this actor, 0..=1.
    pub confidence: f32,
    /// One sentence: why.
    pub because: String,
}

/// An event in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLine {
    /// The word that names it, with its place.
    pub trigger: Excerpt,
    /// Group of its type ("Talks", "Economy" …).
    pub group: &'static str,
    /// Whether it took place.
    pub status: EventStatus,
    /// The others who take part, as the draft names them.
    pub with: Vec<String>,
    /// When, as the draft says it.
    pub when: Vec<String>,
}

/// A quotation and its speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotationCard {
    /// Direct, mixed, indirect or mention.
    pub kind: QuotationKind,
    /// The noun phrase that names the speaker.
    pub speaker: Option<Excerpt>,
    /// The speaker's full name, where it is known.
    pub speaker_name: Option<String>,
    /// The speaker's roles.
    pub speaker_roles: Vec<String>,
    /// The word or phrase that reports it.
    pub cue: Option<Excerpt>,
    /// The document or outlet it is taken from.
    pub source: Option<Excerpt>,
    /// To whom it is said.
    pub addressee: Option<Excerpt>,
    /// How the speaker was found.
    pub status: QuotationStatus,
    /// How sure speaker and kind are, 0..=1.
    pub confidence: f32,
    /// One sentence: why this speaker.
    pub because: String,
}

/// A time expression and the days it names.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeCard {
    /// As the draft has it.
    pub text: String,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// TIMEX3 value; empty where unknown.
    pub value: String,
    /// First and last day in words ("Monday, 27 October 2025"); the same one twice for a single day.
    pub days: Option<(String, String)>,
    /// How sure the value is, 0..=1.
    pub confidence: f32,
    /// One sentence: how it was resolved.
    pub because: String,
}

/// An event with who, whom, when and where.
#[derive(Clone, Debug, PartialEq)]
pub struct EventCard {
    /// The word that names it, and the others who take part.
    pub line: EventLine,
    /// Own type name ("meet", "tariff" …).
    pub kind: &'static str,
    /// Where.
    pub places: Vec<Excerpt>,
    /// On whose word.
    pub source: Option<Excerpt>,
    /// Whether it lies before the story.
    pub background: bool,
}

/// How many quotations and events a card lists.
const LISTED: usize = 5;

impl Snapshot {
    /// What is known of the source byte `offset`: the innermost fact there; of facts over the same words the actor, then
    /// the time, then the event, then the quotation. `None` where there is no fact.
    #[must_use]
    pub fn hover(&self, offset: usize) -> Option<Hover> {
        let (block, offset) = self.locate(offset)?;
        let facts = &self.facts;
        // A description of somebody who comes up once tells nothing that the text does not.
        let actors = facts
            .mentions
            .iter()
            .filter(|mention| mention.actor.is_some() || !mention.because.is_empty())
            .map(|mention| (mention.place, Fact::Actor(mention)));
        let times = facts.times.iter().map(|time| (time.place, Fact::Time(time)));
        let events = facts.events.iter().map(|event| (event.trigger, Fact::Event(event)));
        let quotations = facts
            .quotations
            .iter()
            .map(|quotation| (quotation.place, Fact::Quotation(quotation)));
        // Of two neighbours that the cursor stands between, the one it stands before.
        let (place, fact) = actors
            .chain(times)
            .chain(events)
            .chain(quotations)
            .filter(|(place, _)| place.block == block && place.span.touches(offset))
            .min_by_key(|(place, _)| (!place.span.contains(offset), place.span.len()))?;
        let card = match fact {
            Fact::Actor(mention) => Card::Actor(self.actor_card(mention)),
            Fact::Time(time) => Card::Time(self.time_card(time)),
            Fact::Event(event) => Card::Event(self.event_card(event)),
            Fact::Quotation(quotation) => Card::Quotation(self.quotation_card(quotation)),
        };
        Some(Hover {
            span: self.source_span(place),
            card,
        })
    }

    /// The card of an actor, as at its first mention; for an outline or a list of actors.
    #[must_use]
    pub fn card_of(&self, actor: ActorId) -> Option<ActorCard> {
        let first = self.facts.actors.get(actor.0)?.mentions.first()?;
        Some(self.actor_card(self.facts.mentions.get(*first)?))
    }

    fn actor_card(&self, mention: &Mention) -> ActorCard {
        let known = mention.actor.and_then(|id| Some((id, self.facts.actors.get(id.0)?)));
        let text = self.text_of(mention.place);
        let mut card = ActorCard {
            actor: None,
            name: text.to_owned(),
            kind: mention.kind,
            roles: Vec::new(),
            aliases: Vec::new(),
            first_mention: None,
            quotation_count: 0,
            quotations: Vec::new(),
            events: Vec::new(),
            counterparts: Vec::new(),
            mention: text.to_owned(),
            reading: mention.reading,
            confidence: mention.confidence,
            because: mention.because.clone(),
        };
        let Some((id, actor)) = known else {
            return card;
        };
        card.actor = Some(id);
        card.name.clone_from(&actor.name);
        card.kind = actor.kind;
        card.roles = self.roles_of(actor);
        card.aliases.clone_from(&actor.aliases);
        card.first_mention = actor
            .mentions
            .first()
            .and_then(|first| self.facts.mentions.get(*first))
            .map(|first| self.source_span(first.place));
        let theirs = || {
            self.facts.quotations.iter().filter(|quotation| {
                quotation.kind != QuotationKind::Mention
                    && quotation
                        .speaker
                        .as_ref()
                        .is_some_and(|speaker| speaker.actor == Some(id))
            })
        };
        card.quotation_count = theirs().count();
        card.quotations = theirs()
            .take(LISTED)
            .map(|quotation| self.excerpt(quotation.place))
            .collect();
        card.events = self
            .facts
            .events
            .iter()
            .filter(|event| event.retells.is_none() && takes_part(event, id))
            .take(LISTED)
            .map(|event| self.event_line(event, Some(id)))
            .collect();
        card.counterparts = self.counterparts(id);
        card
    }

    fn counterparts(&self, id: ActorId) -> Vec<(String, usize)> {
        let mut counts: Vec<(ActorId, usize)> = Vec::new();
        let theirs = self
            .facts
            .events
            .iter()
            .filter(|event| event.retells.is_none() && takes_part(event, id));
        for other in theirs
            .flat_map(|event| &event.participants)
            .filter_map(|participant| participant.actor)
        {
            match counts.iter_mut().find(|(known, _)| *known == other) {
                Some((_, count)) => *count += 1,
                None => counts.push((other, 1)),
            }
        }
        counts.retain(|(other, _)| *other != id);
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
            .into_iter()
            .take(LISTED)
            .filter_map(|(other, count)| Some((self.facts.actors.get(other.0)?.name.clone(), count)))
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

    fn quotation_card(&self, quotation: &Quotation) -> QuotationCard {
        let speaker = quotation.speaker.as_ref();
        QuotationCard {
            kind: quotation.kind,
            speaker: speaker.map(|speaker| self.excerpt(speaker.place)),
            speaker_name: speaker.and_then(|speaker| speaker.resolved.clone()),
            speaker_roles: speaker
                .and_then(|speaker| self.facts.actors.get(speaker.actor?.0))
                .map(|actor| actor.roles.iter().map(|role| role.text.clone()).collect())
                .unwrap_or_default(),
            cue: quotation.cue.as_ref().map(|cue| self.excerpt(cue.place)),
            source: quotation.source.map(|place| self.excerpt(place)),
            addressee: quotation.addressee.map(|place| self.excerpt(place)),
            status: quotation.status,
            confidence: quotation.confidence,
            because: quotation.because.clone(),
        }
    }

    fn time_card(&self, time: &Time) -> TimeCard {
        let in_words = |day: jiff::civil::Date| day.strftime("%A, %-d %B %Y").to_string();
        TimeCard {
            text: self.text_of(time.place).to_owned(),
            kind: time.kind,
            value: time.value.clone(),
            days: time.days.map(|(first, last)| (in_words(first), in_words(last))),
            confidence: time.confidence,
            because: time.because.clone(),
        }
    }

    fn event_card(&self, event: &Event) -> EventCard {
        EventCard {
            line: self.event_line(event, None),
            kind: event.kind,
            places: event.places.iter().map(|place| self.excerpt(*place)).collect(),
            source: event.source.map(|place| self.excerpt(place)),
            background: event.background,
        }
    }

    fn event_line(&self, event: &Event, without: Option<ActorId>) -> EventLine {
        EventLine {
            trigger: self.excerpt(event.trigger),
            group: event.group,
            status: event.status,
            with: event
                .participants
                .iter()
                .filter(|participant| without.is_none() || participant.actor != without)
                .map(|participant| self.name_of(participant.actor, participant.place))
                .collect(),
            when: event
                .times
                .iter()
                .map(|time| self.text_of(time.place).to_owned())
                .collect(),
        }
    }

    fn name_of(&self, actor: Option<ActorId>, place: Place) -> String {
        actor
            .and_then(|id| self.facts.actors.get(id.0))
            .map_or_else(|| self.text_of(place).to_owned(), |actor| actor.name.clone())
    }

    fn excerpt(&self, place: Place) -> Excerpt {
        Excerpt {
            text: self.text_of(place).to_owned(),
            span: self.source_span(place),
        }
    }
}

fn takes_part(event: &Event, actor: ActorId) -> bool {
    event
        .participants
        .iter()
        .any(|participant| participant.actor == Some(actor))
}

enum Fact<'a> {
    Actor(&'a Mention),
    Time(&'a Time),
    Event(&'a Event),
    Quotation(&'a Quotation),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Facts, MentionForm, Role, Speaker};
    use crate::markup::{self, Format};

    const TEXT: &str = "Mayor Rosa Weil left. “It is over,” she said.";

    fn place(words: &str) -> Place {
        let at = TEXT.find(words).unwrap();
        Place::new(0, Span::new(at, at + words.len()))
    }

    fn mention(words: &str, form: MentionForm) -> Mention {
        Mention {
            place: place(words),
            kind: ActorKind::Person,
            form,
            actor: Some(ActorId(0)),
            could_be: Vec::new(),
            reading: None,
            confidence: 0.8,
            because: "only one in reach".to_owned(),
        }
    }

    fn snapshot() -> Snapshot {
        let quotation = Quotation {
            place: place("“It is over,”"),
            content: place("It is over,"),
            kind: QuotationKind::Direct,
            closed: true,
            runs_on: false,
            speaker: Some(Speaker {
                place: place("she"),
                text: "she".to_owned(),
                resolved: Some("Rosa Weil".to_owned()),
                actor: Some(ActorId(0)),
            }),
            cue: None,
            source: None,
            addressee: None,
            status: QuotationStatus::Attributed,
            group: 0,
            confidence: 1.0,
            because: "subject of 'said'".to_owned(),
            insertions: Vec::new(),
            candidates: Vec::new(),
        };
        let facts = Facts {
            quotations: vec![quotation],
            actors: vec![Actor {
                name: "Rosa Weil".to_owned(),
                kind: ActorKind::Person,
                roles: vec![Role {
                    text: "Mayor".to_owned(),
                    place: place("Mayor"),
                }],
                aliases: vec![("Rosa Weil".to_owned(), 1), ("she".to_owned(), 1)],
                mentions: vec![0, 1],
                entry: None,
            }],
            mentions: vec![
                mention("Rosa Weil", MentionForm::Named),
                mention("she", MentionForm::Pronoun),
            ],
            ..Facts::default()
        };
        Snapshot {
            text: TEXT.into(),
            markup: markup::read(TEXT, Format::Plain),
            blocks: Vec::new(),
            facts,
            register: None,
            findings: Vec::new(),
        }
    }

    #[test]
    fn a_pronoun_shows_its_actor_with_role_and_words() {
        let snapshot = snapshot();
        let hover = snapshot.hover(TEXT.find("she").unwrap()).unwrap();
        assert_eq!(hover.span.of(TEXT), "she");
        let Card::Actor(card) = hover.card else {
            panic!("{hover:?}")
        };
        assert_eq!(card.name, "Rosa Weil");
        assert_eq!(card.mention, "she");
        assert_eq!(card.because, "only one in reach");
        assert_eq!(card.roles[0].text, "Mayor");
        assert_eq!(card.first_mention.unwrap().of(TEXT), "Rosa Weil");
        assert_eq!(card.quotation_count, 1);
        assert_eq!(card.quotations[0].text, "“It is over,”");
    }

    #[test]
    fn the_innermost_fact_is_shown() {
        let snapshot = snapshot();
        let hover = snapshot.hover(TEXT.find("over").unwrap()).unwrap();
        let Card::Quotation(card) = hover.card else {
            panic!("{hover:?}")
        };
        assert_eq!(card.speaker_name.as_deref(), Some("Rosa Weil"));
        assert_eq!(card.speaker_roles, ["Mayor"]);
        assert_eq!(card.because, "subject of 'said'");
    }

    #[test]
    fn nothing_is_shown_where_there_is_no_fact() {
        assert_eq!(snapshot().hover(TEXT.find("left").unwrap()), None);
        assert_eq!(snapshot().hover(10_000), None);
    }
}
