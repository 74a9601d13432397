//! Which events of a draft were reported before. It marks retellings and drops none.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::ActorId;
use crate::analysis::events::{Event, EventId, EventKind, EventStatus};

/// How many events back a retelling is looked for.
const LOOK_BACK: usize = 40;

/// How many characters of two base forms must agree for them to be one word.
const STEM: usize = 4;

/// What shows whether an event was reported before, besides what every event holds.
pub struct Marks {
    /// Whether it is spoken of as known ("the call").
    pub definite: bool,
    /// The heads of those who take part, in lowercase.
    pub heads: Vec<String>,
    /// What its verb shares with the noun: see [`stem`].
    pub stem: SmolStr,
}

/// Links each event that was reported before to its first report; `marks` are those of the events, in their order. Linear.
pub fn mark_retellings(events: &mut [Event], marks: &[Marks]) {
    let mut firsts: FxHashMap<EventKind, Vec<EventId>> = FxHashMap::default();
    for index in 0..events.len() {
        let Some(event) = events.get(index) else { break };
        let kind = event.kind;
        if is_wide(kind) {
            continue;
        }
        let earlier = firsts.entry(kind).or_default();
        let Some(own) = marks.get(index) else { break };
        let first = earlier
            .iter()
            .rev()
            .take(LOOK_BACK)
            .copied()
            .filter(|first| {
                let first = events.get(first.0).zip(marks.get(first.0));
                first.is_some_and(|first| is_same(first, (event, own)))
            })
            .min();
        match first {
            Some(first) => {
                if let Some(event) = events.get_mut(index) {
                    event.retells = Some(first);
                }
            }
            None => earlier.push(EventId(index)),
        }
    }
}

/// Whether `event` retells `first`.
fn is_same((first, first_marks): (&Event, &Marks), (event, marks): (&Event, &Marks)) -> bool {
    let Some(same_day) = same_day(first, event) else {
        return false;
    };
    if contradict(first, event) {
        return false;
    }
    let shared = actors_of(first)
        .filter(|actor| actors_of(event).any(|other| other == *actor))
        .count();
    let same_word = first_marks.stem == marks.stem;
    let definite = marks.definite;
    // "the call", "the two met": it points back, whatever it leaves out.
    if definite && same_word && shared == 0 && event.participants.len() <= 1 {
        return true;
    }
    match (actors_of(first).count(), actors_of(event).count()) {
        (0, 0) => same_word && (definite || same_day || share_a_head(first_marks, marks)),
        (_, 0) | (0, _) => same_word && (definite || same_day) || definite && same_day,
        _ => shared > 0 && (same_word || same_day || shared > 1),
    }
}

fn share_a_head(first: &Marks, other: &Marks) -> bool {
    first.heads.iter().any(|head| other.heads.contains(head))
}

/// "The two will meet" is not "the two met", and what was denied is not what was done.
fn contradict(first: &Event, event: &Event) -> bool {
    let is_ahead = |status| matches!(status, EventStatus::Planned | EventStatus::Possible);
    let is_denied = |status| status == EventStatus::Denied;
    is_ahead(first.status) != is_ahead(event.status)
        || is_denied(first.status) != is_denied(event.status)
        || first.background != event.background
}

/// Whether the two are on the same days; `None` where they are on different ones.
fn same_day(first: &Event, event: &Event) -> Option<bool> {
    let days = |event: &Event| event.times.iter().find_map(|time| time.days);
    match (days(first), days(event)) {
        (Some(one), Some(other)) => (one.1 >= other.0 && other.1 >= one.0).then_some(true),
        _ => Some(false),
    }
}

/// Types that are too wide to tell two events apart: of two sayings, each is one.
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
pub fn stem(lemma: &str) -> &str {
    let end = lemma.char_indices().nth(STEM).map_or(lemma.len(), |(end, _)| end);
    lemma.get(..end).unwrap_or(lemma)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::analysis::Place;
    use crate::analysis::events::{EventTime, Participant, ParticipantRole, TimeMlClass};

    /// Whether `event` retells `first` if it is spoken of as known, and if the two share a head.
    fn retells(first: &Event, event: &Event, definite: bool, shares_head: bool) -> bool {
        let marks = |event: &Event| Marks {
            definite,
            heads: vec![if shares_head {
                "quay".to_owned()
            } else {
                event.lemma.clone()
            }],
            stem: stem(&event.lemma).into(),
        };
        is_same((first, &marks(first)), (event, &marks(event)))
    }

    fn event(lemma: &str, actors: &[usize], day: Option<Date>) -> Event {
        let participant = |actor: &usize| Participant {
            place: Place::default(),
            role: ParticipantRole::Agent,
            actor: Some(ActorId(*actor)),
        };
        let time = |day| EventTime {
            place: Place::default(),
            value: String::new(),
            days: Some((day, day)),
        };
        Event {
            trigger: Place::default(),
            lemma: lemma.to_owned(),
            kind: EventKind::Meet,
            plover: None,
            timeml: TimeMlClass::Occurrence,
            status: EventStatus::Done,
            participants: actors.iter().map(participant).collect(),
            times: day.into_iter().map(time).collect(),
            places: Vec::new(),
            source: None,
            background: false,
            retells: None,
            confidence: 1.0,
            because: "",
        }
    }

    #[test]
    fn the_same_people_or_the_same_day_make_it_one_event() {
        let first = event("meet", &[0, 1], Some(date(2025, 10, 13)));
        assert!(retells(&first, &event("meeting", &[1], None), false, false));
        assert!(retells(
            &first,
            &event("talk", &[1], Some(date(2025, 10, 13))),
            false,
            false
        ));
        assert!(!retells(&first, &event("talk", &[1], None), false, false));
        assert!(!retells(&first, &event("meet", &[2], None), false, false));
    }

    #[test]
    fn what_is_known_points_back() {
        let first = event("call", &[0, 1], None);
        assert!(retells(&first, &event("call", &[], None), true, false));
        assert!(!retells(&first, &event("call", &[], None), false, false));
    }

    #[test]
    fn other_days_and_other_statuses_are_other_events() {
        let first = event("meet", &[0], Some(date(2025, 10, 13)));
        let mut again = event("meet", &[0], Some(date(2025, 10, 14)));
        assert_eq!(same_day(&first, &again), None);
        again.times.clear();
        assert!(retells(&first, &again, false, false));
        again.status = EventStatus::Planned;
        assert!(contradict(&first, &again) && !retells(&first, &again, false, false));
    }

    #[test]
    fn a_verb_and_its_noun_have_one_stem() {
        assert_eq!(stem("meet"), stem("meeting"));
        assert_ne!(stem("meet"), stem("measure"));
    }
}
