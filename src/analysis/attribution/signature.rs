//! The name under a quotation: "— Ana Lund" on a line of its own. It does not look for the quotation.

use std::ops::Range;

use crate::analysis::attribution::phrase;
use crate::analysis::attribution::unit::{Page, Unit};
use crate::analysis::attribution::voice::Voice;
use crate::language::{Upos, Word};

/// The longest name that is taken for a signature without its dash, in items.
const LONGEST_NAME: usize = 4;

/// "— Ana Lund" on a line of its own.
#[must_use]
pub fn behind_dash(page: &Page<'_>, unit: &Unit) -> Option<Voice> {
    let dash = page
        .word(unit, 0)
        .filter(|word| matches!(page.form(word), "—" | "–" | "―" | "-" | "--"))?;
    let items = phrase::core_starting_at(page, unit, 1)?;
    let named = phrase::is_name(page, unit, items.end - 1);
    (named && unit.items.len() <= 12).then(|| signing(page, unit, items, dash))
}

/// "Ana Lund." and nothing else.
#[must_use]
pub fn alone(page: &Page<'_>, unit: &Unit) -> Option<Voice> {
    let first = page.word(unit, 0).filter(|word| word.upos == Upos::Propn)?;
    let items = phrase::core_starting_at(page, unit, 0)?;
    let closed = unit.items.len() == items.end || unit.items.len() == items.end + 1 && page.is(unit, items.end, ".");
    (closed && items.len() <= LONGEST_NAME).then(|| signing(page, unit, items, first))
}

fn signing(page: &Page<'_>, unit: &Unit, items: Range<usize>, cue: &Word) -> Voice {
    Voice {
        speaker: page.span(unit, items),
        cue: cue.span,
        lemma: page.form(cue).to_owned(),
        addressee: None,
        source: None,
    }
}
