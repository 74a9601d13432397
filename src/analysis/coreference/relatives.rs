//! How a candidate stands to a pronoun or to another person in its sentence: as the parent in "a daughter of Rosa Holt", as
//! the one whom "and her brother" or "who sold her house" goes on about. It names nobody and resolves nothing.

use crate::analysis::ActorKind;
use crate::analysis::actors::{lower, tables};
use crate::analysis::coreference::entities::Entities;
use crate::language::{Tag, Upos, Word};

/// How many words before a mention are looked at.
const LOOKED_AT: usize = 20;

/// Whether mention `at` completes a noun for a person, behind "of" ("daughter of Tom and Rosa Weil") or before "'s"
/// ("Weil's daughter"): the sentence is about the one whom that noun describes.
pub(super) fn completes_description(entities: &Entities, at: usize) -> bool {
    let (Some(local), Some(facts), text) = (entities.local(at), entities.facts(at), entities.text(at)) else {
        return false;
    };
    let word = |index: usize| facts.language.words.get(index);
    let written = |word: &Word| lower(word.span.of(text)).into_owned();
    let is_person = |word: &Word| {
        word.upos == Upos::Noun && tables::noun(&written(word)).is_some_and(|(_, noun)| noun.kind == ActorKind::Person)
    };
    let end = local.words.end;
    if word(end).is_some_and(|word| matches!(word.span.of(text), "'s" | "’s") && word.upos == Upos::Part) {
        return (end + 1..end + 5)
            .map_while(word)
            .take_while(|word| matches!(word.upos, Upos::Adj | Upos::Noun | Upos::Num | Upos::Punct))
            .any(is_person);
    }
    let Some(sentence) = facts.language.sentences.get(local.sentence) else {
        return false;
    };
    let first = sentence.words.start.max(local.words.start.saturating_sub(LOOKED_AT));
    (first..local.words.start)
        .rev()
        .take_while(|index| word(*index).is_some_and(|word| !ends_phrase(word, text)))
        .any(|index| {
            word(index).is_some_and(|word| written(word) == "of")
                && index.checked_sub(1).and_then(word).is_some_and(is_person)
        })
}

/// How many words a relative clause is followed for.
const CLAUSE: usize = 12;

/// How a pronoun stands in what is added to a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Added {
    /// Behind "and": "Ana Weil and her brother".
    pub row: bool,
    /// In a relative clause: "Ana Weil, who sold her house".
    pub relative: bool,
}

/// How the pronoun `at` stands in what is added to the mention `seen`; not at all in another sentence.
pub(super) fn added(entities: &Entities, at: usize, seen: usize) -> Added {
    let (Some(pronoun), Some(mention), Some(facts), text) = (
        entities.local(at),
        entities.local(seen),
        entities.facts(at),
        entities.text(at),
    ) else {
        return Added::default();
    };
    if entities.block(at) != entities.block(seen) || mention.sentence != pronoun.sentence {
        return Added::default();
    }
    let written = |index: usize| facts.language.words.get(index).map_or("", |word| word.span.of(text));
    let mut next = mention.words.end;
    if written(next) == "," {
        next += 1;
    }
    let row = matches!(written(next), "and" | "&") && pronoun.words.start == next + 1;
    let relative = matches!(written(next), "who" | "whose")
        && pronoun.words.start > next
        && pronoun.words.start <= next + CLAUSE
        && (next..pronoun.words.start).all(|index| !matches!(written(index), ";" | ":"));
    Added { row, relative }
}

/// Whether the mention `seen` is the object of one verb and does what another says of the pronoun `at`, so that the
/// pronoun is somebody else: "asked Weil to join her", "made Weil like her".
pub(super) fn is_made_to_act(entities: &Entities, at: usize, seen: usize) -> bool {
    let (Some(pronoun), Some(mention), Some(facts), text) = (
        entities.local(at),
        entities.local(seen),
        entities.facts(at),
        entities.text(at),
    ) else {
        return false;
    };
    let Some(verb) = pronoun.governor.filter(|_| entities.block(at) == entities.block(seen)) else {
        return false;
    };
    let word = |index: usize| facts.language.words.get(index);
    let end = mention.words.end;
    let to = usize::from(word(end).is_some_and(|word| word.span.of(text) == "to"));
    end + to == verb && (to > 0 || word(verb).is_some_and(|word| word.tag == Tag::BaseVerb))
}

/// A verb, or a stop within the sentence: what stands before it belongs to another phrase.
fn ends_phrase(word: &Word, text: &str) -> bool {
    matches!(word.upos, Upos::Verb | Upos::Aux | Upos::Sconj) || matches!(word.span.of(text), ";" | ":")
}
