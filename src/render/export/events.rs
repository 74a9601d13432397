//! What happened, as far as it is sure: the events that the outline of a draft shows, in its own words. What is denied or only possible
//! is left out, and so is what tells an event again.

use jiff::civil::Date;

use crate::analysis::{Event, EventId, EventStatus, EventTime, Place};
use crate::engine::{OutlineItem, OutlineKind, Snapshot};

/// An event that the draft tells of.
pub struct ExportedEvent {
    /// What happened, in the draft's words.
    pub name: String,
    /// Whether the story is about it.
    pub is_main: bool,
    /// The first and the last day.
    pub days: Option<(Date, Date)>,
    /// Where.
    pub place: Option<String>,
}

/// The events, the main one first, then in the order of the text.
pub fn events(snapshot: &Snapshot) -> Vec<ExportedEvent> {
    let mut lines = lines(&snapshot.outline());
    lines.sort_by_key(|line| line.kind != OutlineKind::MainEvent);
    let mut known: Vec<EventId> = Vec::new();
    let mut found: Vec<ExportedEvent> = Vec::new();
    for line in lines {
        let Some((id, event)) = event_of(&line, snapshot) else {
            continue;
        };
        let is_main = line.kind == OutlineKind::MainEvent;
        let first = event.retells.unwrap_or(id);
        let took_place = matches!(
            event.status,
            EventStatus::Done | EventStatus::Ongoing | EventStatus::Planned
        );
        let is_known = known.contains(&first) || !is_main && is_main_again(event, &known, snapshot);
        if took_place && (is_main || event.is_sure()) && !is_known {
            known.push(first);
            found.push(exported(line, event, snapshot));
        }
    }
    found
}

/// An event with its day and its place. A headline has neither: those of the main event are where the story tells it.
fn exported(line: OutlineItem, event: &Event, snapshot: &Snapshot) -> ExportedEvent {
    let is_main = line.kind == OutlineKind::MainEvent;
    let story = snapshot.facts.main_event.as_ref().filter(|_| is_main);
    let own_place = event.places.first().copied().filter(|_| event.is_sure());
    let place = own_place.or_else(|| story?.place);
    let own_days = event.times.iter().find_map(|time| time.days);
    let days = own_days.or_else(|| days_of(story?.when?, snapshot));
    ExportedEvent {
        name: line.name,
        is_main,
        days,
        place: place.map(|place| snapshot.text_of(place).to_owned()),
    }
}

/// Whether an event is what the headline is about, told in full: one of the same type, on the day or in the place of the story.
fn is_main_again(event: &Event, known: &[EventId], snapshot: &Snapshot) -> bool {
    let main = known.first().and_then(|id| snapshot.facts.event(*id));
    let Some((main, story)) = main.zip(snapshot.facts.main_event.as_ref()) else {
        return false;
    };
    let is_day = |time: &EventTime| Some(time.place) == story.when;
    let is_place = |place: &Place| Some(*place) == story.place;
    event.kind == main.kind && (event.times.iter().any(is_day) || event.places.iter().any(is_place))
}

fn days_of(when: Place, snapshot: &Snapshot) -> Option<(Date, Date)> {
    let mut times = snapshot.facts.times.iter();
    times.find(|time| time.place == when)?.days
}

/// The lines of an outline that are events, those beneath headings, too.
fn lines(items: &[OutlineItem]) -> Vec<OutlineItem> {
    let mut found = Vec::new();
    for item in items {
        if matches!(item.kind, OutlineKind::MainEvent | OutlineKind::Event) {
            found.push(item.clone());
        }
        found.extend(lines(&item.children));
    }
    found
}

/// The event that a line is about: the surest of those named in what it jumps to.
fn event_of<'a>(line: &OutlineItem, snapshot: &'a Snapshot) -> Option<(EventId, &'a Event)> {
    let inside = snapshot
        .facts
        .events_with_ids()
        .filter(|(_, event)| line.selection.overlaps(snapshot.source_span(event.trigger)));
    inside.max_by(|(_, one), (_, other)| one.confidence.total_cmp(&other.confidence))
}
