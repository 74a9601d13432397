//! Appearances that are taken for one person, summed up. What is kept of each is bounded, so that somebody in a million documents
//! takes no more memory than somebody in a thousand.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::people::index::{OfficeId, Offices};
use crate::people::{Appearance, PersonName, TitleSeen, Token, person_name, token};

/// The most names and the most titles that are kept of one person.
const MOST_SHOWN: usize = 64;
/// The most companions that are counted of one person.
const MOST_COMPANIONS: usize = 4096;
/// How many documents of a person are remembered, the latest ones.
const MOST_DOCUMENTS: usize = 512;

/// Appearances that are one person's.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    /// The first of them, by which the person is called.
    pub first: Anchor,
    /// The name as it is compared.
    pub name: PersonName,
    /// Every form of the name with its number of documents.
    pub names: BTreeMap<String, u64>,
    /// The titles, with the office that each is.
    pub titles: Vec<(TitleSeen, Option<OfficeId>)>,
    /// The people they are in a document with, and in how many.
    pub companions: FxHashMap<Token, u32>,
    /// Their documents, so that two of one document are known as such.
    pub in_documents: Vec<Token>,
    /// How many documents.
    pub documents: u64,
    /// How many quotations, where all documents say.
    pub quotations: Option<u64>,
    /// The first and the last day.
    pub days: Option<(String, String)>,
    /// How many were joined by a title.
    pub by_title: u64,
    /// How many were joined by people in common.
    pub by_company: u64,
}

/// What a person is called by: the first appearance. They are ordered as appearances are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Anchor {
    undated: bool,
    date: String,
    /// The document.
    pub document: String,
    /// The name there.
    pub key: String,
    /// The actor there, where the document has two of the name.
    pub actor: Option<String>,
}

impl Cluster {
    /// One appearance alone.
    pub fn of(appearance: &Appearance, offices: &mut Offices) -> Self {
        let day = (!appearance.undated).then(|| appearance.date.clone());
        let mut names = BTreeMap::from([(appearance.name.clone(), 1)]);
        for name in &appearance.names {
            names.entry(name.clone()).or_insert(1);
        }
        let titles = appearance.titles.iter().map(|title| {
            let seen = TitleSeen {
                title: title.clone(),
                first: day.clone(),
                last: day.clone(),
                documents: 1,
            };
            (seen, offices.read(title))
        });
        Self {
            first: Anchor {
                undated: appearance.undated,
                date: appearance.date.clone(),
                document: appearance.document.clone(),
                key: appearance.key.clone(),
                actor: None,
            },
            name: person_name(&appearance.name),
            names,
            titles: titles.collect(),
            companions: appearance.companions.iter().map(|companion| (*companion, 1)).collect(),
            in_documents: vec![token(&appearance.document)],
            documents: 1,
            quotations: appearance.quotations,
            days: day.map(|day| (day.clone(), day)),
            by_title: 0,
            by_company: 0,
        }
    }

    /// The name as a token, under which the days of its titles are noted.
    pub fn name_token(&self) -> Token {
        token(&self.first.key)
    }

    /// The offices.
    pub fn offices(&self) -> impl Iterator<Item = OfficeId> + '_ {
        self.titles.iter().filter_map(|(_, office)| *office)
    }

    /// Whether one document has both.
    pub fn shares_document(&self, other: &Cluster) -> bool {
        let (few, many) = if self.in_documents.len() < other.in_documents.len() {
            (self, other)
        } else {
            (other, self)
        };
        few.in_documents
            .iter()
            .any(|document| many.in_documents.contains(document))
    }

    /// Takes another cluster in.
    pub fn absorb(&mut self, other: Cluster) {
        if other.first < self.first {
            self.first = other.first;
        }
        // The fullest name is the one that contradicts most.
        if other.name.key().len() > self.name.key().len() {
            self.name = other.name;
        }
        for (name, documents) in other.names {
            if self.names.len() < MOST_SHOWN || self.names.contains_key(&name) {
                *self.names.entry(name).or_default() += documents;
            }
        }
        other.titles.into_iter().for_each(|title| self.add_title(title));
        for (companion, documents) in other.companions {
            if self.companions.len() < MOST_COMPANIONS || self.companions.contains_key(&companion) {
                *self.companions.entry(companion).or_default() += documents;
            }
        }
        for document in other.in_documents {
            if self.in_documents.len() < MOST_DOCUMENTS {
                self.in_documents.push(document);
            } else {
                self.in_documents.remove(0);
                self.in_documents.push(document);
            }
        }
        self.documents += other.documents;
        self.quotations = self.quotations.zip(other.quotations).map(|(one, other)| one + other);
        self.days = earliest_and_latest(self.days.take(), other.days);
        self.by_title += other.by_title;
        self.by_company += other.by_company;
    }

    fn add_title(&mut self, (title, office): (TitleSeen, Option<OfficeId>)) {
        let is_same = |(known, known_office): &&mut (TitleSeen, Option<OfficeId>)| match office {
            Some(_) => *known_office == office,
            None => known.title.eq_ignore_ascii_case(&title.title),
        };
        if let Some((known, _)) = self.titles.iter_mut().find(is_same) {
            known.documents += title.documents;
            let days = earliest_and_latest(known.first.take().zip(known.last.take()), title.first.zip(title.last));
            (known.first, known.last) = days.unzip();
        } else if self.titles.len() < MOST_SHOWN {
            self.titles.push((title, office));
        }
    }
}

fn earliest_and_latest(one: Option<(String, String)>, other: Option<(String, String)>) -> Option<(String, String)> {
    match (one, other) {
        (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
        (one, other) => one.or(other),
    }
}
