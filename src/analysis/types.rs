//! The facts about one block and about a draft, as plain data. The types of each topic are in its own `types.rs`; every
//! fact says where it is and why it is believed. Nothing here finds a fact.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::analysis::actors::{Actor, ActorId, LocalMention, Mention, MentionId};
use crate::analysis::anonymity::Anonymity;
use crate::analysis::attribution::{Quotation, Speech};
use crate::analysis::datelines::{Dateline, LocalDateline};
use crate::analysis::events::{Event, EventId, LocalEvent, MainEvent};
use crate::analysis::interviews::{Interview, Turn};
use crate::analysis::list::List;
use crate::analysis::locale::{Locale, LocaleHints};
use crate::analysis::notes::Verification;
use crate::analysis::placeholders::Placeholder;
use crate::analysis::plans::Plan;
use crate::analysis::presentation::Presentation;
use crate::analysis::publication::Publication;
use crate::analysis::register::Register;
use crate::analysis::repeats::Repeat;
use crate::analysis::signatures::Signature;
use crate::analysis::times::{Anchor, CalendarFlag, LocalTime, Time};
use crate::analysis::titles::{HeldTitle, TitleMismatch};
use crate::language::{Language, NameEvidence};
use crate::markup::Place;
use crate::text::Span;
use crate::verify::Notes;

/// The facts of one block; all spans count in the block's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockFacts {
    /// Words, sentences and names.
    pub language: Language,
    /// What the block on its own says about its names.
    pub name_evidence: NameEvidence,
    /// Names, descriptions and pronouns.
    pub mentions: Vec<LocalMention>,
    /// Quotations and who speaks in them, as far as the block says.
    pub speech: Speech,
    /// Time expressions, not yet set against a date.
    pub times: Vec<LocalTime>,
    /// Events, not yet joined with actors and dates.
    pub events: Vec<LocalEvent>,
    /// How many words and dates are written in the American and in the British way.
    pub locale: LocaleHints,
    /// Where it was filed, and when.
    pub dateline: Option<LocalDateline>,
    /// Times to which a verb looks ahead, each with its verb.
    pub plans: Vec<(Span, Span)>,
    /// Credits of photographs; of paragraphs.
    pub credits: Vec<Span>,
    /// What it looks like as a line of an interview.
    pub turn: Turn,
    /// Capitalized words without another one beside them; of running text.
    pub capitals: Vec<Span>,
    /// Words that are written twice running; of running text, captions and fields.
    pub repeats: Vec<Repeat>,
    /// Where a word is still missing, or a note speaks to the desk.
    pub placeholders: Vec<Placeholder>,
    /// Promises not to name a source; of running text.
    pub anonymity: Vec<Anonymity>,
}

impl BlockFacts {
    /// Whether a verb of it carries tense. Without one it is no sentence. Linear in its words.
    #[must_use]
    pub fn has_finite_verb(&self) -> bool {
        self.language.words.iter().any(|word| word.tag.is_finite())
    }
}

/// What the fold needs to know besides the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftSettings {
    /// The date to resolve days against; wins over one found in the draft.
    pub reference_date: Option<Date>,
    /// The draft's file name without its folder; a date in it is used where the draft itself has none.
    pub file_name: Option<String>,
    /// The date to resolve days against where nothing else gives one (`date` in `copydesk.toml`).
    pub fallback_date: Option<Date>,
    /// Which English dates are written in (`locale` in `copydesk.toml`); that of the draft where nothing is chosen.
    pub locale: Option<Locale>,
    /// Where the newsroom is: a date that is written with a time and an offset is the day it was there.
    pub timezone: Option<TimeZone>,
    /// The newsroom's own names (`publication` in `copydesk.toml`).
    pub publication: Arc<Publication>,
    /// The newsroom's actor file.
    pub register: Option<Arc<Register>>,
    /// What was said, as far as there are notes of it.
    pub notes: Option<Arc<Notes>>,
}

/// All facts about a draft. Lists are in the order of the text unless said otherwise. Two versions of a draft share what is the
/// same in both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Quotations of all kinds, *mentions* (marked, but nobody is quoted) included.
    pub quotations: List<Arc<Quotation>>,
    /// Who the draft is about, by first mention. The index is the [`ActorId`].
    pub actors: List<Arc<Actor>>,
    /// Every mention, resolved to an actor or not. The index is the [`MentionId`].
    pub mentions: List<Mention>,
    /// Time expressions.
    pub times: List<Time>,
    /// Events. The index is the [`EventId`].
    pub events: List<Arc<Event>>,
    /// What the story is about.
    pub main_event: Option<MainEvent>,
    /// Which English the draft is written in, and its readers are shown dates in.
    pub locale: Locale,
    /// Dates that contradict the calendar.
    pub flags: List<CalendarFlag>,
    /// Where the story was filed, and when.
    pub datelines: List<Dateline>,
    /// Days to which a verb looks ahead, in the order of the days.
    pub plans: List<Plan>,
    /// The interview or the transcript that the draft is or holds.
    pub interview: Interview,
    /// Whether the draft is a live blog.
    pub is_live: bool,
    /// How the quotations without a speaker are presented, in the order of the quotations.
    pub presentations: List<Presentation>,
    /// Capitalized words that were read as no name.
    pub unread: List<Place>,
    /// Names that sign a quotation, in the order of the quotations.
    pub signatures: List<Signature>,
    /// Titles directly before the names of people and after them, in the order of the mentions.
    pub titles: List<HeldTitle>,
    /// Titles that the newsroom's file of people has otherwise.
    pub title_mismatches: List<TitleMismatch>,
    /// The notes that the draft was read with.
    pub notes: Option<Arc<Notes>>,
    /// Quotations that were looked up in the notes, in the order of the quotations.
    pub verifications: List<Verification>,
    /// The date the draft is read against.
    pub anchor: Option<Anchor>,
    /// The language of the draft, if it is not English (ISO 639-3); the draft then has no other facts.
    pub foreign_language: Option<&'static str>,
}

impl Facts {
    /// The actor with this id.
    #[must_use]
    pub fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(id.0).map(Arc::as_ref)
    }

    /// The mention with this id.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.mentions.get(id.0)
    }

    /// What is planned for a time expression.
    #[must_use]
    pub fn plan_for(&self, time: Place) -> Option<&Plan> {
        let at = self.plans.binary_search_by_key(&time, |plan| plan.time).ok()?;
        self.plans.get(at)
    }

    /// The title that the name of a mention is given.
    #[must_use]
    pub fn title_of(&self, mention: MentionId) -> Option<&HeldTitle> {
        let at = self.titles.binary_search_by_key(&mention, |title| title.mention).ok()?;
        self.titles.get(at)
    }

    /// What the notes say of a quotation, by its index.
    #[must_use]
    pub fn verification_of(&self, quotation: usize) -> Option<&Verification> {
        let block = self.quotations.get(quotation)?.place.block;
        let known = &self.verifications;
        let from = known.partition_point(|one| one.words.block < block);
        let mut here = known.get(from..)?.iter().take_while(|one| one.words.block == block);
        here.find(|one| one.quotation == Some(quotation))
    }

    /// Whether a name signs a quotation, by the quotation's index.
    #[must_use]
    pub fn is_signed(&self, quotation: usize) -> bool {
        self.signatures
            .binary_search_by_key(&quotation, |signature| signature.quotation)
            .is_ok()
    }

    /// How a quotation without a speaker is presented, by the quotation's index.
    #[must_use]
    pub fn presentation_of(&self, quotation: usize) -> Option<&Presentation> {
        let at = self
            .presentations
            .binary_search_by_key(&quotation, |presentation| presentation.quotation)
            .ok()?;
        self.presentations.get(at)
    }

    /// The mentions of an actor, in the order of the text.
    pub fn mentions_of<'a>(&'a self, actor: &'a Actor) -> impl Iterator<Item = &'a Mention> {
        actor.mentions.iter().filter_map(|id| self.mention(*id))
    }

    /// The event with this id.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(id.0).map(Arc::as_ref)
    }

    /// The events with their ids, in the order of the text.
    pub fn events_with_ids(&self) -> impl Iterator<Item = (EventId, &Event)> {
        self.events
            .iter()
            .enumerate()
            .map(|(index, event)| (EventId(index), event.as_ref()))
    }
}
