//! Reads the drafts of `hard-cases.md` and compares what copydesk makes of their events with what stands there.

use std::fmt::Write as _;
use std::sync::Arc;

use copydesk::analysis::{DraftSettings, Event, Group, ParticipantRole, Place};
use copydesk::engine::{self, Cache, Draft, ReadAs, Snapshot};
use jiff::civil::date;

use crate::hard_cases;

#[test]
fn the_hard_cases_hold() {
    hard_cases::check("events/hard-cases.md", &["draft", "story"], |fence, draft| {
        let snapshot = analyse(draft);
        if fence == "story" {
            story(&snapshot)
        } else {
            events(&snapshot)
        }
    });
}

fn analyse(text: &str) -> Snapshot {
    let draft = Draft {
        text: text.into(),
        read_as: ReadAs {
            settings: DraftSettings {
                reference_date: Some(date(2025, 10, 15)),
                ..DraftSettings::default()
            },
            ..ReadAs::default()
        },
    };
    engine::analyse(&draft, &Cache::default(), copydesk::language::embedded())
}

/// Who, what, when and where of the story.
fn story(snapshot: &Snapshot) -> Vec<String> {
    let Some(main) = &snapshot.facts.main_event else {
        return Vec::new();
    };
    [
        ("who", main.who),
        ("what", main.what),
        ("when", main.when),
        ("where", main.place),
    ]
    .into_iter()
    .filter_map(|(question, place)| Some(format!("{question}: {}", snapshot.text_of(place?))))
    .collect()
}

/// The events but mere saying, in the order of the text.
fn events(snapshot: &Snapshot) -> Vec<String> {
    let told = |event: &&Arc<Event>| event.kind.group() != Group::Statement;
    snapshot
        .facts
        .events
        .iter()
        .filter(told)
        .map(|event| line(snapshot, event))
        .collect()
}

fn line(snapshot: &Snapshot, event: &Event) -> String {
    let of = |role| {
        let names: Vec<&str> = event
            .participants
            .iter()
            .filter(|one| one.role == role)
            .map(|one| snapshot.text_of(one.place))
            .collect();
        names.join(" + ")
    };
    let texts = |places: Vec<Place>| -> String {
        let all: Vec<&str> = places.into_iter().map(|place| snapshot.text_of(place)).collect();
        all.join(" + ")
    };
    let mut line = format!(
        "{}: {}, {}",
        snapshot.text_of(event.trigger),
        event.kind.name(),
        format!("{:?}", event.status).to_lowercase()
    );
    let (agents, patients) = (of(ParticipantRole::Agent), of(ParticipantRole::Patient));
    if !agents.is_empty() || !patients.is_empty() {
        let _ = write!(line, "; {agents} → {patients}");
    }
    for time in &event.times {
        let _ = write!(line, "; {}", time.value);
    }
    if !event.places.is_empty() {
        let _ = write!(line, "; in {}", texts(event.places.clone()));
    }
    if let Some(source) = event.source {
        let _ = write!(line, "; says {}", snapshot.text_of(source));
    }
    if event.background {
        line.push_str("; background");
    }
    if let Some(first) = event.retells.and_then(|first| snapshot.facts.event(first)) {
        let _ = write!(line, "; again {}", snapshot.text_of(first.trigger));
    }
    line
}
