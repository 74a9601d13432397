//! What the parse says of a verb's subject: a second opinion beside the one by parts of speech. It is never asked alone
//! where the two can be compared.

use std::ops::Range;

use crate::analysis::attribution::phrase;
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::{Upos, Word};

/// How many items away from a verb the words that the parse hangs on it are looked for.
const REACH: usize = 80;

/// The item of the word with index `word`.
fn item_of(unit: &Unit, near: usize, word: usize) -> Option<usize> {
    let first = near.saturating_sub(REACH);
    let last = unit.items.len().min(near + REACH);
    (first..last).find(|&at| unit.items.get(at) == Some(&Item::Word(word)))
}

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
            word.head == Some(index) && matches!(word.relation, "nsubj" | "nsubj:pass" | "nsubj:outer")
        })
    })?;
    if phrase::is_relative(page, unit, head) {
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
            && matches!(word.relation, "flat" | "compound" | "flat:name" | "appos");
        if !goes_on {
            break;
        }
        end += 1;
    }
    start..end
}

/// Where a clause without a subject of its own takes it from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Another verb, as an item.
    Verb(usize),
    /// A noun that the clause describes, as an item.
    Noun(usize),
}

/// What the parse hangs a participle or an infinitive on.
#[must_use]
pub fn host(page: &Page<'_>, unit: &Unit, verb: usize) -> Option<Host> {
    let word: &Word = page.word(unit, verb)?;
    let at = item_of(unit, verb, word.head?)?;
    let head = page.word(unit, at)?;
    match word.relation {
        "acl" if matches!(head.upos, Upos::Noun | Upos::Propn | Upos::Pron) => Some(Host::Noun(at)),
        "advcl" | "xcomp" | "conj" | "parataxis" | "ccomp" if head.upos == Upos::Verb => Some(Host::Verb(at)),
        _ => None,
    }
}
