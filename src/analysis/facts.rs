//! The facts about a draft, as plain data. Every fact says where it stands and why it is believed.

use std::sync::Arc;

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::analysis::register::{EntryId, Register};
use crate::text::Span;

/// A place in a draft: a stretch of one block's decoded text. Ordered as the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index into [`crate::markup::Markup::blocks`].
    pub block: usize,
    /// Bytes in that block's text.
    pub span: Span,
}

impl Place {
    /// The place of `span` in block `block`.
    #[must_use]
    pub fn new(block: usize, span: Span) -> Self {
        Self { block, span }
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Place) -> bool {
        self.block == other.block && self.span.overlaps(other.span)
    }

    /// Whether `other` lies inside, ends included.
    #[must_use]
    pub fn covers(self, other: Place) -> bool {
        self.block == other.block && self.span.covers(other.span)
    }
}

/// What the fold needs to know beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftSettings {
    /// The date to resolve days against; wins over one found in the draft.
    pub reference_date: Option<Date>,
    /// The draft's file name without its folder; a date in it is used where the draft itself has none.
    pub file_name: Option<String>,
    /// The date to resolve days against where nothing else gives one (`date` in `copydesk.toml`).
    pub fallback_date: Option<Date>,
    /// The newsroom's actor file.
    pub register: Option<Arc<Register>>,
}

/// All facts about a draft. Lists are in the order of the text unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Quotations of all kinds, *mentions* (marked, but nobody is quoted) included.
    pub quotations: Vec<Quotation>,
    /// Whom the draft is about, by first mention. The index is the [`ActorId`].
    pub actors: Vec<Actor>,
    /// Every mention of an actor or of one that could not be resolved.
    pub mentions: Vec<Mention>,
    /// Time expressions.
    pub times: Vec<Time>,
    /// Events.
    pub events: Vec<Event>,
    /// What the story is about.
    pub main_event: Option<MainEvent>,
    /// Dates that contradict the calendar.
    pub flags: Vec<CalendarFlag>,
    /// The date the draft is read against.
    pub anchor: Option<Anchor>,
    /// The language of the draft, if it is not English (ISO 639-3); the draft then has no other facts.
    pub foreign_language: Option<&'static str>,
}

/// A quotation, or a marked stretch that quotes nobody. A split or running quotation is several of these in one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The marked region with its marks; for an indirect quotation its content.
    pub place: Place,
    /// The whole reported content: the words inside the marks, for a mixed quotation the clause around them.
    pub content: Place,
    /// Direct, mixed, indirect or mention.
    pub kind: QuotationKind,
    /// Whether the region is marked and its closing mark stands in the text.
    pub closed: bool,
    /// Whether the region goes on in the next block (a running quotation, legal without a closing mark).
    pub runs_on: bool,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// The word or phrase that reports it.
    pub cue: Option<Cue>,
    /// The document or the outlet it was taken from ("according to the readout", "told the Herald").
    pub source: Option<Place>,
    /// To whom it is said.
    pub addressee: Option<Place>,
    /// How the speaker was found.
    pub status: QuotationStatus,
    /// Parts of one quotation share a group.
    pub group: usize,
    /// How sure speaker and kind are, 0..=1.
    pub confidence: f32,
    /// One sentence for a reporter: why this speaker ("subject of 'told' in the same sentence").
    pub because: String,
    /// Words in round or square brackets inside the marks that are not the speaker's, brackets included.
    pub insertions: Vec<Place>,
    /// Nearest candidates where no speaker was found, best first.
    pub candidates: Vec<Place>,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Whole sentences in marks.
    Direct,
    /// A marked fragment inside the writer's sentence.
    Mixed,
    /// A reported clause without marks.
    Indirect,
    /// Marked, but nobody is quoted: a title, a nickname, a so-called thing, a word as a word.
    Mention,
}

/// How the speaker of a quotation was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationStatus {
    /// By a cue or a frame of its own.
    Attributed,
    /// Taken over from a quotation or indirect speech before it.
    Carried,
    /// Attributed to somebody who is not named ("a person familiar with the talks").
    Anonymous,
    /// Not found.
    Unattributed,
    /// Nobody is asked for: a mention, or what is expected or believed without a word by whom.
    None,
}

/// The speaker of a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The mention that names the speaker, as a whole noun phrase.
    pub place: Place,
    /// Its text.
    pub text: String,
    /// The full name the draft gives the actor.
    pub resolved: Option<String>,
    /// The actor.
    pub actor: Option<ActorId>,
}

/// The word or phrase that reports a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Where it stands.
    pub place: Place,
    /// Its base form ("say", "according to", ":").
    pub lemma: String,
}

/// Index into [`Facts::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub usize);

/// Somebody or something that acts or speaks in the draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The fullest name, or the description where no name is given.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Titles and roles as the draft gives them, first one first.
    pub roles: Vec<Role>,
    /// The forms the draft uses with their counts, first used first.
    pub aliases: Vec<(String, usize)>,
    /// Indices into [`Facts::mentions`].
    pub mentions: Vec<usize>,
    /// The entry of the newsroom's actor file that it is. What the draft says wins wherever the two differ.
    pub entry: Option<EntryId>,
}

/// A title or role of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// As written ("Chinese Foreign Minister").
    pub text: String,
    /// Where it is first given.
    pub place: Place,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum ActorKind {
    Person,
    Organization,
    Place,
    Other,
}

/// A stretch of text that refers to an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The whole mention: for a name the name without titles, else the noun phrase or pronoun.
    pub place: Place,
    /// What it refers to.
    pub kind: ActorKind,
    /// Name, description or pronoun.
    pub form: MentionForm,
    /// The actor; `None` where it is not resolved.
    pub actor: Option<ActorId>,
    /// The named actors between whom a pronoun is open; empty where it is resolved, or nobody fits.
    pub could_be: Vec<ActorId>,
    /// How the name of a state, a capital or a seat of power is meant here.
    pub reading: Option<Reading>,
    /// How sure the actor is, 0..=1.
    pub confidence: f32,
    /// Why it was resolved so, or why it was not.
    pub because: SmolStr,
}

/// How the name of a state, a capital or a seat of power is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The government there: it acts or speaks.
    Government,
    /// The place.
    Place,
}

/// The form of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionForm {
    /// A name.
    Named,
    /// A description ("the minister").
    Nominal,
    /// A pronoun.
    Pronoun,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// Where it stands.
    pub place: Place,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// TIMEX3 value ("2025-10-27", "2025-W43-WE", "P2D", "PRESENT_REF"); empty where unknown.
    pub value: String,
    /// The first and last calendar day it names, where it is resolved.
    pub days: Option<(Date, Date)>,
    /// How sure the value is, 0..=1.
    pub confidence: f32,
    /// One sentence: how it was resolved.
    pub because: String,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TimeKind {
    Date,
    Time,
    Duration,
    Set,
}

/// The date a draft is read against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub date: Date,
    /// Where it comes from.
    pub source: AnchorSource,
}

/// Where the date of a draft comes from, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorSource {
    /// Given by the caller (`--date`, `reference_date`).
    Given,
    /// A field of the front matter.
    FrontMatter,
    /// The dateline or a date line at the head of the draft.
    Dateline,
    /// A full date in the text (a caption, a single day).
    Text,
    /// The file name.
    FileName,
    /// The configuration.
    Configuration,
}

/// A date that contradicts the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarFlag {
    /// Weekday and date, or the date.
    pub place: Place,
    /// What is wrong.
    pub kind: CalendarFlagKind,
    /// One sentence: what the calendar says.
    pub because: String,
    /// Whether the draft does not write the year, so that the nearest one was taken.
    pub inferred: bool,
    /// The weekday that is claimed and the one that the calendar has.
    pub weekday: Option<(Place, &'static str)>,
    /// The day of the month, where it is in figures, and the one nearest to it that has the claimed weekday.
    pub day: Option<(Place, i8)>,
}

/// What contradicts the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarFlagKind {
    /// The weekday is not that date's.
    WeekdayMismatch,
    /// There is no such day.
    ImpossibleDate,
}

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
