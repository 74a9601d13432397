//! How a candidate relates to a pronoun or to another person in its sentence: as the parent in "a daughter of Rosa Holt", as
//! the one that "and her brother" or "who sold her house" goes on about. It names nobody and resolves nothing.

use crate::analysis::actors::tables;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::{ActorKind, MentionId};
use crate::language::{Tag, Upos, View};

/// How many words before a mention are looked at.
const LOOKED_AT: usize = 20;

/// How many words after "'s" are looked at for the one who is owned.
const OWNED: usize = 4;

/// How many words a relative clause is followed for.
const CLAUSE: usize = 12;

/// Whether a mention completes a noun for a person, after "of" ("daughter of Tom and Rosa Weil") or before "'s"
/// ("Weil's daughter"): the sentence is about the one that noun describes.
pub(super) fn completes_description(entities: &Entities<'_>, id: MentionId) -> bool {
    let Some((local, words)) = entities.in_words(id) else {
        return false;
    };
    let end = local.words.end;
    if matches!(words.form(end), "'s" | "’s") && words.upos(end) == Upos::Part {
        return (end + 1..end + 1 + OWNED)
            .take_while(|at| matches!(words.upos(*at), Upos::Adj | Upos::Noun | Upos::Num | Upos::Punct))
            .any(|at| is_noun_for_person(words, at));
    }
    let Some(sentence) = words.language.sentences.get(local.sentence) else {
        return false;
    };
    let first = sentence.words.start.max(local.words.start.saturating_sub(LOOKED_AT));
    (first..local.words.start)
        .rev()
        .take_while(|at| !ends_phrase(words, *at))
        .any(|at| words.is(at, "of") && at.checked_sub(1).is_some_and(|noun| is_noun_for_person(words, noun)))
}

fn is_noun_for_person(words: View<'_>, at: usize) -> bool {
    words.upos(at) == Upos::Noun
        && tables::noun(&words.lower(at)).is_some_and(|(_, noun)| noun.kind == ActorKind::Person)
}

/// How a pronoun is in what is added to a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Added {
    /// After "and": "Ana Weil and her brother".
    pub row: bool,
    /// In a relative clause: "Ana Weil, who sold her house".
    pub relative: bool,
}

/// How a pronoun is in what is added to the mention `met`; not at all in another sentence.
pub(super) fn added(entities: &Entities<'_>, pronoun: MentionId, met: MentionId) -> Added {
    let (Some((local, words)), Some(mention)) = (entities.in_words(pronoun), entities.local(met)) else {
        return Added::default();
    };
    if entities.block(pronoun) != entities.block(met) || mention.sentence != local.sentence {
        return Added::default();
    }
    let start = local.words.start;
    let next = mention.words.end + usize::from(words.form(mention.words.end) == ",");
    let row = matches!(words.form(next), "and" | "&") && start == next + 1;
    let relative = matches!(words.form(next), "who" | "whose")
        && start > next
        && start <= next + CLAUSE
        && (next..start).all(|at| !matches!(words.form(at), ";" | ":"));
    Added { row, relative }
}

/// Whether the mention `met` is the object of one verb and does what another says about the pronoun, so that the pronoun is
/// somebody else: "asked Weil to join her", "made Weil like her".
pub(super) fn is_made_to_act(entities: &Entities<'_>, pronoun: MentionId, met: MentionId) -> bool {
    let (Some((local, words)), Some(mention)) = (entities.in_words(pronoun), entities.local(met)) else {
        return false;
    };
    let Some(verb) = local
        .governor
        .filter(|_| entities.block(pronoun) == entities.block(met))
    else {
        return false;
    };
    let end = mention.words.end;
    let to = usize::from(words.form(end) == "to");
    end + to == verb && (to > 0 || words.tag(verb) == Tag::BaseVerb)
}

/// A verb, or a stop within the sentence: what comes before it belongs to another phrase.
fn ends_phrase(words: View<'_>, at: usize) -> bool {
    matches!(words.upos(at), Upos::Verb | Upos::Aux | Upos::Sconj) || matches!(words.form(at), ";" | ":")
}
