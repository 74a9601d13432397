//! The names in a dateline: “PORT SENN, Norland (NPA) —”. They follow from their place in it; no model is asked, and a line
//! that is no dateline is not read.

use crate::language::{Name, NameKind, Word};
use crate::markup::{DatelinePart, dateline_parts};
use crate::text::Span;

/// How many letters a word in capitals has at most that may as well be the name of a body ("NATO — …").
const ACRONYM: usize = 5;

/// The names of the dateline that a text begins with: towns and states are places, what is in brackets is an agency. `words`
/// are its words, `found` the names that a model read in them.
#[must_use]
pub fn in_dateline(text: &str, words: &[Word], found: Vec<Name>) -> Vec<Name> {
    let end = words.last().map_or(0, |word| word.span.end);
    let parts = dateline_parts(text.get(..end).unwrap_or_default());
    if let [only] = parts.as_slice()
        && only.text.len() <= ACRONYM
    {
        return found;
    }
    let names = parts.iter().filter(|part| !part.is_date());
    names.filter_map(|part| name(words, part)).collect()
}

fn name(words: &[Word], part: &DatelinePart<'_>) -> Option<Name> {
    let begins = words.partition_point(|word| word.span.start < part.span.start);
    let ends = words.partition_point(|word| word.span.start < part.span.end);
    let kind = if part.is_agency {
        NameKind::Organization
    } else {
        NameKind::Place
    };
    let covers = |span: Span| part.span.covers(span);
    words
        .get(begins)
        .is_some_and(|first| covers(first.span))
        .then_some(Name {
            words: begins..ends,
            kind,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn towns_are_places_and_agencies_organizations() {
        let text = "ST. HELM, Norland, May 7 (NPA) — It rained.";
        let language = analyse(text, embedded());
        let found: Vec<_> = language
            .names
            .iter()
            .map(|name| (language.span_of(name.words.clone()).of(text), name.kind))
            .collect();
        assert_eq!(
            found,
            [
                ("ST. HELM", NameKind::Place),
                ("Norland", NameKind::Place),
                ("NPA", NameKind::Organization)
            ]
        );
    }
}
