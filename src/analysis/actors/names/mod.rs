//! The mention of a name. It does not ask who the name refers to.

mod elided;
mod titles;

use std::ops::Range;

pub(super) use elided::complete_elided_names;
pub(super) use titles::is_title_alone;
pub(in crate::analysis) use titles::name_after_titles;

use crate::analysis::actors::function::{function_of, verb_after_opening_phrase};
use crate::analysis::actors::names::titles::{after_office, cut_title_before_name, is_only_a_title};
use crate::analysis::actors::{ActorKind, Determiner, Function, LocalMention, MentionForm};
use crate::language::{Name, NameKind, Number, Upos, View, names};

/// The mention of a name, without the titles and marks that the name layer took for a part of it. A name that is nothing
/// but a title is not one.
pub(super) fn name_mention(words: View<'_>, name: &Name, sentence: usize) -> Option<LocalMention> {
    let mut range = name.words.clone();
    // "Minister for Farms and Fisheries Ana Weil": the name layer takes the field and the name for an organization.
    let is_person = name.kind == NameKind::Person || after_office(words, &range).is_some();
    if is_person {
        range = cut_title_before_name(words, range);
    }
    while range.len() > 1 && words.upos(range.end - 1) == Upos::Punct && words.form(range.end - 1) != "." {
        range.end -= 1;
    }
    if range.is_empty() || is_only_a_title(words, &range) {
        return None;
    }
    let (function, governor) = match verb_after_opening_phrase(words, &range).filter(|_| is_person) {
        Some(verb) => (Function::Subject, Some(verb)),
        None => function_of(words, range.clone()),
    };
    let kind = if is_person {
        ActorKind::Person
    } else {
        kind_of(name.kind)
    };
    Some(LocalMention {
        span: words.span(range.clone()),
        phrase: words.span(range.clone()),
        head: range.end - 1,
        sentence,
        form: MentionForm::Named,
        kind: Some(kind),
        number: is_person.then_some(Number::Singular),
        gender: None,
        person: None,
        animate: match kind {
            ActorKind::Person => Some(true),
            ActorKind::Place => Some(false),
            ActorKind::Other => is_thing(words, &range).then_some(false),
            ActorKind::Organization => None,
        },
        function,
        governor,
        determiner: Determiner::Bare,
        roles: Vec::new(),
        same_as: None,
        meant: None,
        words: range,
    })
}

/// Whether the sentence says that a name is that of a thing: "Rex, a police dog".
fn is_thing(words: View<'_>, name: &Range<usize>) -> bool {
    let sentence = words.sentence(name.start);
    let placed = name.start.saturating_sub(sentence.start)..name.end.saturating_sub(sentence.start);
    let of_sentence = words.language.words.get(sentence).unwrap_or(&[]);
    names::is_thing(words.text, of_sentence, placed)
}

fn kind_of(kind: NameKind) -> ActorKind {
    match kind {
        NameKind::Person => ActorKind::Person,
        NameKind::Organization => ActorKind::Organization,
        NameKind::Place => ActorKind::Place,
        NameKind::Other => ActorKind::Other,
    }
}
