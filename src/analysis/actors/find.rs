//! Finds the mentions of one block: names, descriptions by nouns that stand for people, organisations and places, and
//! pronouns. It decides nothing about which of them are the same actor.

use std::ops::Range;

use smol_str::SmolStr;

use crate::analysis::actors::grammar::{self, function_of};
use crate::analysis::actors::phrase::{Phrase, phrases};
use crate::analysis::actors::{Determiner, Function, LocalMention, LocalRole, beside, tables};
use crate::analysis::{ActorKind, MentionForm};
use crate::language::{Gender, Language, Name, NameKind, Number, Person, Tag, Upos};

/// A block while its mentions are looked for.
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub language: &'a Language,
    /// For each word the name it belongs to.
    pub name_at: Vec<Option<usize>>,
}

impl Context<'_> {
    /// The word as written; empty past the end.
    pub fn word(&self, index: usize) -> &str {
        self.language
            .words
            .get(index)
            .map_or("", |word| word.span.of(self.text))
    }

    /// The word in lower case.
    pub fn lower(&self, index: usize) -> SmolStr {
        SmolStr::new(self.word(index).to_lowercase())
    }

    /// Part of speech; [`Upos::X`] past the end.
    pub fn upos(&self, index: usize) -> Upos {
        self.language.words.get(index).map_or(Upos::X, |word| word.upos)
    }

    /// The name that `index` belongs to.
    pub fn name(&self, index: usize) -> Option<&Name> {
        self.language.names.get((*self.name_at.get(index)?)?)
    }
}

/// Finds the names, descriptions and pronouns of one block, in the order of the text. Linear in the number of words.
#[must_use]
pub fn mentions_of(text: &str, language: &Language) -> Vec<LocalMention> {
    let mut name_at = vec![None; language.words.len()];
    for (index, name) in language.names.iter().enumerate() {
        if let Some(words) = name_at.get_mut(name.words.clone()) {
            words.fill(Some(index));
        }
    }
    let context = Context {
        text,
        language,
        name_at,
    };
    let mut mentions = Vec::new();
    for (index, sentence) in language.sentences.iter().enumerate() {
        let phrases = phrases(text, language, sentence.words.clone());
        let names = language
            .names
            .partition_point(|name| name.words.start < sentence.words.start)
            ..language
                .names
                .partition_point(|name| name.words.start < sentence.words.end);
        let from = mentions.len();
        for name in language.names.get(names).unwrap_or(&[]) {
            mentions.extend(named(&context, name, index));
        }
        for at in 0..phrases.len() {
            mentions.extend(described(&context, &phrases, at, index));
        }
        for at in sentence.words.clone() {
            mentions.extend(pronoun(&context, at, index));
        }
        if let Some(of_sentence) = mentions.get_mut(from..) {
            of_sentence.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        }
        beside::join(&context, &phrases, &mut mentions, from);
    }
    mentions
}

/// The mention of a name. A title that the name layer took for a part of the name is cut off; a name that is nothing
/// but a title is none.
fn named(context: &Context, name: &Name, sentence: usize) -> Option<LocalMention> {
    let mut words = name.words.clone();
    if name.kind == NameKind::Person {
        while words.len() > 1 && is_title(context, words.start) {
            words.start += 1;
        }
        // "Norland envoy Ana Weil": no name goes on over a title in small letters.
        let inside = words.start + 1..words.end - 1;
        if let Some(title) = inside.rev().find(|at| is_small(context, *at) && is_title(context, *at)) {
            words.start = title + 1;
        }
    }
    while words.len() > 1 && matches!(context.upos(words.end - 1), Upos::Punct) && context.word(words.end - 1) != "." {
        words.end -= 1;
    }
    let only = words.len() == 1;
    let is_description = only
        && tables::noun(&context.lower(words.start)).is_some_and(|(_, noun)| noun.title)
        && (is_determined(context, words.start) || context.lower(words.start) == context.word(words.start));
    if words.is_empty() || is_description {
        return None;
    }
    let kind = match name.kind {
        NameKind::Person => ActorKind::Person,
        NameKind::Organization => ActorKind::Organization,
        NameKind::Place => ActorKind::Place,
        NameKind::Other => ActorKind::Other,
    };
    let head = words.end - 1;
    let is_person = kind == ActorKind::Person;
    let (function, governor) = match grammar::verb_behind(context, &words).filter(|_| is_person) {
        Some(verb) => (Function::Subject, Some(verb)),
        None => function_of(context, words.clone()),
    };
    Some(LocalMention {
        span: context.language.span_of(words.clone()),
        phrase: context.language.span_of(words.clone()),
        head,
        sentence,
        form: MentionForm::Named,
        kind: Some(kind),
        number: is_person.then_some(Number::Singular),
        gender: None,
        person: None,
        animate: match kind {
            ActorKind::Person => Some(true),
            ActorKind::Place => Some(false),
            ActorKind::Organization | ActorKind::Other => None,
        },
        function,
        governor,
        determiner: Determiner::Bare,
        roles: Vec::new(),
        same_as: None,
        meant: None,
        words,
    })
}

fn is_title(context: &Context, index: usize) -> bool {
    tables::noun(&context.lower(index)).is_some_and(|(_, noun)| noun.title && noun.kind == ActorKind::Person)
        && !matches!(
            context.word(index),
            "Pope" | "Baker" | "Cook" | "King" | "Prince" | "Duke" | "Bishop" | "Judge"
        )
}

fn is_small(context: &Context, index: usize) -> bool {
    context.word(index).starts_with(char::is_lowercase)
}

fn is_determined(context: &Context, index: usize) -> bool {
    index
        .checked_sub(1)
        .is_some_and(|before| matches!(context.upos(before), Upos::Det) || context.word(before) == "'s")
}

/// The mention of a description, if the head of the phrase stands for people, an organisation or a place.
fn described(context: &Context, phrases: &[Phrase], at: usize, sentence: usize) -> Option<LocalMention> {
    let phrase = phrases.get(at)?;
    let in_name = context.name(phrase.head);
    if in_name.is_some_and(|name| name.words.len() > 1 || !is_title_alone(context, phrase.head)) {
        return None;
    }
    let (base, noun) = tables::noun(&context.lower(phrase.head))?;
    // A title right before a name is a part of that name's phrase.
    if !noun.alone || (context.name(phrase.head + 1).is_some() && in_name.is_none() && !phrase.owner) {
        return None;
    }
    let first = context.lower(phrase.core.start);
    let determiner = if phrase.core.start > phrase.words.start {
        Determiner::Possessed
    } else {
        match first.as_str() {
            "the" | "this" | "that" | "these" | "those" | "both" => Determiner::Definite,
            "a" | "an" | "another" | "some" | "any" | "no" | "every" | "each" => Determiner::Indefinite,
            _ if grammar::is_possessive(&first) => Determiner::Possessed,
            // "Police said" and "the police said" are the same.
            _ if base == "police" && phrase.core.len() == 1 => Determiner::Definite,
            _ => Determiner::Bare,
        }
    };
    let plural = base == "police" || is_plural(context, phrase.head, &base);
    // A bare singular noun is no mention of its own ("fell ill at sea with team spirit"), nor is one in capitals.
    if determiner == Determiner::Bare && !plural && noun.kind != ActorKind::Person {
        return None;
    }
    let words = phrase.words.start..extended(context, phrases, at);
    let (function, governor) = function_of(context, phrase.core.clone());
    let has_determiner = phrase.core.len() > 1 && determiner != Determiner::Bare;
    let role_start = phrase.core.start + usize::from(has_determiner && phrase.core.start == phrase.words.start);
    Some(LocalMention {
        span: context.language.span_of(words.clone()),
        phrase: context.language.span_of(words.clone()),
        head: phrase.head,
        sentence,
        form: MentionForm::Nominal,
        kind: Some(noun.kind),
        number: Some(if plural { Number::Plural } else { Number::Singular }),
        gender: noun.gender,
        person: None,
        animate: Some(noun.kind == ActorKind::Person),
        function,
        governor,
        determiner,
        roles: vec![LocalRole {
            span: context.language.span_of(role_start.min(phrase.head)..words.end),
            head: base,
            former: beside::is_former(context, phrase.core.clone()),
        }],
        same_as: None,
        meant: None,
        words,
    })
}

fn is_title_alone(context: &Context, index: usize) -> bool {
    is_determined(context, index) && is_title(context, index)
}

fn is_plural(context: &Context, index: usize, base: &str) -> bool {
    let word = context.language.words.get(index);
    match word.and_then(|word| word.morph.number) {
        Some(number) => number == Number::Plural,
        None => {
            word.is_some_and(|word| matches!(word.tag, Tag::PluralNoun | Tag::PluralName))
                || context.lower(index) != base
        }
    }
}

/// The end of a description with what follows its head: "of …", and for people "for", "to", "at", "from", "with" and "in"
/// before a phrase that names somebody.
fn extended(context: &Context, phrases: &[Phrase], at: usize) -> usize {
    let Some(phrase) = phrases.get(at) else { return 0 };
    let mut end = phrase.words.end;
    for next in phrases.iter().skip(at + 1).take(2) {
        let preposition = context.lower(end);
        let allowed = preposition == "of"
            || (matches!(preposition.as_str(), "for" | "to" | "at" | "from" | "with" | "in")
                && next.words.clone().any(|index| context.name(index).is_some())
                && tables::noun(&context.lower(phrase.head)).is_some_and(|(_, noun)| noun.title));
        if next.words.start != end + 1 || !allowed {
            break;
        }
        end = next.words.end;
    }
    end
}

/// The mention of a personal or possessive pronoun.
fn pronoun(context: &Context, at: usize, sentence: usize) -> Option<LocalMention> {
    let written = context.word(at);
    // "US" and "IT" in capitals are a state and a trade.
    if written.len() > 1 && written.chars().all(char::is_uppercase) {
        return None;
    }
    let is_note = context.word(at + 1) == ")" && at.checked_sub(1).is_some_and(|before| context.word(before) == "(");
    if context.name_at.get(at)?.is_some() || is_note {
        return None;
    }
    let (person, number, gender) = match context.lower(at).as_str() {
        "he" | "him" | "his" | "himself" => (Person::Third, Some(Number::Singular), Some(Gender::Masculine)),
        "she" | "her" | "hers" | "herself" => (Person::Third, Some(Number::Singular), Some(Gender::Feminine)),
        "it" | "its" | "itself" => (Person::Third, Some(Number::Singular), Some(Gender::Neuter)),
        "they" | "them" | "their" | "theirs" | "themselves" => (Person::Third, Some(Number::Plural), None),
        "i" | "me" | "my" | "mine" | "myself" if written != "i" => (Person::First, Some(Number::Singular), None),
        "we" | "us" | "our" | "ours" | "ourselves" => (Person::First, Some(Number::Plural), None),
        "you" | "your" | "yours" | "yourself" | "yourselves" => (Person::Second, None, None),
        _ => return None,
    };
    if matches!(context.lower(at).as_str(), "it") && grammar::is_empty_it(context, at) {
        return None;
    }
    let (function, governor) = function_of(context, at..at + 1);
    let animate = match (person, gender) {
        (Person::Third, Some(Gender::Neuter)) => Some(false),
        (Person::Third, None) => None,
        _ => Some(true),
    };
    let words: Range<usize> = at..at + 1;
    let span = context.language.span_of(words.clone());
    Some(LocalMention {
        span,
        phrase: span,
        head: at,
        sentence,
        form: MentionForm::Pronoun,
        kind: (animate == Some(true)).then_some(ActorKind::Person),
        number,
        gender,
        person: Some(person),
        animate,
        function,
        governor,
        determiner: Determiner::Bare,
        roles: Vec::new(),
        same_as: None,
        meant: None,
        words,
    })
}
