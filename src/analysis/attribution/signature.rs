//! The name under a quotation: "— Ana Lund" on a line of its own. It does not look for the quotation.

use std::ops::Range;

use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::voice::Voice;
use crate::language::{Upos, Word};

/// The longest name that is taken for a signature without its dash, in items.
const LONGEST_NAME: usize = 4;

/// "— Ana Lund" on a line of its own.
#[must_use]
pub fn behind_dash(line: Line<'_>) -> Option<Voice> {
    let dash = line
        .word(0)
        .filter(|word| matches!(line.form_of(word), "—" | "–" | "―" | "-" | "--"))?;
    let items = phrase::core_starting_at(line, 1)?;
    let named = phrase::is_name(line, items.end - 1);
    (named && line.len() <= 12).then(|| signing(line, items, dash))
}

/// "Ana Lund." and nothing else.
#[must_use]
pub fn alone(line: Line<'_>) -> Option<Voice> {
    let first = line.word(0).filter(|word| word.upos == Upos::Propn)?;
    let items = phrase::core_starting_at(line, 0)?;
    let closed = line.len() == items.end || line.len() == items.end + 1 && line.is(items.end, ".");
    (closed && items.len() <= LONGEST_NAME).then(|| signing(line, items, first))
}

fn signing(line: Line<'_>, items: Range<usize>, cue: &Word) -> Voice {
    Voice {
        speaker: line.span(items),
        cue: cue.span,
        lemma: line.form_of(cue).to_owned(),
        addressee: None,
        source: None,
    }
}
