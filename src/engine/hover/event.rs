//! The card of an event: who, whom, when and where. It leaves open what the draft leaves open.

use crate::analysis::{ActorId, Event, EventStatus, ParticipantRole};
use crate::engine::Snapshot;
use crate::engine::headline::Told;
use crate::engine::hover::{Days, Excerpt};

/// An event in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLine {
    /// The event as a headline ("Wang calls Rubio").
    pub headline: String,
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
    /// The days that the most precise of these names.
    pub days: Option<Days>,
}

/// An event with who, whom, when and where.
#[derive(Clone, Debug, PartialEq)]
pub struct EventCard {
    /// The event in one line.
    pub line: EventLine,
    /// Own type name ("meet", "tariff" …).
    pub kind: &'static str,
    /// Who does it.
    pub who: Vec<String>,
    /// To whom it is done.
    pub whom: Vec<String>,
    /// Who else takes part.
    pub others: Vec<String>,
    /// Where.
    pub places: Vec<Excerpt>,
    /// On whose word.
    pub source: Option<Excerpt>,
    /// Whether it lies before the story.
    pub background: bool,
    /// Where the draft tells the same event, this telling left out.
    pub other_tellings: Vec<Excerpt>,
}

impl Snapshot {
    pub(super) fn event_card(&self, event: &Event) -> EventCard {
        let tellings = self.tellings(event);
        // What this telling leaves out, another one may say.
        let of_role = |role| {
            let of = |event: &Event| {
                let mut names: Vec<String> = Vec::new();
                for participant in event.participants.iter().filter(|participant| participant.role == role) {
                    let name = self.name_of(participant.actor, participant.place);
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                names
            };
            let said = std::iter::once(event).chain(tellings.iter().copied()).map(of);
            said.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
        };
        let places = std::iter::once(event)
            .chain(tellings.iter().copied())
            .map(|telling| &telling.places);
        EventCard {
            line: self.event_line(event, None),
            kind: event.kind,
            who: of_role(ParticipantRole::Agent),
            whom: of_role(ParticipantRole::Patient),
            others: of_role(ParticipantRole::Other),
            places: places
                .into_iter()
                .find(|places| !places.is_empty())
                .map(|places| places.iter().map(|place| self.excerpt(*place)).collect())
                .unwrap_or_default(),
            source: event.source.map(|place| self.excerpt(place)),
            background: event.background,
            other_tellings: tellings
                .iter()
                .filter(|other| other.trigger != event.trigger)
                .map(|other| self.excerpt(other.trigger))
                .collect(),
        }
    }

    pub(super) fn event_line(&self, event: &Event, without: Option<ActorId>) -> EventLine {
        let told = Told {
            event,
            tellings: self.tellings(event),
        };
        // What this telling leaves out, another one may say.
        let tellings = std::iter::once(event).chain(told.tellings.iter().copied());
        let when = tellings
            .map(|telling| telling.times.as_slice())
            .find(|times| !times.is_empty())
            .unwrap_or(&[]);
        EventLine {
            headline: self.headline(&told),
            trigger: self.excerpt(event.trigger),
            group: event.group,
            status: event.status,
            with: event
                .participants
                .iter()
                .filter(|participant| without.is_none() || participant.actor != without)
                .map(|participant| self.name_of(participant.actor, participant.place))
                .collect(),
            when: when.iter().map(|time| self.text_of(time.place).to_owned()).collect(),
            days: told.time().and_then(|time| time.days).map(Days::new),
        }
    }

    /// All tellings of the event that `event` tells, the first one first.
    fn tellings<'a>(&'a self, event: &'a Event) -> Vec<&'a Event> {
        let events = &self.facts.events;
        let own = events.iter().position(|other| other.trigger == event.trigger);
        let Some(first) = event.retells.or(own) else {
            return vec![event];
        };
        let retellings = events.iter().filter(|other| other.retells == Some(first));
        events.get(first).into_iter().chain(retellings).collect()
    }
}
