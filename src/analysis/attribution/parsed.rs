//! What the parse says of a verb's subject, for verbs where the parts of speech show none. It never overrules them.

use std::ops::Range;

use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase;
use crate::language::{Relation, Upos};

/// How many items away from a verb the words that the parse hangs on it are looked for.
const REACH: usize = 80;

/// The noun phrase that the parse makes the subject of the verb at item `verb`, as items.
#[must_use]
pub fn subject(line: Line<'_>, verb: usize) -> Option<Range<usize>> {
    let index = line.index(verb)?;
    let first = verb.saturating_sub(REACH);
    let last = line.len().min(verb + REACH);
    let head = (first..last).find(|&at| {
        line.word(at).is_some_and(|word| {
            word.head == Some(index)
                && matches!(
                    word.relation,
                    Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter
                )
        })
    })?;
    let is_day = phrase::is_day(line.form(head));
    if is_day || phrase::is_relative(line, head) {
        return None;
    }
    Some(phrase_around(line, head))
}

/// The simple noun phrase around its head, names that go on behind the head included.
fn phrase_around(line: Line<'_>, head: usize) -> Range<usize> {
    let start = phrase::ending_at(line, head, 0).start;
    let mut end = head + 1;
    while let Some(word) = line.word(end) {
        let goes_on = matches!(word.upos, Upos::Propn | Upos::Noun)
            && word.head.is_some()
            && word.head == line.index(head)
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
