//! How `extract --jsonl` works on its lines. It reads none.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::register::Register;
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
    /// The newsroom's actor file.
    pub register: Option<Arc<Register>>,
    /// Which rules run and how.
    pub rules: Arc<rules::Settings>,
    /// What is written for a line.
    pub format: LineFormat,
}

/// What is written for a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineFormat {
    /// The facts as one JSON object.
    #[default]
    Json,
    /// Words and grammar.
    Conllu,
}
