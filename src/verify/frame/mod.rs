//! What the speaker says right before and right after the words of a quotation in the same sentence, and what makes something else of
//! them: “I don't think that we will close”, quoted as “We will close”. It finds no places.

mod after;
mod before;
mod cut;
mod denied;
mod governed;
mod later;
mod opening;
mod speakers;
mod words;

pub use cut::cut;

use crate::verify::quoted::Question;
use crate::verify::types::Change;

/// What the frame of the words from `first` to `last` makes of them, as changes of the first and the last word of the quotation.
pub fn frame(question: &Question<'_>, (first, last): (usize, usize)) -> Vec<Change> {
    let before = denied::denied_before(question, first).or_else(|| governed::governed(question, (first, last)));
    let after = after::after(question, (first, last));
    before.into_iter().chain(after).collect()
}
