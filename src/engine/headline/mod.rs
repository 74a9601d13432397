//! Words for the outline: an event as a headline, with who, when and where. It invents no fact.

mod participants;
mod phrases;
mod wording;

pub use wording::one_line;

use crate::analysis::{Event, EventStatus, EventTime, Participant, ParticipantRole, Place, times};
use crate::engine::Snapshot;
use crate::engine::days::Days;
use crate::engine::headline::wording::{capitalised, inflected, join, third_person, without_loose_end, wording};
use crate::language::{Tag, Upos};

/// The longest name of a line, in characters.
const LIMIT: usize = 60;

/// How many characters of a place or a time are shown.
const PLACE: usize = 40;

/// How many days are shown as a range; what is longer is shown in its own words.
const RANGE_DAYS: i32 = 9;

/// Everything a line says of an event and its retellings.
#[derive(Debug)]
pub struct EventTellings<'a> {
    /// The first telling.
    pub event: &'a Event,
    /// All tellings, the first one included.
    pub tellings: Vec<&'a Event>,
}

impl<'a> EventTellings<'a> {
    /// Who takes part in a role, by the first telling that says so, without doubles.
    fn of_role(&self, snapshot: &Snapshot, role: ParticipantRole) -> Vec<&'a Participant> {
        let of = |event: &&'a Event| -> Vec<&'a Participant> {
            let mut seen = Vec::new();
            let participants: Vec<_> = event
                .participants
                .iter()
                .filter(|participant| participant.role == role)
                .collect();
            participants
                .into_iter()
                .filter(|participant| {
                    let name = snapshot.short_name(participant);
                    let new = !seen.contains(&name);
                    seen.push(name);
                    new
                })
                .collect()
        };
        self.fullest().map(|event| of(&event)).unwrap_or_default()
    }

    /// The telling that says most of who takes part: both sides, then known actors, then the first one.
    fn fullest(&self) -> Option<&'a Event> {
        let sides = |event: &Event| {
            let has = |role| event.participants.iter().any(|participant| participant.role == role);
            usize::from(has(ParticipantRole::Agent)) + usize::from(has(ParticipantRole::Patient))
        };
        let known = |event: &Event| {
            event
                .participants
                .iter()
                .filter(|participant| participant.actor.is_some())
                .count()
        };
        self.tellings
            .iter()
            .rev()
            .max_by_key(|event| (sides(event), known(event).min(2)))
            .copied()
    }

    /// The most precise time given.
    #[must_use]
    pub fn time(&self) -> Option<&'a EventTime> {
        self.tellings.iter().flat_map(|event| &event.times).min_by_key(|time| {
            time.days
                .map_or(i32::MAX, |(first, last)| times::days_apart(first, last))
        })
    }

    /// The first place given.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.tellings.iter().find_map(|event| event.places.first().copied())
    }
}

impl Snapshot {
    /// An event as a headline: "Wang calls Rubio", "Holub to meet Ambe".
    #[must_use]
    pub fn headline(&self, told: &EventTellings<'_>) -> String {
        let event = told.event;
        let agents = told.of_role(self, ParticipantRole::Agent);
        let patients = told.of_role(self, ParticipantRole::Patient);
        let subject = self.joined(&agents);
        let object = self.joined(&patients);
        let plural = agents.len() > 1 || agents.first().is_some_and(|agent| self.is_plural(agent.place));
        let nominal = self
            .word_at(event.trigger)
            .is_some_and(|word| !matches!(word.upos, Upos::Verb | Upos::Aux));
        let line = if nominal {
            self.of_noun(event, &subject, &patients, &object, plural)
        } else {
            self.of_verb(event, &subject, &object, plural)
        };
        capitalised(without_loose_end(&one_line(&line, LIMIT)))
    }

    /// "Dovak calls Brandt" where the table has a verb for the noun, "Crews hold vigil" by the verb that holds the noun,
    /// else the noun with its phrase.
    fn of_noun(&self, event: &Event, subject: &str, patients: &[&Participant], object: &str, plural: bool) -> String {
        let phrase = self.bare_phrase(event);
        let whole = patients.iter().find_map(|patient| self.phrase_with(event, patient));
        if subject.is_empty() {
            let named = whole.unwrap_or(phrase);
            return match event.status {
                EventStatus::Planned => format!("{named} planned"),
                EventStatus::Denied => format!("no {named}"),
                _ => named,
            };
        }
        if let Some(wording) = wording(&event.lemma) {
            let verb = inflected(wording.verb, event.status, plural);
            let link = if object.is_empty() { "" } else { wording.link };
            return join(&[subject, &verb, link, object]);
        }
        let named = whole.unwrap_or(phrase);
        match self.governing_verb(event) {
            Some(verb) => join(&[subject, &inflected(&third_person(&verb), event.status, plural), &named]),
            None if subject.ends_with('s') => format!("{subject}’ {named}"),
            None => format!("{subject}’s {named}"),
        }
    }

    /// "Holub resigns", "mayor arrested", "mayor to be arrested"; without anybody in it, the words of the draft.
    fn of_verb(&self, event: &Event, subject: &str, object: &str, plural: bool) -> String {
        let particle = self.particle(event);
        if !subject.is_empty() {
            let verb = inflected(&third_person(&event.lemma), event.status, plural);
            let after = if object.is_empty() {
                self.after_verb(event)
            } else {
                object.to_owned()
            };
            return join(&[subject, &verb, &particle, &after]);
        }
        let said = self.text_of(event.trigger).to_lowercase();
        let is_participle = self
            .word_at(event.trigger)
            .is_some_and(|word| matches!(word.tag, Tag::PastParticiple | Tag::PastTense));
        if !object.is_empty() && is_participle {
            let auxiliary = match event.status {
                EventStatus::Planned => "to be",
                EventStatus::Possible => "may be",
                EventStatus::Denied => "not",
                EventStatus::Done | EventStatus::Ongoing => "",
            };
            return join(&[object, auxiliary, &said, &particle]);
        }
        let after = if object.is_empty() {
            self.after_verb(event)
        } else {
            object.to_owned()
        };
        let verb = match event.status {
            EventStatus::Planned if !said.ends_with("ing") => format!("to {}", event.lemma),
            EventStatus::Denied => format!("not {said}"),
            _ => said,
        };
        join(&[&verb, &particle, &after])
    }

    /// "who → whom, when, where".
    #[must_use]
    pub fn event_detail(&self, told: &EventTellings<'_>) -> String {
        let agents = self.joined_full(&told.of_role(self, ParticipantRole::Agent));
        let patients = self.joined_full(&told.of_role(self, ParticipantRole::Patient));
        let pair = match (agents.is_empty(), patients.is_empty()) {
            (false, false) => format!("{agents} → {patients}"),
            (true, false) => format!("→ {patients}"),
            _ => agents,
        };
        let when = told.time().map(|time| self.day_of(time)).unwrap_or_default();
        let place = told
            .place()
            .map(|place| one_line(self.text_of(place), PLACE))
            .unwrap_or_default();
        [pair, when, place]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The day or days of a time in words, or its own words where no day is known.
    pub(super) fn day_of(&self, time: &EventTime) -> String {
        match time.days {
            Some((first, last)) if times::days_apart(first, last) < RANGE_DAYS => {
                Days::new((first, last), self.facts.locale).in_words()
            }
            _ => one_line(self.text_of(time.place), PLACE),
        }
    }
}
