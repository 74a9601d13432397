//! The facts about a draft as `extract` writes them: a published format, apart from the fact types. It decides nothing.

mod analysed;
mod choices;
mod id;
mod lists;
mod offsets;
mod quotes;
mod schema;
mod spot;
mod spots;
pub mod tables;
mod types;

pub use analysed::{FactSettings, analyse};
pub use choices::{Field, OffsetUnit, TableFormat};
pub use id::Id;
pub use schema::{input_schema, output_schema};
pub use types::{Document, Program, Refusal, VERSION};

use std::sync::Arc;

use crate::analysis as facts;
use crate::analysis::{ActorId, ActorKind, CalendarFlagKind, MentionForm, ParticipantRole, QuotationKind, TimeKind};

use crate::engine::Snapshot;
use crate::render::facts::lists::{
    Actor, Entry, Event, EventTime, Finding, Flag, MainEvent, Mention, Participant, Time, Trigger,
};
use crate::render::facts::offsets::Offsets;
use crate::render::facts::quotes::{contents, quote};
use crate::render::facts::spots::{Spots, actor_id};

/// What is written of a document, and how.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// The fields that are wanted; all where there are none.
    pub fields: Vec<Field>,
    /// What offsets count.
    pub offsets: OffsetUnit,
}

impl Shape {
    /// Whether a field is wanted.
    pub fn has(&self, field: Field) -> bool {
        self.fields.is_empty() || self.fields.contains(&field)
    }

    /// Whether a field is wanted that rests on events. Rules may look at them too.
    pub fn needs_events(&self) -> bool {
        [Field::Events, Field::MainEvent, Field::Findings]
            .iter()
            .any(|field| self.has(*field))
    }

    fn list<F, T>(&self, field: Field, facts: impl IntoIterator<Item = F>, make: impl Fn(F) -> T) -> Option<Vec<T>> {
        self.has(field).then(|| facts.into_iter().map(make).collect())
    }
}

/// What its sender says of a document besides its text.
#[derive(Clone, Debug)]
pub struct Label {
    /// What it is called.
    pub id: Id,
    /// The section of the paper; what the front matter says counts where the sender says nothing.
    pub section: Option<String>,
}

impl Label {
    /// Of a file.
    pub fn of_path(path: &str) -> Self {
        Self {
            id: Id::of_path(path),
            section: None,
        }
    }
}

impl Document {
    /// The facts of a snapshot, as far as they are wanted.
    pub fn of(label: Label, snapshot: &Snapshot, shape: &Shape) -> Self {
        let facts = &snapshot.facts;
        let spots = &Spots {
            snapshot,
            offsets: Offsets::new(&snapshot.text, shape.offsets),
        };
        let front = || Some(snapshot.markup.front.get(&["section"])?.value.clone());
        Self {
            id: label.id,
            version: VERSION,
            program: Program::this(),
            offsets: spots.offsets.unit(),
            date: facts.anchor.as_ref().map(|anchor| anchor.date.to_string()),
            section: label.section.or_else(front),
            left_alone: facts.foreign_language,
            quotes: shape.has(Field::Quotes).then(|| {
                (facts.quotations.iter().zip(contents(&facts.quotations, spots)))
                    .filter(|(quotation, _)| !is_nobodys(quotation))
                    .map(|(quotation, content)| quote(quotation, content, spots))
                    .collect()
            }),
            actors: shape.list(Field::Actors, facts.actors.iter().enumerate(), |(index, actor)| {
                actor_of(index, actor, snapshot)
            }),
            mentions: shape.list(Field::Mentions, facts.mentions.iter(), |mention| {
                mention_of(mention, spots)
            }),
            times: shape.list(Field::Times, facts.times.iter(), |time| time_of(time, spots)),
            events: shape.list(
                Field::Events,
                facts.events.iter().map(Arc::as_ref).enumerate(),
                |event| event_of(event, spots),
            ),
            main_event: (shape.has(Field::MainEvent))
                .then(|| facts.main_event.as_ref().map(|main| main_event(main, spots))),
            flags: shape.list(Field::Flags, facts.flags.iter(), |flag| flag_of(flag, spots)),
            findings: shape.list(Field::Findings, &snapshot.findings, |finding| {
                finding_of(finding, spots)
            }),
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

fn mention_of(mention: &facts::Mention, spots: &Spots<'_>) -> Mention {
    Mention {
        at: spots.spot(mention.place),
        kind: kind_name(mention.kind),
        form: match mention.form {
            MentionForm::Named => "named",
            MentionForm::Nominal => "nominal",
            MentionForm::Pronoun => "pronoun",
        },
        cluster: mention.actor.map(actor_id),
    }
}

fn time_of(time: &facts::Time, spots: &Spots<'_>) -> Time {
    Time {
        at: spots.spot(time.place),
        kind: match time.kind {
            TimeKind::Date => "DATE",
            TimeKind::Time => "TIME",
            TimeKind::Duration => "DURATION",
            TimeKind::Set => "SET",
        },
        value: time.value.clone(),
    }
}

fn event_of((index, event): (usize, &facts::Event), spots: &Spots<'_>) -> Event {
    Event {
        id: format!("e{index}"),
        trigger: Trigger {
            at: spots.spot(event.trigger),
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
                at: spots.spot(participant.place),
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
                at: spots.spot(time.place),
                value: time.value.clone(),
            })
            .collect(),
        place: event.places.iter().map(|place| spots.spot(*place)).collect(),
        background: event.background,
        confidence: quotes::rounded(event.confidence),
        because: event.because,
    }
}

fn main_event(main: &facts::MainEvent, spots: &Spots<'_>) -> MainEvent {
    MainEvent {
        who: main.who.map(|place| spots.spot(place)),
        what: main.what.map(|place| spots.spot(place)),
        when: main.when.map(|place| spots.spot(place)),
        place: main.place.map(|place| spots.spot(place)),
    }
}

fn flag_of(flag: &facts::CalendarFlag, spots: &Spots<'_>) -> Flag {
    Flag {
        at: spots.spot(flag.place),
        kind: match flag.kind {
            CalendarFlagKind::WeekdayMismatch => "weekday-mismatch",
            CalendarFlagKind::ImpossibleDate => "impossible-date",
        },
    }
}

fn finding_of(finding: &crate::rules::Finding, spots: &Spots<'_>) -> Finding {
    Finding {
        code: finding.code,
        level: finding.level.name(),
        severity: finding.level.name(),
        at: spots.stretch(finding.span),
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
