//! Noun phrases as news writes them: titles with the names after them. It knows no event.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::language::{Upos, View};

/// How many words after its head the name that follows a title may reach.
const TITLED_NAME: usize = 8;

/// The noun phrase of a nominal, with the name after it where the phrase is a title ("Prime Minister Joan Ambe").
#[must_use]
pub fn phrase(view: View<'_>, nominal: usize) -> Range<usize> {
    let phrase = view.noun_phrase(nominal);
    if !view.is_parsed(nominal) {
        return phrase;
    }
    let last = phrase.end.saturating_sub(1);
    phrase.start..end_of_title(view, nominal, last) + 1
}

/// "Prime Minister Joan Ambe", "Secretary of State Mara Brandt": the name after a title that is written with a capital,
/// whatever the parse makes of it.
fn end_of_title(view: View<'_>, nominal: usize, title: usize) -> usize {
    let is_title = tables::noun(&view.lower(title)).is_some_and(|(_, noun)| noun.title);
    if !is_title || !view.is_capitalized(title) {
        return title;
    }
    let limit = view.sentence(nominal).end;
    let mut last = title;
    if view.lower(last + 1) == "of" && last + 2 < limit && view.upos(last + 2) == Upos::Propn {
        last += 2;
    }
    while last + 1 < limit && view.upos(last + 1) == Upos::Propn && last - nominal < TITLED_NAME {
        last += 1;
    }
    last
}
