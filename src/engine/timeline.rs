//! The timeline of a draft: what happened on which day, with its place in the text. It orders by day and finds no facts.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::{EventId, EventStatus, Group, ParticipantRole, Place, Time, TimeKind};
use crate::engine::headline::one_line;
use crate::engine::outline::Names;
use crate::engine::types::Snapshot;
use crate::markup::{BlockKind, Furniture};
use crate::text::Span;

/// One row of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// The first and the last day, where they are known.
    pub days: Option<(Date, Date)>,
    /// The time as the draft gives it.
    pub when: String,
    /// The event as a headline; the sentence where no event was found.
    pub what: String,
    /// Who acts, by full names.
    pub who: Vec<String>,
    /// Who it is done to, by full names.
    pub whom: Vec<String>,
    /// Where.
    pub place: String,
    /// Own type name of the event, if there is one.
    pub kind: Option<&'static str>,
    /// Whether the event took place, if there is one.
    pub status: Option<EventStatus>,
    /// Whether it is background to the story.
    pub background: bool,
    /// Where the time is in the source.
    pub span: Span,
}

/// How many characters of a sentence a row shows.
const SENTENCE: usize = 100;

impl Snapshot {
    /// The timeline, by day; what has no day comes last, in the order of the text. Linear but for the sorting.
    pub(super) fn timeline_rows(&self) -> Vec<TimelineRow> {
        let names = Names::new(self);
        let mut dated: FxHashMap<Place, Vec<EventId>> = FxHashMap::default();
        for (id, event) in self.facts.events_with_ids() {
            for time in &event.times {
                dated.entry(time.place).or_default().push(id);
            }
        }
        let mut told: FxHashSet<(EventId, Option<(Date, Date)>)> = FxHashSet::default();
        let mut rows = Vec::new();
        for time in self.facts.times.iter().filter(|time| self.may_date(time)) {
            let event = dated.get(&time.place).and_then(|events| self.weightiest(events));
            let row = match event {
                Some(event) => {
                    let first = self.facts.event(event).and_then(|event| event.retells).unwrap_or(event);
                    // A retelling with the same day adds nothing.
                    told.insert((first, time.days))
                        .then(|| self.event_row(time, event, &names))
                }
                None => Some(self.sentence_row(time)),
            };
            rows.extend(row);
        }
        rows.sort_by_key(|row| (row.days.is_none(), row.days, row.span.start));
        rows
    }

    /// Dates and clock times of the story itself: no durations, no habits, no "now"; no dates of tables and furniture.
    fn may_date(&self, time: &Time) -> bool {
        let kind = time.place.block.of(&self.markup.blocks).map(|block| &block.kind);
        let furniture = matches!(
            kind,
            Some(BlockKind::TableCell | BlockKind::Field(_))
                | Some(BlockKind::Furniture(
                    Furniture::Slug | Furniture::Byline | Furniture::Dateline | Furniture::EndMark | Furniture::Embargo
                ))
        );
        matches!(time.kind, TimeKind::Date | TimeKind::Time) && !furniture && time.value != "PRESENT_REF"
    }

    fn weightiest(&self, events: &[EventId]) -> Option<EventId> {
        let weight = |id: EventId| self.facts.event(id).map_or(f32::MIN, |event| self.weight(event));
        events
            .iter()
            .copied()
            .max_by(|one, other| weight(*one).total_cmp(&weight(*other)).then(other.cmp(one)))
    }

    fn event_row(&self, time: &Time, id: EventId, names: &Names<'_>) -> TimelineRow {
        let Some(event) = self.facts.event(id) else {
            return self.sentence_row(time);
        };
        // Who said something that day, the sentence says best.
        if event.kind.group() == Group::Statement {
            return self.sentence_row(time);
        }
        let of = |role| -> Vec<String> {
            let taking_part = event.participants.iter().filter(|one| one.role == role);
            taking_part
                .map(|one| one_line(self.full_name(one.actor, one.place), SENTENCE))
                .collect()
        };
        // If the first telling says more, its headline is used for all of them.
        let name = names.of(event.retells.unwrap_or(id));
        TimelineRow {
            days: time.days,
            when: one_line(self.text_of(time.place), SENTENCE),
            what: name.to_owned(),
            who: of(ParticipantRole::Agent),
            whom: of(ParticipantRole::Patient),
            place: event
                .places
                .first()
                .map(|place| one_line(self.text_of(*place), SENTENCE))
                .unwrap_or_default(),
            kind: Some(event.kind.name()),
            status: Some(event.status),
            background: event.background,
            span: self.source_span(time.place),
        }
    }

    fn sentence_row(&self, time: &Time) -> TimelineRow {
        let sentence = time.place.block.of(&self.blocks).and_then(|block| {
            let at = block.language.sentence_at(time.place.span.start)?;
            block.language.sentences.get(at)
        });
        let place = sentence.map_or(time.place, |sentence| Place::new(time.place.block, sentence.span));
        TimelineRow {
            days: time.days,
            when: one_line(self.text_of(time.place), SENTENCE),
            what: one_line(self.text_of(place), SENTENCE),
            who: Vec::new(),
            whom: Vec::new(),
            place: String::new(),
            kind: None,
            status: None,
            background: false,
            span: self.source_span(time.place),
        }
    }
}
