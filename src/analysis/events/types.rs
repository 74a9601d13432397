//! What happened, who took part, when and where. Plain data, no decisions.

use jiff::civil::Date;

use crate::analysis::Place;
use crate::analysis::actors::ActorId;

/// Something that happened, happens or is planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The word that names it.
    pub trigger: Place,
    /// Base form of the trigger.
    pub lemma: String,
    /// Own type name ("meet", "tariff" …): the stable one.
    pub kind: &'static str,
    /// Group of the type for display ("Talks", "Economy" …).
    pub group: &'static str,
    /// PLOVER event type, if there is one.
    pub plover: Option<&'static str>,
    /// TimeML class ("OCCURRENCE", "REPORTING" …).
    pub timeml: &'static str,
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
    /// Whether it lies before the story ("In 2018, …").
    pub background: bool,
    /// The first event of the draft that this one retells.
    pub retells: Option<usize>,
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
    /// To whom it is done.
    Patient,
    /// With, for or beside whom.
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
    /// Index into [`Facts::events`], where it is one of them.
    pub event: Option<usize>,
    /// Who.
    pub who: Option<Place>,
    /// What: the verb phrase.
    pub what: Option<Place>,
    /// When.
    pub when: Option<Place>,
    /// Where.
    pub place: Option<Place>,
}
