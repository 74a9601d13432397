//! Noun phrases as news writes them: titles with the names after them. It knows no event.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::language::{NameKind, Relation, Upos, View};

/// How many words after its head the name that follows a title may reach.
const TITLED_NAME: usize = 8;

/// The noun phrase of a nominal, with the name after it where the phrase is a title ("Prime Minister Joan Ambe").
#[must_use]
pub fn phrase(view: View<'_>, nominal: usize) -> Range<usize> {
    let phrase = view.noun_phrase(nominal);
    if !view.is_parsed(nominal) {
        return phrase;
    }
    // "A landslide cut the road": a parse may take the verb for a noun that is made of the subject.
    if view.relation(nominal) == Relation::Compound && view.head(nominal) == Some(nominal + 1) {
        return view.noun_chunk(nominal).start..nominal + 1;
    }
    // "Ned Rao": taggers take some given names for verbs or prepositions.
    let named = name_of_person(view, nominal).map_or(phrase.start, |name| name.start);
    let last = phrase.end.saturating_sub(1);
    phrase.start.min(named)..end_of_title(view, nominal, last) + 1
}

/// The name of a person that a word is part of.
#[must_use]
pub fn name_of_person(view: View<'_>, word: usize) -> Option<Range<usize>> {
    let names = &view.language.names;
    let next = names.partition_point(|name| name.words.end <= word);
    let name = names.get(next)?;
    (name.kind == NameKind::Person && name.words.contains(&word)).then(|| name.words.clone())
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
