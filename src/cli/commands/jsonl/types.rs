//! What the threads of `extract --jsonl` hand on to each other. Nothing is done here.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender};

use jiff::civil::Date;

use crate::analysis::Locale;
use crate::analysis::publication::Publication;
use crate::analysis::register::Register;
use crate::render::Standard;
use crate::render::facts::tables::{Part, Table};
use crate::render::facts::{Refusal, Shape, TableFormat};
use crate::rules;

/// How the lines are worked on.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How many lines are worked on at a time.
    pub jobs: usize,
    /// The largest text of a document, in bytes.
    pub max_size: u64,
    /// The date of documents that give none themselves.
    pub reference_date: Option<Date>,
    /// The date of documents that hold none either.
    pub fallback_date: Option<Date>,
    /// Which English dates are written in; that of the document where nothing is chosen.
    pub locale: Option<Locale>,
    /// Where the newsroom is.
    pub timezone: Option<jiff::tz::TimeZone>,
    /// The newsroom's own names.
    pub publication: Arc<Publication>,
    /// The newsroom's actor file.
    pub register: Option<Arc<Register>>,
    /// Which rules run and how.
    pub rules: Arc<rules::Settings>,
    /// What is written for a line.
    pub format: LineFormat,
    /// What is written of a document.
    pub shape: Shape,
}

/// How a run went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The lines that were answered.
    pub lines: u64,
    /// Those of them that could not be used.
    pub refused: u64,
}

/// What is written for a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineFormat {
    /// The facts as one JSON object.
    #[default]
    Json,
    /// Words and grammar.
    Conllu,
    /// An item for publishing systems.
    Export(Standard),
    /// Rows of a table.
    Table(Table, TableFormat),
}

/// A line to work on, and where its answer goes.
pub struct Job {
    /// The line.
    pub line: Line,
    /// Which one it is, from 1.
    pub number: u64,
    /// Who waits for its answer.
    pub answer: SyncSender<Answer>,
}

/// A line as it was read.
pub enum Line {
    /// As it is, without its end.
    Whole(Vec<u8>),
    /// Longer than the limit; its bytes were passed over.
    TooLong,
}

impl Line {
    /// How many bytes of it are held.
    pub fn held(&self) -> usize {
        match self {
            Line::Whole(bytes) => bytes.len(),
            Line::TooLong => 0,
        }
    }
}

/// What is written for a line, or why it could not be used.
pub type Answer = Result<Part, Refusal>;

/// What the writer waits for next: an answer, or why no more lines could be read.
pub type Expected = Result<Awaited, io::Error>;

/// An answer that is being made.
pub struct Awaited {
    /// Where it will come.
    pub answer: Receiver<Answer>,
    /// How long its line is, in bytes.
    pub bytes: usize,
}
