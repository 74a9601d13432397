//! What the parse says of a verb's subject, for verbs where the parts of speech show none. It never overrules them.

use std::ops::Range;

use crate::analysis::attribution::phrase;
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::{Relation, Upos};

/// How many items away from a verb the words that the parse hangs on it are looked for.
const REACH: usize = 80;

/// The index of the word at an item.
fn word_index(unit: &Unit, at: usize) -> Option<usize> {
    match unit.items.get(at) {
        Some(&Item::Word(index)) => Some(index),
        _ => None,
    }
}

/// The noun phrase that the parse makes the subject of the verb at item `verb`, as items.
#[must_use]
pub fn subject(page: &Page<'_>, unit: &Unit, verb: usize) -> Option<Range<usize>> {
    let index = word_index(unit, verb)?;
    let first = verb.saturating_sub(REACH);
    let last = unit.items.len().min(verb + REACH);
    let head = (first..last).find(|&at| {
        page.word(unit, at).is_some_and(|word| {
            word.head == Some(index)
                && matches!(
                    word.relation,
                    Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter
                )
        })
    })?;
    let is_day = page
        .word(unit, head)
        .is_some_and(|word| phrase::is_day(page.form(word)));
    if is_day || phrase::is_relative(page, unit, head) {
        return None;
    }
    Some(phrase_around(page, unit, head))
}

/// The simple noun phrase around its head, names that go on behind the head included.
fn phrase_around(page: &Page<'_>, unit: &Unit, head: usize) -> Range<usize> {
    let start = phrase::ending_at(page, unit, head, 0).start;
    let mut end = head + 1;
    while let Some(word) = page.word(unit, end) {
        let goes_on = matches!(word.upos, Upos::Propn | Upos::Noun)
            && word.head.is_some()
            && word.head == word_index(unit, head)
            && matches!(
                word.relation,
                Relation::Flat | Relation::Compound | Relation::FlatName | Relation::Appos
            );
        if !goes_on {
            break;
        }
        end += 1;
    }
    start..end
}
