//! The titles of one shelf, each read once, with what each two of them say about one another, and when each was held. It is bounded;
//! of what does not fit in, nothing is said.

use rustc_hash::FxHashMap;

use crate::people::office::Office;
use crate::people::{Appearance, Token, token};

/// A title, as an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct OfficeId(u32);

/// What two titles say about whether they are one person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// They may be the same, with so many words in common.
    Like(usize),
    /// Nobody has both at a time.
    Contradict,
    /// Nothing.
    Nothing,
}

/// The most titles, by their text, that are read of one shelf.
const MOST_TEXTS: usize = 16_384;
/// The most pairs of titles that are remembered.
const MOST_PAIRS: usize = 262_144;

/// A first and a last day (YYYY-MM-DD). An empty first day is none.
type Days = (String, String);

/// The titles of one shelf.
#[derive(Debug, Default)]
pub(super) struct Offices {
    offices: Vec<Office>,
    by_text: FxHashMap<String, Option<OfficeId>>,
    by_key: FxHashMap<String, OfficeId>,
    relations: FxHashMap<(OfficeId, OfficeId), Relation>,
    days: FxHashMap<(Token, OfficeId), Days>,
}

impl Offices {
    /// The office that a title is, if it says anything about who somebody is.
    pub fn read(&mut self, text: &str) -> Option<OfficeId> {
        if let Some(known) = self.by_text.get(text) {
            return *known;
        }
        if self.by_text.len() >= MOST_TEXTS {
            return None;
        }
        let found = Office::of(text).map(|office| {
            let next = OfficeId(u32::try_from(self.offices.len()).unwrap_or(u32::MAX));
            let id = *self.by_key.entry(office.key()).or_insert(next);
            if id == next {
                self.offices.push(office);
            }
            id
        });
        self.by_text.insert(text.to_owned(), found);
        found
    }

    /// An office.
    pub fn get(&self, id: OfficeId) -> Option<&Office> {
        self.offices.get(id.0 as usize)
    }

    /// Notes on which day somebody of a name has which titles.
    pub fn note(&mut self, appearance: &Appearance) {
        if appearance.undated {
            return;
        }
        let name = token(&appearance.key);
        for title in &appearance.titles {
            let Some(office) = self.read(title) else { continue };
            let day = &appearance.date;
            let days = self
                .days
                .entry((name, office))
                .or_insert_with(|| (day.clone(), day.clone()));
            if *day < days.0 {
                days.0.clone_from(day);
            }
            if *day > days.1 {
                days.1.clone_from(day);
            }
        }
    }

    /// What two titles of people of these names say about whether they are one person's. Offices that one can only have one after the
    /// other contradict only where documents give one while they still give the other.
    pub fn relation(&mut self, one: (Token, OfficeId), other: (Token, OfficeId)) -> Relation {
        let pair = (one.1.min(other.1), one.1.max(other.1));
        let relation = match self.relations.get(&pair) {
            Some(known) => *known,
            None => {
                let relation = self.compare(pair.0, pair.1);
                if self.relations.len() < MOST_PAIRS {
                    self.relations.insert(pair, relation);
                }
                relation
            }
        };
        match (relation, self.days.get(&one), self.days.get(&other)) {
            (Relation::Contradict, Some(one), Some(other)) if one.1 < other.0 || other.1 < one.0 => Relation::Nothing,
            _ => relation,
        }
    }

    fn compare(&self, one: OfficeId, other: OfficeId) -> Relation {
        let (Some(first), Some(second)) = (self.get(one), self.get(other)) else {
            return Relation::Nothing;
        };
        if one == other || first.is_like(second) {
            Relation::Like(first.common_words(second))
        } else if first.contradicts(second) {
            Relation::Contradict
        } else {
            Relation::Nothing
        }
    }
}
