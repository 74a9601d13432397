//! What a quotation hides where it leaves words out or puts others in their place. An ellipsis and a bracket are the writer's right;
//! a word that turns the sentence around is not theirs to lose. It finds no places.

use crate::text::Span;
use crate::verify::excerpt::{ends_sentence, one_line};
use crate::verify::ids::BOUNDARY;
use crate::verify::notes::{Notes, NotesWord};
use crate::verify::quoted::Gap;
use crate::verify::types::{Change, Quoted, Weight};
use crate::verify::weight::{self, denies};

/// The change that a gap is, if it hides what matters; the words of the notes before and after it are at `before` and `after`.
///
/// An ellipsis inside a sentence must not hide a negation, a number or a name. What is between sentences is another matter: leaving
/// whole ones out is what an ellipsis is for. Words in brackets may stand for any words but those that deny.
pub fn hidden(
    quoted: &Quoted<'_>,
    (gap, at): (Gap, Span),
    notes: &Notes,
    (before, after): (usize, usize),
) -> Option<Change> {
    let source = notes.source_at(before)?;
    let left_out = notes.words().get(before + 1..after)?;
    let (first, last) = left_out.first().zip(left_out.last())?;
    let is_broken = |words: &[NotesWord]| match words {
        [one, next] => next.id == BOUNDARY || ends_sentence(&source.text, one.span(), next.span()),
        _ => false,
    };
    let said = first.span().join(last.span()).of(&source.text);
    let written = at.of(quoted.text);
    let weight = match gap {
        Gap::Ellipsis if notes.words().get(before..=after)?.windows(2).any(is_broken) => return None,
        Gap::Ellipsis => weight_of(said, left_out)?,
        Gap::Insertion if denies(said) && !denies(written) => Weight::Negation,
        Gap::Insertion => return None,
    };
    Some(Change {
        place: at,
        written: written.to_owned(),
        said: one_line(said),
        weight,
    })
}

/// What is part of a number, or looks like one, and counts nothing by itself: “one”, “first”, “taxpayer dollars”.
const NO_COUNT: [&str; 7] = ["#1", "1st", "dollar", "pound", "euro", "cent", "percent"];

/// How much it matters that words are left out; `None` where they may be.
fn weight_of(said: &str, words: &[NotesWord]) -> Option<Weight> {
    let folded = weight::folded_words(said);
    let is_counted = |word: &String| weight::is_number(word) && !NO_COUNT.contains(&word.as_str());
    if denies(said) {
        Some(Weight::Negation)
    } else if folded.iter().any(is_counted) {
        Some(Weight::Number)
    } else {
        let has_name = words.iter().any(|word| word.shape.is_name);
        has_name.then_some(Weight::Name)
    }
}
