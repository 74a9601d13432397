//! Who has spoken in a section of the draft so far, so that a paragraph about one of them can go on with their words. It gives
//! no quotation its speaker.

use std::sync::Arc;

use crate::analysis::attribution::draft::genders::Genders;
use crate::analysis::attribution::draft::people::{Persons, Somebody, is_called};
use crate::analysis::attribution::draft::types::Carried;
use crate::markup::BlockId;

/// How many blocks back somebody may have spoken.
const LONGEST_AGO: usize = 8;

/// How many speakers are kept.
const MOST: usize = 8;

/// What a section has shown so far.
#[derive(Debug, Default)]
pub struct Section<'a> {
    /// The last who spoke.
    pub heard: Vec<Arc<Carried>>,
    /// The genders that given names show, in all of the draft.
    pub genders: Genders<'a>,
}

impl Section<'_> {
    /// Notes who spoke; a pronoun is nobody new.
    pub fn note(&mut self, speaker: Carried) {
        if speaker.name.is_empty() || matches!(speaker.name.as_str(), "he" | "she" | "they" | "it") {
            return;
        }
        self.heard.retain(|known| known.name != speaker.name);
        if self.heard.len() >= MOST {
            self.heard.remove(0);
        }
        self.heard.push(Arc::new(speaker));
    }

    /// Forgets who spoke, as another section begins.
    pub fn begin(&mut self) {
        self.heard.clear();
    }

    /// Whether the words are about nobody but the one that is carried.
    pub fn are_all(&self, people: &Persons, carried: &Carried) -> bool {
        people.has_subject
            && people
                .all
                .iter()
                .all(|one| is_called(one, &carried.name, &self.genders))
    }

    /// The only recent speaker who can be all of these people, if one of them is named.
    pub fn only(&self, people: &Persons, id: BlockId) -> Option<&Carried> {
        if !people.all.iter().any(|one| matches!(one, Somebody::Named(_))) {
            return None;
        }
        let mut fitting = self
            .heard
            .iter()
            .filter(|known| known.block.0 + LONGEST_AGO >= id.0 && self.are_all(people, known));
        let only = fitting.next().filter(|_| fitting.next().is_none());
        only.map(Arc::as_ref)
    }
}
