//! Frames without a word: a name before a colon, a name behind a dash. It reads no verbs.

use crate::analysis::attribution::frames::{Form, Frame, SAYS};
use crate::analysis::attribution::line::{Item, Line};
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{How, Subject};

/// "Mayor: ‘I will not resign’", "Q: …", and the label of an interview.
#[must_use]
pub fn colon(line: Line<'_>, at: usize) -> Option<Frame> {
    let mut last = at.checked_sub(1)?;
    if line.is(last, ")") {
        // "Rep. Dan Holt (D-Ostby): “…”"
        last = (last.saturating_sub(8)..last)
            .rev()
            .find(|&at| line.is(at, "("))?
            .checked_sub(1)?;
    }
    if !phrase::is_nominal(line, last) {
        return None;
    }
    let items = phrase::ending_at(line, last, 0);
    let heads_unit = items.start == 0
        || line
            .items
            .get(items.start - 1)
            .is_some_and(|item| matches!(item, Item::Quotation(_)))
        || line.is(items.start - 1, ".");
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
pub fn dash(line: Line<'_>, at: usize) -> Option<Frame> {
    let before = at.checked_sub(1)?;
    if !line.is_quotation(before) {
        return None;
    }
    let items = phrase::core_starting_at(line, at + 1)?;
    let named = phrase::is_name(line, items.end - 1);
    let ends = line.items.get(items.end).is_none_or(|item| match item {
        Item::Quotation(_) => true,
        Item::Word(_) => line.is(items.end, ",") || line.is(items.end, ".") || line.is(items.end, "("),
    });
    (named && ends).then(|| Frame {
        cue: at..at + 1,
        lemma: line.form(at).to_owned(),
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
