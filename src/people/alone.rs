//! Names of one word: whom of the same last name they may be. Nobody is made of them.

use crate::people::Appearance;
use crate::people::office::Office;

/// The most people of one last name that are looked through.
const MOST_PEOPLE: usize = 512;
/// The most titles of each.
const MOST_TITLES: usize = 8;

/// The people of one last name.
#[derive(Debug, Default)]
pub(super) struct Family {
    name: String,
    people: Vec<Relative>,
}

/// How many people are named that a short name may mean.
const SHOWN: usize = 3;

#[derive(Debug)]
struct Relative {
    id: String,
    documents: u64,
    offices: Vec<Office>,
}

impl Family {
    /// Begins with another last name, unless it is the one of before.
    pub fn turn_to(&mut self, name: &str) {
        if self.name != name {
            name.clone_into(&mut self.name);
            self.people.clear();
        }
    }

    /// Adds somebody of the name.
    pub fn add(&mut self, id: &str, documents: u64, offices: Vec<Office>) {
        if self.people.len() < MOST_PEOPLE {
            self.people.push(Relative {
                id: id.to_owned(),
                documents,
                offices: offices.into_iter().take(MOST_TITLES).collect(),
            });
        }
    }

    /// Whom a last name alone may be: those with a title that the document gives, or else all, if they are few.
    pub fn candidates(&self, appearance: &Appearance) -> Vec<String> {
        let given: Vec<Office> = appearance.titles.iter().filter_map(|title| Office::of(title)).collect();
        let has_one = |relative: &&Relative| {
            let mut offices = relative.offices.iter();
            offices.any(|office| given.iter().any(|given| given.is_like(office)))
        };
        let mut fitting: Vec<&Relative> = self.people.iter().filter(has_one).collect();
        if fitting.is_empty() {
            fitting = self.people.iter().collect();
        }
        fitting.sort_by_key(|relative| (std::cmp::Reverse(relative.documents), &relative.id));
        fitting
            .into_iter()
            .take(SHOWN)
            .map(|relative| relative.id.clone())
            .collect()
    }
}
