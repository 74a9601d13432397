//! Noun phrases as news writes them: titles with the names after them, datelines. It knows no event.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::language::{Tag, Upos, View};

/// How many words after its head the name that follows a title may reach.
const TITLED_NAME: usize = 8;

/// How many words a dateline has at most, its dash included.
const DATELINE: usize = 10;

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

/// How many words at the head of the block are a dateline that runs into the text ("PORT SENN — Crews …").
#[must_use]
pub fn dateline(view: View<'_>) -> usize {
    let is_shouted = |text: &str| text.len() > 2 && !text.chars().any(char::is_lowercase);
    let is_dash = |at: &usize| matches!(view.form(*at), "—" | "–" | "-" | "--");
    (1..view.len().min(DATELINE))
        .find(is_dash)
        .filter(|_| is_shouted(view.form(0)))
        .map_or(0, |dash| dash + 1)
}

/// "PORT SENN — Crews called off a strike": whether the parse attaches a past tense to the town of a dateline.
#[must_use]
pub fn hangs_on_dateline(view: View<'_>, verb: usize) -> bool {
    let dateline = dateline(view);
    matches!(view.tag(verb), Tag::PastTense | Tag::PastParticiple)
        && verb >= dateline
        && view.head(verb).is_some_and(|head| head < dateline)
}
