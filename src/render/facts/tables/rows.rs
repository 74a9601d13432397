//! The rows of a document. A cell is empty where the document says nothing; nothing is guessed to fill it.

use crate::render::facts::lists::{Actor, Event, Participant};
use crate::render::facts::spot::Spot;
use crate::render::facts::tables::cells::{Cell, Row};
use crate::render::facts::tables::columns::Table;
use crate::render::facts::types::{Document, Quote};
use crate::render::unmarked;

/// The rows of a document in a table, in the order of its text.
pub fn rows(table: Table, document: &Document) -> Vec<Row> {
    let head = || -> Row {
        vec![
            Cell::Text(document.id.text().into_owned()),
            document.date.as_deref().into(),
            document.section.as_deref().into(),
        ]
    };
    let row = |cells: Row, at: &Spot| -> Row {
        let mut row = head();
        row.extend(cells);
        row.extend([at.start.into(), at.end.into()]);
        row
    };
    let actors = document.actors.as_deref().unwrap_or_default();
    match table {
        Table::Quotes => (document.quotes.iter().flatten())
            .map(|quote| row(quote_cells(quote, actors), &quote.at))
            .collect(),
        Table::Actors => (actors.iter())
            .map(|actor| {
                let first = (document.mentions.iter().flatten()).find(|one| one.cluster.as_ref() == Some(&actor.id));
                let mut cells = head();
                cells.extend(actor_cells(actor));
                match first {
                    Some(first) => cells.extend([first.at.start.into(), first.at.end.into()]),
                    None => cells.extend([Cell::Empty, Cell::Empty]),
                }
                cells
            })
            .collect(),
        Table::Events => (document.events.iter().flatten())
            .map(|event| row(event_cells(event, actors), &event.trigger.at))
            .collect(),
        Table::Times => (document.times.iter().flatten())
            .map(|time| {
                let cells = [time.at.text.as_str(), time.kind, time.value.as_str()];
                row(cells.map(Cell::from).to_vec(), &time.at)
            })
            .collect(),
        Table::Findings => (document.findings.iter().flatten())
            .map(|finding| {
                let cells = [finding.code, finding.level, &finding.message, &finding.at.text];
                row(cells.map(Cell::from).to_vec(), &finding.at)
            })
            .collect(),
    }
}

fn quote_cells(quote: &Quote, actors: &[Actor]) -> Row {
    let speaker = quote.speaker.as_ref();
    let id = speaker.and_then(|speaker| speaker.actor.as_deref());
    let actor = id.and_then(|id| actors.iter().find(|actor| actor.id == id));
    let resolved = speaker.and_then(|speaker| speaker.resolved.as_deref());
    vec![
        quote.kind.into(),
        unmarked(&quote.at.text).into(),
        id.into(),
        resolved.or(actor.map(|actor| actor.name.as_str())).into(),
        actor.and_then(|actor| actor.roles.first()).map(String::as_str).into(),
        actor.map(|actor| actor.kind).into(),
        actor
            .and_then(|actor| actor.entry.as_ref())
            .map(|entry| entry.id.as_str())
            .into(),
        speaker.map(|speaker| speaker.at.text.as_str()).into(),
        quote.cue.as_ref().map(|cue| cue.text.as_str()).into(),
        quote.source.as_ref().map(|source| source.text.as_str()).into(),
        quote.status.into(),
        quote.group.into(),
        Cell::Share(quote.confidence),
    ]
}

fn actor_cells(actor: &Actor) -> Row {
    let entry = actor.entry.as_ref();
    vec![
        actor.id.as_str().into(),
        actor.name.as_str().into(),
        actor.kind.into(),
        joined(actor.roles.iter().map(String::as_str)),
        joined(actor.aliases.iter().map(String::as_str)),
        actor.mentions.into(),
        entry.map(|entry| entry.id.as_str()).into(),
        entry.map(|entry| entry.name.as_str()).into(),
    ]
}

fn event_cells(event: &Event, actors: &[Actor]) -> Row {
    let with = |role: &'static str| event.participants.iter().filter(move |one| one.role == role);
    let name = |one: &'_ Participant| -> Option<&str> {
        let id = one.actor.as_deref()?;
        actors
            .iter()
            .find(|actor| actor.id == id)
            .map(|actor| actor.name.as_str())
    };
    let ids = |role| joined(with(role).filter_map(|one| one.actor.as_deref()));
    let names = |role| joined(with(role).map(|one| name(one).unwrap_or(&one.at.text)));
    vec![
        event.id.as_str().into(),
        event.kind.into(),
        event.plover.into(),
        event.timeml.into(),
        event.trigger.at.text.as_str().into(),
        event.trigger.lemma.as_str().into(),
        event.status.into(),
        ids("agent"),
        names("agent"),
        ids("patient"),
        names("patient"),
        joined(event.time.iter().map(|time| time.at.text.as_str())),
        joined(event.time.iter().map(|time| time.value.as_str())),
        joined(event.place.iter().map(|place| place.text.as_str())),
        Cell::Flag(event.background),
        Cell::Share(event.confidence),
    ]
}

/// Several in one cell, as the timeline has them.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Cell {
    let texts: Vec<&str> = texts.collect();
    if texts.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(texts.join("; "))
    }
}
