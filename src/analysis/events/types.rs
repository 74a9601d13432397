//! What happened, who took part, when and where. Plain data, no decisions.

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::analysis::Place;
use crate::analysis::actors::ActorId;
use crate::analysis::events::kinds::{EventKind, Plover, TimeMlClass};
use crate::analysis::events::lexicon::EventSense;
use crate::markup::BlockId;
use crate::text::Span;

/// Index into [`crate::analysis::Facts::events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub usize);

/// Something that happened, happens or is planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The word that names it.
    pub trigger: Place,
    /// Base form of the trigger.
    pub lemma: String,
    /// Its type ("meet", "tariff" …).
    pub kind: EventKind,
    /// PLOVER event type, if there is one.
    pub plover: Option<Plover>,
    /// TimeML class.
    pub timeml: TimeMlClass,
    /// Whether it took place.
    pub status: EventStatus,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// When.
    pub times: Vec<EventTime>,
    /// Where.
    pub places: Vec<Place>,
    /// On whose word ("according to the readout").
    pub source: Option<Place>,
    /// Whether it took place before the story ("In 2018, …").
    pub background: bool,
    /// The first event of the draft that this one retells.
    pub retells: Option<EventId>,
    /// How sure it is who takes part, 0..=1.
    pub confidence: f32,
    /// What that rests on.
    pub because: &'static str,
}

impl Event {
    /// From this confidence on, an editor and a timeline say who takes part.
    pub const SHOWN: f32 = 0.7;

    /// Whether it is sure enough who takes part to show it to people.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.confidence >= Self::SHOWN
    }
}

/// How sure it is who takes part in an event, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence {
    /// How often who and whom are right, 0..=1.
    pub value: f32,
    /// What that rests on.
    pub because: &'static str,
}

/// Whether an event took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum EventStatus {
    Done,
    Ongoing,
    Planned,
    Possible,
    Denied,
}

impl EventStatus {
    /// The word for it, for people and in every output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EventStatus::Done => "done",
            EventStatus::Ongoing => "ongoing",
            EventStatus::Planned => "planned",
            EventStatus::Possible => "possible",
            EventStatus::Denied => "denied",
        }
    }
}

/// Who takes part in an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// The noun phrase.
    pub place: Place,
    /// In which role.
    pub role: ParticipantRole,
    /// The actor, where the phrase is one.
    pub actor: Option<ActorId>,
}

/// The role of a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParticipantRole {
    /// Who does it.
    Agent,
    /// Who it is done to.
    Patient,
    /// With, for or next to somebody.
    Other,
}

/// When an event is.
#[derive(Clone, Debug, PartialEq)]
pub struct EventTime {
    /// The time expression.
    pub place: Place,
    /// Its TIMEX3 value.
    pub value: String,
    /// The days it names.
    pub days: Option<(Date, Date)>,
}

/// What a story is about: who did what, when and where.
#[derive(Clone, Debug, PartialEq)]
pub struct MainEvent {
    /// The headline of the draft, if it has one.
    pub headline: Option<BlockId>,
    /// Who.
    pub who: Option<Place>,
    /// What: the verb phrase.
    pub what: Option<Place>,
    /// When.
    pub when: Option<Place>,
    /// Where.
    pub place: Option<Place>,
}

/// An event as one block reports it. It refers to words and spans of its block and to nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalEvent {
    /// The word that names it.
    pub trigger: Span,
    /// Base form of the trigger.
    pub lemma: SmolStr,
    /// Type and TimeML class.
    pub sense: EventSense,
    /// The PLOVER type of what is said: of "said that Rao must resign" a demand.
    pub reported: Option<Plover>,
    /// Whether it is mentioned as known ("the call").
    pub definite: bool,
    /// Whether it took place, by the words around it.
    pub status: EventStatus,
    /// Noun phrases with their heads and roles, in the order of the text.
    pub participants: Vec<LocalParticipant>,
    /// Indices into the times of the block.
    pub times: Vec<usize>,
    /// Noun phrases that say where.
    pub places: Vec<Span>,
    /// On whose word.
    pub source: Option<Span>,
    /// How sure it is who takes part, and why.
    pub confidence: Confidence,
}

/// Who takes part in an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalParticipant {
    /// The noun phrase.
    pub span: Span,
    /// Its head.
    pub head: Span,
    /// In which role.
    pub role: ParticipantRole,
}
