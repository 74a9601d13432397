//! Which tables there are and which columns they have. The rows are made elsewhere, in the same order.

use crate::render::facts::Field;
use crate::render::facts::tables::cells::CellKind::{Count, Flag, Share, Text};
use crate::render::facts::tables::cells::{CellKind, Column};

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A row for each quotation.
    Quotes,
    /// A row for each actor of a document.
    Actors,
    /// A row for each event.
    Events,
    /// A row for each time expression.
    Times,
    /// A row for each finding.
    Findings,
}

impl Table {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Table::Quotes => "quotes",
            Table::Actors => "actors",
            Table::Events => "events",
            Table::Times => "times",
            Table::Findings => "findings",
        }
    }

    /// The fields of a document that its rows are made of.
    pub fn fields(self) -> Vec<Field> {
        match self {
            Table::Quotes => vec![Field::Quotes, Field::Actors],
            Table::Actors => vec![Field::Actors, Field::Mentions],
            Table::Events => vec![Field::Events, Field::Actors],
            Table::Times => vec![Field::Times],
            Table::Findings => vec![Field::Findings],
        }
    }
}

const fn column(name: &'static str, kind: CellKind) -> Column {
    Column { name, kind }
}

const DOCUMENT: Column = column("document", Text);
const DATE: Column = column("date", Text);
const SECTION: Column = column("section", Text);
const START: Column = column("start", Count);
const END: Column = column("end", Count);
const CONFIDENCE: Column = column("confidence", Share);

const QUOTES: &[Column] = &[
    DOCUMENT,
    DATE,
    SECTION,
    column("kind", Text),
    column("words", Text),
    column("speaker_id", Text),
    column("speaker_name", Text),
    column("speaker_role", Text),
    column("speaker_kind", Text),
    column("speaker_entry", Text),
    column("speaker_text", Text),
    column("cue", Text),
    column("source", Text),
    column("status", Text),
    column("group", Count),
    CONFIDENCE,
    START,
    END,
];

const ACTORS: &[Column] = &[
    DOCUMENT,
    DATE,
    SECTION,
    column("id", Text),
    column("name", Text),
    column("kind", Text),
    column("roles", Text),
    column("aliases", Text),
    column("mentions", Count),
    column("entry", Text),
    column("entry_name", Text),
    START,
    END,
];

const EVENTS: &[Column] = &[
    DOCUMENT,
    DATE,
    SECTION,
    column("id", Text),
    column("type", Text),
    column("plover", Text),
    column("timeml", Text),
    column("words", Text),
    column("lemma", Text),
    column("status", Text),
    column("agent_id", Text),
    column("agent", Text),
    column("patient_id", Text),
    column("patient", Text),
    column("time", Text),
    column("time_value", Text),
    column("place", Text),
    column("background", Flag),
    CONFIDENCE,
    START,
    END,
];

const TIMES: &[Column] = &[
    DOCUMENT,
    DATE,
    SECTION,
    column("words", Text),
    column("type", Text),
    column("value", Text),
    START,
    END,
];

const FINDINGS: &[Column] = &[
    DOCUMENT,
    DATE,
    SECTION,
    column("code", Text),
    column("level", Text),
    column("message", Text),
    column("words", Text),
    START,
    END,
];

/// The columns of a table.
pub fn columns(table: Table) -> &'static [Column] {
    match table {
        Table::Quotes => QUOTES,
        Table::Actors => ACTORS,
        Table::Events => EVENTS,
        Table::Times => TIMES,
        Table::Findings => FINDINGS,
    }
}
