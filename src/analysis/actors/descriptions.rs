//! The mention of a description: a noun phrase whose head stands for people, an organization or a place. It does not ask
//! who it describes.

use crate::analysis::actors::block_names::BlockNames;
use crate::analysis::actors::function::function_of;
use crate::analysis::actors::names::is_title_alone;
use crate::analysis::actors::phrases::Phrase;
use crate::analysis::actors::possessives::is_possessive;
use crate::analysis::actors::roles::is_former;
use crate::analysis::actors::{ActorKind, Determiner, LocalMention, LocalRole, MentionForm, tables};
use crate::language::{Number, Tag, View};

/// How many phrases after the head can belong to a description: "the head of the board of the port".
const COMPLEMENTS: usize = 2;

/// The mention of the description that is `phrases[at]`, if the head of the phrase stands for people, an organization or
/// a place.
pub(super) fn description_mention(
    block: &BlockNames<'_>,
    phrases: &[Phrase],
    at: usize,
    sentence: usize,
) -> Option<LocalMention> {
    let words = block.words;
    let phrase = phrases.get(at)?;
    if is_inside_name(block, phrase.head) {
        return None;
    }
    let (base, noun) = tables::noun(&words.lower(phrase.head))?;
    if !noun.alone || is_title_of_name(block, phrase) {
        return None;
    }
    let determiner = determiner_of(words, phrase, &base);
    let is_plural = base == "police" || is_plural(words, phrase.head, &base);
    // A bare singular noun is not a mention of its own ("fell ill at sea with team spirit"), nor is one in capitals.
    if determiner == Determiner::Bare && !is_plural && noun.kind != ActorKind::Person {
        return None;
    }
    let range = phrase.words.start..end_with_complements(block, phrases, at);
    let (function, governor) = function_of(words, phrase.core.clone());
    let has_determiner = phrase.core.len() > 1 && determiner != Determiner::Bare;
    let role_start = phrase.core.start + usize::from(has_determiner && phrase.core.start == phrase.words.start);
    Some(LocalMention {
        span: words.span(range.clone()),
        phrase: words.span(range.clone()),
        head: phrase.head,
        sentence,
        form: MentionForm::Nominal,
        kind: Some(noun.kind),
        number: Some(if is_plural { Number::Plural } else { Number::Singular }),
        gender: noun.gender,
        person: None,
        animate: Some(noun.kind == ActorKind::Person),
        function,
        governor,
        determiner,
        roles: vec![LocalRole {
            span: words.span(role_start.min(phrase.head)..range.end),
            head: base,
            former: is_former(words, phrase.core.clone()),
        }],
        same_as: None,
        meant: None,
        words: range,
    })
}

/// Whether the noun is a part of a name: "union" in "Harbour Workers' Union", but not "Mayor" in "the Mayor".
fn is_inside_name(block: &BlockNames<'_>, head: usize) -> bool {
    block
        .name(head)
        .is_some_and(|name| name.words.len() > 1 || !is_title_alone(block.words, head))
}

/// Whether a name follows whose title the phrase is: "Foreign Minister" in "Foreign Minister Ana Weil".
fn is_title_of_name(block: &BlockNames<'_>, phrase: &Phrase) -> bool {
    block.name(phrase.head + 1).is_some() && block.name(phrase.head).is_none() && !phrase.owner
}

/// How a description is determined: definite in "the minister", indefinite in "a minister", possessed in "her minister".
fn determiner_of(words: View<'_>, phrase: &Phrase, base: &str) -> Determiner {
    if phrase.core.start > phrase.words.start {
        return Determiner::Possessed;
    }
    let first = words.lower(phrase.core.start);
    match first.as_str() {
        "the" | "this" | "that" | "these" | "those" | "both" => Determiner::Definite,
        "a" | "an" | "another" | "some" | "any" | "no" | "every" | "each" => Determiner::Indefinite,
        _ if is_possessive(&first) => Determiner::Possessed,
        // "Police said" and "the police said" are the same.
        _ if base == "police" && phrase.core.len() == 1 => Determiner::Definite,
        _ => Determiner::Bare,
    }
}

fn is_plural(words: View<'_>, at: usize, base: &str) -> bool {
    match words.word(at).and_then(|word| word.morph.number) {
        Some(number) => number == Number::Plural,
        None => matches!(words.tag(at), Tag::PluralNoun | Tag::PluralName) || words.lower(at) != base,
    }
}

/// "the mayors of Harwell | and Doon |": where one noun stands for several, a second name of one word goes with the first.
fn end_of_pair(block: &BlockNames<'_>, phrases: &[Phrase], at: usize, end: usize) -> usize {
    let words = block.words;
    let is_name =
        |phrase: &Phrase| phrase.words.len() == 1 && block.name(phrase.head).is_some_and(|name| name.words.len() == 1);
    let mut rest = phrases.iter().skip(at);
    let is_several = rest
        .next()
        .is_some_and(|phrase| words.tag(phrase.head) == Tag::PluralNoun);
    let last = rest.clone().take(COMPLEMENTS).find(|phrase| phrase.words.end == end);
    let next = rest.find(|phrase| phrase.words.start == end + 1);
    match (last, next) {
        (Some(last), Some(next)) if is_several && words.is(end, "and") && is_name(last) && is_name(next) => {
            next.words.end
        }
        _ => end,
    }
}

/// The end of a description with what follows its head: "of …" ("the head of the union"), and for people "for", "to",
/// "at", "from", "with" and "in" before a phrase that names somebody ("a spokesman for Lindqvist Group").
fn end_with_complements(block: &BlockNames<'_>, phrases: &[Phrase], at: usize) -> usize {
    let words = block.words;
    let Some(phrase) = phrases.get(at) else { return 0 };
    let mut end = phrase.words.end;
    for next in phrases.iter().skip(at + 1).take(COMPLEMENTS) {
        let preposition = words.lower(end);
        let is_complement = preposition == "of"
            || (matches!(preposition.as_str(), "for" | "to" | "at" | "from" | "with" | "in")
                && next.words.clone().any(|index| block.name(index).is_some())
                && tables::noun(&words.lower(phrase.head)).is_some_and(|(_, noun)| noun.title));
        if next.words.start != end + 1 || !is_complement {
            break;
        }
        end = next.words.end;
    }
    end_of_pair(block, phrases, at, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::{self, toy};

    /// The descriptions of a text, each with its determiner and number.
    fn descriptions(text: &str) -> Vec<(String, Determiner, Option<Number>)> {
        actors::of_block(text, &toy::language(text))
            .into_iter()
            .filter(|mention| mention.form == MentionForm::Nominal)
            .map(|mention| (mention.span.of(text).to_owned(), mention.determiner, mention.number))
            .collect()
    }

    #[test]
    fn what_stands_for_several_reaches_over_two_names() {
        let text = "The mayors of Norland and Osland left.";
        let found = descriptions(text);
        assert_eq!(
            found.first().map(|first| first.0.as_str()),
            Some("The mayors of Norland and Osland")
        );
        let found = descriptions("The mayor of Norland and Weil left.");
        assert_eq!(
            found.first().map(|first| first.0.as_str()),
            Some("The mayor of Norland")
        );
    }

    #[test]
    fn a_description_reaches_over_what_completes_it() {
        let (one, definite) = (Some(Number::Singular), Determiner::Definite);
        let cases = [
            ("The head of the union left.", "The head of the union", definite),
            (
                "A spokesman for Lindqvist Group left.",
                "A spokesman for Lindqvist Group",
                Determiner::Indefinite,
            ),
            ("Her minister at the port left.", "Her minister", Determiner::Possessed),
        ];
        for (text, span, determiner) in cases {
            let found = descriptions(text);
            let first = found.first().cloned();
            assert_eq!(first, Some((span.to_owned(), determiner, one)), "{text}");
        }
    }

    #[test]
    fn parts_of_names_titles_and_bare_nouns_are_no_descriptions() {
        for text in [
            "Harbour Workers Union voted.",
            "Foreign minister Ana Weil left.",
            "They arrived at port.",
        ] {
            assert_eq!(descriptions(text), [], "{text}");
        }
        let police = descriptions("Police said so.");
        assert_eq!(
            police,
            [("Police".to_owned(), Determiner::Definite, Some(Number::Plural))]
        );
    }
}
