//! Sums over drafts, as plain data that grows with what is summed and not with the drafts. It knows no draft by name.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use jiff::civil::Date;

use crate::engine::Standing;
use crate::render::report::draft::{DraftReport, ReportSource};

/// What several drafts say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many drafts.
    pub drafts: usize,
    /// How many of them have one source only.
    pub single: usize,
    /// How many words their running text has.
    pub words: usize,
    /// How many of these are quoted.
    pub quoted: usize,
    /// Sources that can be told apart, counted once in each draft.
    pub sources: usize,
    /// How many quotations.
    pub quotations: usize,
    /// The same by how the drafts present the sources.
    pub by_standing: BTreeMap<Standing, SourcePortion>,
}

/// What some sources have of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourcePortion {
    /// Sources, counted once in each draft; of those that cannot be told apart, drafts with any.
    pub sources: usize,
    /// Their quotations.
    pub quotations: usize,
    /// Their quoted words.
    pub words: usize,
}

impl AddAssign<&ReportSource> for SourcePortion {
    fn add_assign(&mut self, source: &ReportSource) {
        self.sources += 1;
        self.quotations += source.quotations.len();
        self.words += source.words;
    }
}

impl AddAssign<&DraftReport> for Sum {
    fn add_assign(&mut self, draft: &DraftReport) {
        self.drafts += 1;
        self.single += usize::from(draft.only.is_some());
        self.words += draft.words;
        self.quoted += draft.quoted;
        for source in &draft.sources {
            self.sources += usize::from(!source.standing.is_group());
            self.quotations += source.quotations.len();
            *self.by_standing.entry(source.standing).or_default() += source;
        }
    }
}

/// What one source says over several drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSum {
    /// Its name, as the first draft has it.
    pub name: String,
    /// What it is.
    pub standing: Standing,
    /// Its id in the newsroom's actor file.
    pub entry: Option<String>,
    /// In how many drafts it is heard.
    pub drafts: usize,
    /// Its quotations.
    pub quotations: usize,
    /// Its quoted words.
    pub words: usize,
    /// The days of the first and the last of these drafts, as far as they have one.
    pub days: Option<(Date, Date)>,
}

impl SourceSum {
    /// Nothing of this source is summed yet.
    pub fn new(source: &ReportSource) -> Self {
        Self {
            name: source.name.clone(),
            standing: source.standing,
            entry: source.entry.clone(),
            drafts: 0,
            quotations: 0,
            words: 0,
            days: None,
        }
    }

    /// Adds what it says in a draft.
    pub fn add(&mut self, source: &ReportSource, day: Option<Date>) {
        self.drafts += 1;
        self.quotations += source.quotations.len();
        self.words += source.words;
        self.days = match (self.days, day) {
            (Some((first, last)), Some(day)) => Some((first.min(day), last.max(day))),
            (None, Some(day)) => Some((day, day)),
            (days, None) => days,
        };
    }
}
