//! Part-of-speech tags, from left to right, one decision a word, and a second look where it was close. It never looks at a
//! tree.

mod first;
mod second;
mod tags;

use crate::language::base::hashing::{Form, capitals};
use crate::language::base::lately::Lately;
use crate::language::base::table::Scores;

pub use first::{best, extract, first_look};
pub use second::{DOUBT, Doubt, decide, extract as extract_again};
pub use tags::{TagId, tag_of, tags};

/// Tags the words of a sentence; `first` holds the weights of the first look, with what it found `lately`, `again` those of the
/// second.
#[must_use]
pub fn tag(
    (first, lately): (&impl Scores, &mut Lately<Option<TagId>>),
    again: &impl Scores,
    forms: &[Form],
) -> Vec<TagId> {
    let (mut tagged, doubts) = first_look(first, forms, lately);
    second::decide(again, forms, capitals(forms), doubts, &mut tagged);
    tagged
}
