//! Frames without a word: a name before a colon, a name behind a dash. It reads no verbs.

use crate::analysis::attribution::frames::{Form, Frame, SAYS};
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{How, Subject};
use crate::analysis::attribution::unit::{Item, Page, Unit};

/// "Mayor: ‘I will not resign’", "Q: …", and the label of an interview.
#[must_use]
pub fn colon(page: &Page<'_>, unit: &Unit, at: usize) -> Option<Frame> {
    let mut last = at.checked_sub(1)?;
    if page.is(unit, last, ")") {
        // "Rep. Dan Holt (D-Ostby): “…”"
        last = (last.saturating_sub(8)..last)
            .rev()
            .find(|&at| page.is(unit, at, "("))?
            .checked_sub(1)?;
    }
    if !phrase::is_nominal(page, unit, last) {
        return None;
    }
    let items = phrase::ending_at(page, unit, last, 0);
    let heads_unit = items.start == 0
        || unit
            .items
            .get(items.start - 1)
            .is_some_and(|item| matches!(item, Item::Quote(_)))
        || page.is(unit, items.start - 1, ".");
    (heads_unit && items.len() <= 8).then(|| Frame {
        cue: at..at + 1,
        lemma: ":".to_owned(),
        class: SAYS,
        form: Form::Colon,
        speaker: Some(Subject {
            items,
            how: How::Before,
        }),
        addressee: None,
        negated: false,
    })
}

/// "“…” —Ana Lund", at the end of a sentence or line.
#[must_use]
pub fn dash(page: &Page<'_>, unit: &Unit, at: usize) -> Option<Frame> {
    let before = at.checked_sub(1)?;
    if !unit.is_quotation(before) {
        return None;
    }
    let items = phrase::core_starting_at(page, unit, at + 1)?;
    let named = phrase::is_name(page, unit, items.end - 1);
    let ends = unit.items.get(items.end).is_none_or(|item| match item {
        Item::Quote(_) => true,
        Item::Word(_) => {
            page.is(unit, items.end, ",") || page.is(unit, items.end, ".") || page.is(unit, items.end, "(")
        }
    });
    (named && ends).then(|| Frame {
        cue: at..at + 1,
        lemma: page.word(unit, at).map_or("—", |word| page.form(word)).to_owned(),
        class: SAYS,
        form: Form::Dash,
        speaker: Some(Subject {
            items,
            how: How::Inverted,
        }),
        addressee: None,
        negated: false,
    })
}
