//! Words that the speaker denied right before the quotation begins: “Not all of the crews knew”, quoted as “All of the crews knew”.
//! It finds no places.

use crate::text::Span;
use crate::verify::excerpt::one_line;
use crate::verify::frame::before::Gap;
use crate::verify::ids::BOUNDARY;
use crate::verify::quoted::Question;
use crate::verify::types::{Change, Weight};
use crate::verify::weight;
use crate::verify::words::tables;

/// The change that the word of the notes before the first one makes, if it denies what follows. It matters where the quotation begins as a
/// sentence does; of a part of a sentence the writer's own words may say the rest, and it is only told.
pub fn denied_before(question: &Question<'_>, first: usize) -> Option<Change> {
    let word = question.prepared.parts.first()?.words.first()?;
    let notes = question.notes;
    let there = notes.words().get(first).filter(|there| word.is_said_by(there.id))?;
    let before = notes.words().get(first.checked_sub(1)?)?;
    let source = notes.source_at(first)?;
    if question.quoted.is_denied || before.id == BOUNDARY || before.end > there.start {
        return None;
    }
    // “No, we will”: a mark ends what is denied.
    let between = Span::new(before.span().end, there.span().start).of(&source.text);
    let is_denial = weight::folded_words(before.span().of(&source.text))
        .last()
        .is_some_and(|last| tables::DENIALS.contains(last.as_str()));
    // A sound may fill the pause, but not after “no, um, we will”.
    let is_next = between.chars().all(char::is_whitespace)
        || Gap::of(between) == Gap::Plain && !before.span().of(&source.text).eq_ignore_ascii_case("no");
    if !is_denial || !is_next || is_answer(question, first) {
        return None;
    }
    let text = question.quoted.text;
    let lead = Span::new(0, word.span.start).of(text);
    if weight::denies(lead) {
        return None;
    }
    let is_bare = !lead.contains(char::is_alphanumeric);
    let is_capital = |text: &str| text.starts_with(char::is_uppercase);
    let is_whole = is_capital(word.span.of(text)) && !is_capital(there.span().of(&source.text));
    let place = match is_bare {
        true => Span::new(0, word.span.end),
        false => word.span,
    };
    Some(Change {
        place,
        written: place.of(text).to_owned(),
        said: one_line(before.span().join(there.span()).of(&source.text)),
        weight: match is_whole || !is_bare {
            true => Weight::Negation,
            false => Weight::Slight,
        },
    })
}

/// Whether the word before denies nothing that follows: “no we will”, as a transcript without marks has it, and “whether or not we will”.
fn is_answer(question: &Question<'_>, first: usize) -> bool {
    let said = |at: Option<usize>| {
        let word = question.notes.words().get(at?)?;
        let source = question.notes.source_at(at?)?;
        Some(word.span().of(&source.text).to_lowercase())
    };
    match said(first.checked_sub(1)).as_deref() {
        Some("no") => said(Some(first)).is_some_and(|next| weight::is_small(&next)),
        Some("not") => said(first.checked_sub(2)).is_some_and(|one| one == "or"),
        _ => false,
    }
}
