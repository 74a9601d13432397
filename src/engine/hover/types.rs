//! The cards as plain data. They hold what is shown and word nothing for a protocol.

use crate::analysis::{
    ActorId, ActorKind, EventStatus, MentionForm, Place, QuotationKind, QuotationStatus, Reading, TimeKind,
};
use crate::engine::days::Days;
use crate::engine::said::SaidCard;
use crate::engine::types::Snapshot;
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
    Actor(Box<ActorCard>),
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
    /// Where it is in the source.
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
    /// Whether that is beyond doubt; what is only likely is not shown.
    pub is_kind_sure: bool,
    /// Whether the draft names it anywhere, or only describes it.
    pub is_named: bool,
    /// Titles and roles with where each is introduced; empty means that the draft gives none.
    pub roles: Vec<Excerpt>,
    /// The names that the draft uses with their counts, first used first; of somebody without a name the descriptions.
    pub aliases: Vec<(String, usize)>,
    /// Where the actor is first mentioned, with the words.
    pub first_mention: Option<Excerpt>,
    /// What the draft calls it, right after its name; of people only where it gives no role.
    pub described: Option<Excerpt>,
    /// The first sentence that names a place or a thing, as a line, if the cursor is in another one.
    pub first_line: Option<Excerpt>,
    /// How many marked quotations are surely theirs.
    pub quotation_count: usize,
    /// How often the draft reports what they said without marks.
    pub report_count: usize,
    /// Whether others, of which it is not sure whose they are, may be theirs, too.
    pub may_say_more: bool,
    /// The first few of them.
    pub quotations: Vec<QuotationLine>,
    /// Of how many events the draft says by name that they take part in them.
    pub event_count: usize,
    /// A few of them, newest first; those without a day last, in the order of the text.
    pub events: Vec<EventLine>,
    /// Who they take part in events with, and in how many; most often first.
    pub counterparts: Vec<Counterpart>,
    /// What the newsroom's actor file says.
    pub entry: Option<EntryCard>,
    /// The mention under the cursor, as written.
    pub mention: String,
    /// How it is written: as a name, a description or a pronoun.
    pub form: MentionForm,
    /// How the name of a place is meant here ("Washington" as a government).
    pub reading: Option<Reading>,
    /// Who it could be, if several fit equally.
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
    /// The organization, party or state it belongs to.
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
    /// Who it is done to.
    pub whom: Vec<String>,
    /// Who else takes part.
    pub others: Vec<String>,
    /// Where.
    pub places: Vec<Excerpt>,
    /// Who says so.
    pub source: Option<Excerpt>,
    /// Whether it is before the story.
    pub background: bool,
    /// Where else the draft reports the same event.
    pub other_tellings: Vec<Excerpt>,
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
    /// Where the full name is first given.
    pub speaker_named_at: Option<Excerpt>,
    /// The speaker's roles.
    pub speaker_roles: Vec<String>,
    /// The word or phrase that reports it.
    pub cue: Option<Excerpt>,
    /// The document or outlet it is taken from.
    pub source: Option<Excerpt>,
    /// Who it is said to; in full if the draft names them.
    pub addressee: Option<Excerpt>,
    /// The addressee's full name, where it is known.
    pub addressee_name: Option<String>,
    /// What the notes say of it.
    pub said: Option<SaidCard>,
    /// How the speaker was found.
    pub status: QuotationStatus,
    /// The nearest candidates where no speaker was found, best first.
    pub candidates: Vec<Excerpt>,
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
    /// The days it names, where it is resolved.
    pub days: Option<Days>,
    /// How sure the value is, 0..=1.
    pub confidence: f32,
    /// One sentence: how it was resolved.
    pub because: String,
}

impl Excerpt {
    /// The text at a place.
    pub(super) fn of(snapshot: &Snapshot, place: Place) -> Self {
        Self {
            text: snapshot.text_of(place).to_owned(),
            span: snapshot.source_span(place),
        }
    }
}
