//! Which events of a draft were reported before. It marks retellings and drops none.

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::analysis::ActorId;
use crate::analysis::events::{Event, EventKind, EventStatus};

/// How many events back a retelling is looked for.
const LOOK_BACK: usize = 40;

/// How many characters of two base forms must agree for them to be one word.
const STEM: usize = 4;

/// All of an event that shows whether it was reported before.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// Its type.
    pub kind: EventKind,
    /// Whether it is spoken of as known ("the call").
    definite: bool,
    /// The heads of those who take part, in lowercase.
    heads: Vec<SmolStr>,
    /// What its verb shares with the noun: see [`stem`].
    stem: SmolStr,
    /// Those who take part and are known.
    actors: Vec<ActorId>,
    /// How many take part, known or not.
    participants: usize,
    days: Option<(Date, Date)>,
    status: EventStatus,
    background: bool,
}

impl Telling {
    /// What shows whether an event was reported before; `definite` and `heads` are what the event itself does not hold.
    pub fn of(event: &Event, definite: bool, heads: Vec<SmolStr>) -> Self {
        let actors = event.participants.iter().filter_map(|participant| participant.actor);
        Self {
            kind: event.kind,
            definite,
            heads,
            stem: stem(&event.lemma).into(),
            actors: actors.collect(),
            participants: event.participants.len(),
            days: event.times.iter().find_map(|time| time.days),
            status: event.status,
            background: event.background,
        }
    }
}

/// For each of the events of one type, in the order of the text, which of them it retells, by its number among them. Linear.
pub fn retold(tellings: &[&Telling]) -> Vec<Option<usize>> {
    let mut firsts: Vec<usize> = Vec::new();
    let mut retold = Vec::with_capacity(tellings.len());
    for (index, event) in tellings.iter().enumerate() {
        if is_wide(event.kind) {
            retold.push(None);
            continue;
        }
        let near = firsts.iter().rev().take(LOOK_BACK).copied();
        let first = near
            .filter(|first| tellings.get(*first).is_some_and(|first| is_same(first, event)))
            .min();
        if first.is_none() {
            firsts.push(index);
        }
        retold.push(first);
    }
    retold
}

/// Whether `event` retells `first`.
fn is_same(first: &Telling, event: &Telling) -> bool {
    let Some(same_day) = same_day(first, event) else {
        return false;
    };
    if contradict(first, event) {
        return false;
    }
    let shared = first.actors.iter().filter(|actor| event.actors.contains(actor)).count();
    let same_word = first.stem == event.stem;
    let definite = event.definite;
    // "the call", "the two met": it points back, whatever it leaves out.
    if definite && same_word && shared == 0 && event.participants <= 1 {
        return true;
    }
    match (first.actors.len(), event.actors.len()) {
        (0, 0) => same_word && (definite || same_day || share_a_head(first, event)),
        (_, 0) | (0, _) => same_word && (definite || same_day) || definite && same_day,
        _ => shared > 0 && (same_word || same_day || shared > 1),
    }
}

fn share_a_head(first: &Telling, other: &Telling) -> bool {
    first.heads.iter().any(|head| other.heads.contains(head))
}

/// "The two will meet" is not "the two met", and what was denied is not what was done.
fn contradict(first: &Telling, event: &Telling) -> bool {
    let is_ahead = |status| matches!(status, EventStatus::Planned | EventStatus::Possible);
    let is_denied = |status| status == EventStatus::Denied;
    is_ahead(first.status) != is_ahead(event.status)
        || is_denied(first.status) != is_denied(event.status)
        || first.background != event.background
}

/// Whether the two are on the same days; `None` where they are on different ones.
fn same_day(first: &Telling, event: &Telling) -> Option<bool> {
    match (first.days, event.days) {
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

/// What a verb and its noun share: "meet" and "meeting", "arrest" and "arrests".
fn stem(lemma: &str) -> &str {
    let end = lemma.char_indices().nth(STEM).map_or(lemma.len(), |(end, _)| end);
    lemma.get(..end).unwrap_or(lemma)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// A meeting that is told with these words, actors and days.
    fn telling(lemma: &str, actors: &[usize], day: Option<Date>) -> Telling {
        Telling {
            kind: EventKind::Meet,
            definite: false,
            heads: Vec::new(),
            stem: stem(lemma).into(),
            actors: actors.iter().map(|actor| ActorId(*actor)).collect(),
            participants: actors.len(),
            days: day.map(|day| (day, day)),
            status: EventStatus::Done,
            background: false,
        }
    }

    /// The same, spoken of as known.
    fn known(telling: Telling) -> Telling {
        Telling {
            definite: true,
            ..telling
        }
    }

    #[test]
    fn the_same_people_or_the_same_day_make_it_one_event() {
        let monday = Some(date(2025, 10, 13));
        let first = telling("meet", &[0, 1], monday);
        assert!(is_same(&first, &telling("meeting", &[1], None)));
        assert!(is_same(&first, &telling("talk", &[1], monday)));
        assert!(!is_same(&first, &telling("talk", &[1], None)));
        assert!(!is_same(&first, &telling("meet", &[2], None)));
    }

    #[test]
    fn what_is_known_points_back() {
        let first = telling("call", &[0, 1], None);
        assert!(is_same(&first, &known(telling("call", &[], None))));
        assert!(!is_same(&first, &telling("call", &[], None)));
    }

    #[test]
    fn other_days_and_other_statuses_are_other_events() {
        let first = telling("meet", &[0], Some(date(2025, 10, 13)));
        let mut again = telling("meet", &[0], Some(date(2025, 10, 14)));
        assert_eq!(same_day(&first, &again), None);
        again.days = None;
        assert!(is_same(&first, &again));
        again.status = EventStatus::Planned;
        assert!(contradict(&first, &again) && !is_same(&first, &again));
    }

    #[test]
    fn a_retelling_is_that_of_the_first_report() {
        let told = [
            telling("meet", &[0], None),
            telling("meet", &[1], None),
            telling("meeting", &[0], None),
            telling("meet", &[0, 1], None),
        ];
        let told: Vec<&Telling> = told.iter().collect();
        assert_eq!(retold(&told), [None, None, Some(0), Some(0)]);
    }

    #[test]
    fn a_verb_and_its_noun_have_one_stem() {
        assert_eq!(stem("meet"), stem("meeting"));
        assert_ne!(stem("meet"), stem("measure"));
    }
}
