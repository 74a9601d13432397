//! Names in text: people, organizations, places and others. It knows nothing about actors, who bear names over a draft.
//!
//! A sentence is read by the learned [`tagger`]; then [`steps`] mend what the words themselves decide, by [`lists`] of plain
//! facts and by the shape of the [`line`]. A draft is read by [`agreement`], from the [`evidence`] around each name.

mod agreement;
mod dateline;
mod evidence;
mod found;
mod known;
mod line;
pub mod lists;
mod nouns_beside;
mod openers;
pub mod steps;
mod surroundings;
mod tagger;
mod votes;

pub use agreement::{Poll, agree, agreed};
pub use dateline::in_dateline;
pub use evidence::NameEvidence;
pub use known::shows_kind;
pub use line::NameLine;
pub use nouns_beside::is_thing;
pub use steps::is_newspaper_word;
pub use tagger::{CLASSES, ClassView, OUTSIDE, choose, class, classify};

use crate::language::Name;
use crate::language::names::found::Found;
use crate::language::names::steps::steps;

/// The names of a sentence whose words have these classes. `left_out` names a step that is not taken, to see what it is
/// worth. Linear in the number of words.
#[must_use]
pub fn find(line: &NameLine<'_>, classes: &[u8], left_out: Option<&str>) -> Vec<Name> {
    let mut found = Found::new(tagger::spell(classes));
    for step in steps().filter(|step| left_out != Some(step.name)) {
        (step.apply)(line, &mut found);
    }
    found.into_names()
}
