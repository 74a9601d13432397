//! Which events of a draft were told before. It marks retellings and drops none.

use rustc_hash::FxHashMap;

use crate::analysis::{ActorId, Event, EventId, EventKind, EventStatus};

/// How many events back a retelling is looked for.
const LOOK_BACK: usize = 40;

/// What tells whether an event was told before, beside what every event holds.
pub struct Marks {
    /// Whether it is told as known ("the call").
    pub definite: bool,
    /// The heads of those who take part, in lower case.
    pub heads: Vec<String>,
}

/// Points each event that was told before at its first telling; `marks` are those of the events, in their order. Linear.
pub fn mark_retellings(events: &mut [Event], marks: &[Marks]) {
    let mut firsts: FxHashMap<EventKind, Vec<EventId>> = FxHashMap::default();
    for index in 0..events.len() {
        let Some(event) = events.get(index) else { break };
        let kind = event.kind;
        if is_wide(kind) {
            continue;
        }
        let told = firsts.entry(kind).or_default();
        let Some(own) = marks.get(index) else { break };
        let first = told
            .iter()
            .rev()
            .take(LOOK_BACK)
            .copied()
            .filter(|first| {
                let shares = marks
                    .get(first.0)
                    .is_some_and(|marks| marks.heads.iter().any(|head| own.heads.contains(head)));
                events
                    .get(first.0)
                    .is_some_and(|first| is_same(first, event, own.definite, shares))
            })
            .min();
        match first {
            Some(first) => {
                if let Some(event) = events.get_mut(index) {
                    event.retells = Some(first);
                }
            }
            None => told.push(EventId(index)),
        }
    }
}

fn is_same(first: &Event, event: &Event, definite: bool, shares_head: bool) -> bool {
    let ahead = |status| matches!(status, EventStatus::Planned | EventStatus::Possible);
    if ahead(first.status) != ahead(event.status) || first.background != event.background {
        return false;
    }
    if (first.status == EventStatus::Denied) != (event.status == EventStatus::Denied) {
        return false;
    }
    let days = |event: &Event| event.times.iter().find_map(|time| time.days);
    let mut same_day = false;
    if let (Some(one), Some(other)) = (days(first), days(event)) {
        if one.1 < other.0 || other.1 < one.0 {
            return false;
        }
        same_day = true;
    }
    let shared = actors_of(first)
        .filter(|actor| actors_of(event).any(|other| other == *actor))
        .count();
    let counts = (actors_of(first).count(), actors_of(event).count());
    let same_word = stem(&first.lemma) == stem(&event.lemma);
    // "the call", "the two met": it points back, whatever it leaves out.
    if definite && same_word && shared == 0 && event.participants.len() <= 1 {
        return true;
    }
    match counts {
        (0, 0) => same_word && (definite || same_day || shares_head),
        (_, 0) | (0, _) => same_word && (definite || same_day) || definite && same_day,
        _ => shared > 0 && (same_word || same_day || shared > 1),
    }
}

/// Types that are too wide to tell two events apart.
fn is_wide(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Say
            | EventKind::Think
            | EventKind::Act
            | EventKind::State
            | EventKind::Change
            | EventKind::Begin
            | EventKind::Continue
            | EventKind::End
    )
}

fn actors_of(event: &Event) -> impl Iterator<Item = ActorId> {
    event.participants.iter().filter_map(|participant| participant.actor)
}

/// What a verb and its noun share: "meet" and "meeting", "arrest" and "arrests".
fn stem(lemma: &str) -> &str {
    let end = lemma.char_indices().nth(4).map_or(lemma.len(), |(end, _)| end);
    lemma.get(..end).unwrap_or(lemma)
}
