//! Drafts summed by month, desk, source and attribute, one draft after the other. It grows with the sources, not with the drafts,
//! and tells two people of one name apart only where the newsroom's actor file does.

use std::collections::BTreeMap;

use crate::analysis::register;
use crate::engine::Standing;
use crate::render::report::draft::{DraftReport, ReportSource};
use crate::render::report::sum::{SourcePortion, SourceSum, Sum};

/// The sums over the drafts so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    all: Sum,
    months: BTreeMap<Option<(i16, i8)>, Sum>,
    desks: BTreeMap<Option<String>, Sum>,
    sources: BTreeMap<SourceKey, SourceSum>,
    attributes: BTreeMap<(String, String), SourcePortion>,
    single: Vec<String>,
    left_alone: usize,
}

/// What makes two sources of two drafts one: an entry of the actor file, or else kind and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum SourceKey {
    Entry(String),
    Name(Standing, String),
}

impl Totals {
    /// Adds a draft. Drafts that are left alone are counted and nothing else.
    pub fn add(&mut self, draft: &DraftReport) {
        if draft.left_alone.is_some() {
            self.left_alone += 1;
            return;
        }
        self.all += draft;
        let month = draft.date.map(|date| (date.year(), date.month()));
        *self.months.entry(month).or_default() += draft;
        *self.desks.entry(draft.desk.clone()).or_default() += draft;
        if draft.only.is_some() {
            self.single.push(draft.path.clone());
        }
        for source in &draft.sources {
            for attribute in &source.attributes {
                *self.attributes.entry(attribute.clone()).or_default() += source;
            }
            if let Some(key) = key(source) {
                let sum = self.sources.entry(key).or_insert_with(|| SourceSum::new(source));
                sum.add(source, draft.date);
            }
        }
    }

    /// All drafts together.
    #[must_use]
    pub fn all(&self) -> &Sum {
        &self.all
    }

    /// By month, in order; drafts without a date of their own come last.
    pub fn months(&self) -> impl Iterator<Item = (Option<String>, &Sum)> {
        let name = |(year, month): (i16, i8)| format!("{year:04}-{month:02}");
        none_last(&self.months).map(move |(month, sum)| (month.map(name), sum))
    }

    /// By the desk or section that the drafts name, in order; drafts that name none come last.
    pub fn desks(&self) -> impl Iterator<Item = (Option<&str>, &Sum)> {
        none_last(&self.desks).map(|(desk, sum)| (desk.as_deref(), sum))
    }

    /// The people and organizations with a name, those with most quoted words first.
    #[must_use]
    pub fn sources(&self) -> Vec<&SourceSum> {
        let mut sources: Vec<&SourceSum> = self.sources.values().collect();
        sources.sort_by_key(|source| std::cmp::Reverse((source.words, source.quotations, source.drafts)));
        sources
    }

    /// The values of each attribute in order, with what the sources that have it say; after them, what is said by those of
    /// whom the actor file does not give it.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&str, Option<&str>, SourcePortion)> {
        let mut rows: Vec<(&str, Option<&str>, SourcePortion)> = Vec::new();
        let mut rest = self.everybody();
        let mut entries = self.attributes.iter().peekable();
        while let Some(((name, value), portion)) = entries.next() {
            rows.push((name, Some(value), *portion));
            rest.sources = rest.sources.saturating_sub(portion.sources);
            rest.quotations = rest.quotations.saturating_sub(portion.quotations);
            rest.words = rest.words.saturating_sub(portion.words);
            if entries.peek().is_none_or(|((next, _), _)| next != name) {
                rows.push((name, None, rest));
                rest = self.everybody();
            }
        }
        rows
    }

    fn everybody(&self) -> SourcePortion {
        SourcePortion {
            sources: self.all.by_standing.values().map(|portion| portion.sources).sum(),
            quotations: self.all.quotations,
            words: self.all.quoted,
        }
    }

    /// The drafts that have one source only, in the order in which they came.
    #[must_use]
    pub fn single(&self) -> &[String] {
        &self.single
    }

    /// How many drafts were left alone, because they are not in English.
    #[must_use]
    pub fn left_alone(&self) -> usize {
        self.left_alone
    }
}

/// Sums in order, with what has no key at the end.
fn none_last<K>(sums: &BTreeMap<Option<K>, Sum>) -> impl Iterator<Item = (&Option<K>, &Sum)> {
    let named = sums.iter().filter(|(key, _)| key.is_some());
    named.chain(sums.iter().filter(|(key, _)| key.is_none()))
}

/// "The spokesman" and "the report" of two drafts are not the same; who has a name is.
fn key(source: &ReportSource) -> Option<SourceKey> {
    if let Some(entry) = &source.entry {
        return Some(SourceKey::Entry(entry.clone()));
    }
    match source.standing {
        Standing::Named => {}
        Standing::Organization if source.is_named => {}
        _ => return None,
    }
    Some(SourceKey::Name(source.standing, register::key(&source.name)))
}
