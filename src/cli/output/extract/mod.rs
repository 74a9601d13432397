//! The facts about a draft as `extract` writes them: a published format, apart from the fact types. It decides nothing.

mod quotes;
mod spots;
mod types;

pub use types::{Document, Refusal};

use std::sync::Arc;

use serde_json::Value;

use crate::analysis as facts;
use crate::analysis::{
    ActorId, ActorKind, CalendarFlagKind, MentionForm, ParticipantRole, Place, QuotationKind, TimeKind,
};
use crate::cli::output::extract::quotes::{contents, quote};
use crate::cli::output::extract::spots::{actor_id, inside, spot};
use crate::cli::output::extract::types::{
    Actor, Entry, Event, EventTime, Finding, Flag, MainEvent, Mention, Participant, Time, Trigger,
};
use crate::engine::Snapshot;

impl Document {
    /// The facts of a snapshot under the id that its caller gave it.
    pub fn of(id: Value, snapshot: &Snapshot) -> Self {
        let facts = &snapshot.facts;
        Self {
            id,
            left_alone: facts.foreign_language,
            quotes: facts
                .quotations
                .iter()
                .zip(contents(&facts.quotations, snapshot))
                .filter(|(quotation, _)| !is_nobodys(quotation))
                .map(|(quotation, content)| quote(quotation, content, snapshot))
                .collect(),
            actors: facts
                .actors
                .iter()
                .enumerate()
                .map(|(index, actor)| actor_of(index, actor, snapshot))
                .collect(),
            mentions: facts
                .mentions
                .iter()
                .map(|mention| mention_of(mention, snapshot))
                .collect(),
            times: facts.times.iter().map(|time| time_of(time, snapshot)).collect(),
            events: facts
                .events
                .iter()
                .map(Arc::as_ref)
                .enumerate()
                .map(|event| event_of(event, snapshot))
                .collect(),
            main_event: facts.main_event.as_ref().map(|main| main_event(main, snapshot)),
            flags: facts.flags.iter().map(|flag| flag_of(flag, snapshot)).collect(),
            findings: snapshot
                .findings
                .iter()
                .map(|finding| finding_of(finding, &snapshot.text))
                .collect(),
        }
    }
}

/// Whether words have neither marks nor a speaker, as the questions of an interview do: rules leave them alone as speech, but
/// they quote nobody.
fn is_nobodys(quotation: &facts::Quotation) -> bool {
    let is_marked = quotation.content.span != quotation.place.span;
    quotation.kind == QuotationKind::Direct && !is_marked && quotation.speaker.is_none()
}

fn actor_of(index: usize, actor: &facts::Actor, snapshot: &Snapshot) -> Actor {
    let register = snapshot.register.as_deref();
    let entry = register.zip(actor.entry).and_then(|(register, id)| register.get(id));
    Actor {
        id: actor_id(ActorId(index)),
        name: actor.name.clone(),
        kind: kind_name(actor.kind),
        roles: actor.roles.iter().map(|role| role.text.clone()).collect(),
        aliases: actor.aliases.iter().map(|(alias, _)| alias.clone()).collect(),
        mentions: actor.mentions.len(),
        entry: entry.map(|entry| Entry {
            id: entry.id.to_string(),
            name: entry.name.to_string(),
            kind: entry.kind.name(),
        }),
    }
}

fn mention_of(mention: &facts::Mention, snapshot: &Snapshot) -> Mention {
    Mention {
        at: spot(mention.place, snapshot),
        kind: kind_name(mention.kind),
        form: match mention.form {
            MentionForm::Named => "named",
            MentionForm::Nominal => "nominal",
            MentionForm::Pronoun => "pronoun",
        },
        cluster: mention.actor.map(actor_id),
    }
}

fn time_of(time: &facts::Time, snapshot: &Snapshot) -> Time {
    Time {
        at: spot(time.place, snapshot),
        text: snapshot.text_of(time.place).to_owned(),
        kind: match time.kind {
            TimeKind::Date => "DATE",
            TimeKind::Time => "TIME",
            TimeKind::Duration => "DURATION",
            TimeKind::Set => "SET",
        },
        value: time.value.clone(),
    }
}

fn event_of((index, event): (usize, &facts::Event), snapshot: &Snapshot) -> Event {
    Event {
        id: format!("e{index}"),
        trigger: Trigger {
            at: spot(event.trigger, snapshot),
            lemma: event.lemma.clone(),
        },
        kind: event.kind.name(),
        plover: event.plover.map(facts::events::Plover::name),
        timeml: event.timeml.name(),
        status: event.status.name(),
        participants: event
            .participants
            .iter()
            .map(|participant| Participant {
                at: spot(participant.place, snapshot),
                role: match participant.role {
                    ParticipantRole::Agent => "agent",
                    ParticipantRole::Patient => "patient",
                    ParticipantRole::Other => "other",
                },
                actor: participant.actor.map(actor_id),
            })
            .collect(),
        time: event
            .times
            .iter()
            .map(|time| EventTime {
                at: spot(time.place, snapshot),
                value: time.value.clone(),
            })
            .collect(),
        place: event.places.iter().map(|place| spot(*place, snapshot)).collect(),
        background: event.background,
        confidence: quotes::rounded(event.confidence),
        because: event.because,
    }
}

fn main_event(main: &facts::MainEvent, snapshot: &Snapshot) -> MainEvent {
    let spot_of = |place: Option<Place>| place.map(|place| spot(place, snapshot));
    MainEvent {
        who: spot_of(main.who),
        what: spot_of(main.what),
        when: spot_of(main.when),
        place: spot_of(main.place),
    }
}

fn flag_of(flag: &facts::CalendarFlag, snapshot: &Snapshot) -> Flag {
    Flag {
        at: spot(flag.place, snapshot),
        kind: match flag.kind {
            CalendarFlagKind::WeekdayMismatch => "weekday-mismatch",
            CalendarFlagKind::ImpossibleDate => "impossible-date",
        },
    }
}

fn finding_of(finding: &crate::rules::Finding, source: &str) -> Finding {
    Finding {
        code: finding.code,
        severity: finding.level.name(),
        at: inside(finding.span, source),
        message: finding.message.clone(),
    }
}

fn kind_name(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Organization => "organization",
        ActorKind::Place => "place",
        ActorKind::Other => "other",
    }
}
