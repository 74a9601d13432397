//! What a phrase does in its clause: from the parser where one ran, else from the words next to it. It never guesses a
//! function from meaning.

use std::ops::Range;

use crate::analysis::actors::Function;
use crate::analysis::actors::possessives::{is_object_her, is_possessive};
use crate::language::{Relation, Upos, View};

/// How far up a row of conjuncts or the words of a name are followed.
const ROW: usize = 4;

/// How far above a phrase its verb is looked for.
const VERB_ABOVE: usize = 8;

/// How many adverbs and auxiliaries are between a subject and its verb.
const BEFORE_VERB: usize = 5;

/// How many words before a phrase its verb is looked for where no parser ran.
const VERB_BEFORE: usize = 6;

/// How many words after a name that follows an opening phrase the verb may stand.
const VERB_AFTER_NAME: usize = 3;

/// The function of the phrase `phrase`, and the verb it belongs to.
pub(super) fn function_of(words: View<'_>, phrase: Range<usize>) -> (Function, Option<usize>) {
    let is_her = words.is(phrase.start, "her");
    if is_owner(words, &phrase) {
        return (Function::Possessor, governing_verb(words, phrase));
    }
    by_parser(words, &phrase)
        .filter(|(function, _)| !is_her || *function != Function::Possessor)
        .unwrap_or_else(|| by_neighbours(words, phrase))
}

/// Whether "'s" follows the phrase, or it is a possessive determiner.
fn is_owner(words: View<'_>, phrase: &Range<usize>) -> bool {
    let has_ending = matches!(words.form(phrase.end), "'s" | "’s") && words.upos(phrase.end) == Upos::Part;
    has_ending || phrase.len() == 1 && is_possessive(&words.lower(phrase.start)) && !is_object_her(words, phrase.start)
}

fn by_parser(words: View<'_>, phrase: &Range<usize>) -> Option<(Function, Option<usize>)> {
    let mut top = phrase
        .clone()
        .find(|at| words.head(*at).is_some_and(|head| !phrase.contains(&head)))?;
    // A conjunct does what the first of its row does; rows are short, and so is the walk.
    for _ in 0..ROW {
        if !matches!(
            words.relation(top),
            Relation::Conj | Relation::Flat | Relation::Compound | Relation::Appos
        ) {
            break;
        }
        top = words.head(top)?;
    }
    let function = match words.word(top)?.relation {
        Relation::Nsubj | Relation::NsubjPass | Relation::Csubj => Function::Subject,
        Relation::Obj | Relation::Iobj => Function::Object,
        Relation::NmodPoss => Function::Possessor,
        Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::OblTmod => Function::Oblique,
        _ => Function::Other,
    };
    Some((function, governing_verb(words, top..top + 1)))
}

/// The nearest verb above in the tree; without a tree the nearest finite verb of the sentence next to the phrase.
fn governing_verb(words: View<'_>, phrase: Range<usize>) -> Option<usize> {
    let above = words
        .ancestors(phrase.start)
        .take(VERB_ABOVE)
        .find(|above| words.upos(*above) == Upos::Verb);
    if above.is_some() {
        return above;
    }
    if words.head(phrase.start).is_some() {
        return None;
    }
    verb_after(words, phrase.end).or_else(|| verb_before(words, phrase.start))
}

/// After a preposition, after a verb or before one: "from Weil", "met Weil", "Weil left".
fn by_neighbours(words: View<'_>, phrase: Range<usize>) -> (Function, Option<usize>) {
    let before = phrase.start.checked_sub(1);
    match before.map(|before| words.upos(before)) {
        Some(Upos::Adp) => {
            return (Function::Oblique, before.and_then(|before| verb_before(words, before)));
        }
        Some(Upos::Verb) if verb_after(words, phrase.end).is_none_or(|verb| verb > phrase.end + 1) => {
            return (Function::Object, before);
        }
        _ => {}
    }
    match verb_after(words, phrase.end) {
        Some(verb) => (Function::Subject, Some(verb)),
        None => (Function::Other, before.and_then(|before| verb_before(words, before))),
    }
}

/// The finite verb right after a name that a comma parts from what opens the sentence: "In her book, Ana Weil says".
/// Parsers take such a name for one more word about the book.
pub(super) fn verb_after_opening_phrase(words: View<'_>, name: &Range<usize>) -> Option<usize> {
    let is_after_comma = name.start.checked_sub(1).is_none_or(|before| words.form(before) == ",");
    let verb = (name.end..name.end + VERB_AFTER_NAME).find(|at| words.upos(*at) != Upos::Adv)?;
    (is_after_comma && words.tag(verb).is_finite())
        .then(|| verb_after(words, verb))
        .flatten()
}

/// The verb that follows with at most adverbs and auxiliaries between: "will soon leave".
fn verb_after(words: View<'_>, from: usize) -> Option<usize> {
    let mut auxiliary = None;
    for at in from..from + BEFORE_VERB {
        match words.upos(at) {
            Upos::Verb => return Some(at),
            Upos::Aux => auxiliary = Some(at),
            Upos::Adv | Upos::Part => {}
            _ => break,
        }
    }
    auxiliary
}

fn verb_before(words: View<'_>, from: usize) -> Option<usize> {
    (from.saturating_sub(VERB_BEFORE)..=from)
        .rev()
        .find(|at| words.upos(*at) == Upos::Verb)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::toy;
    use crate::language::{Language, analyse, embedded};

    fn function(text: &str, language: &Language, name: &str) -> (Function, Option<String>) {
        let words = View::new(text, language);
        let at = (0..words.len()).find(|at| words.form(*at) == name).unwrap();
        let (function, verb) = function_of(words, at..at + 1);
        (function, verb.map(|verb| words.form(verb).to_owned()))
    }

    const CASES: [(&str, Function, &str); 4] = [
        ("Weil left on Monday.", Function::Subject, "left"),
        ("Holt met Weil.", Function::Object, "met"),
        ("Holt spoke with Weil.", Function::Oblique, "spoke"),
        ("Weil's ship arrived.", Function::Possessor, "arrived"),
    ];

    #[test]
    fn a_parse_says_what_a_phrase_does() {
        for (text, expected, verb) in CASES {
            let found = function(text, &analyse(text, embedded()), "Weil");
            assert_eq!(found, (expected, Some(verb.to_owned())), "{text}");
        }
    }

    #[test]
    fn neighbours_say_it_where_no_parser_ran() {
        for (text, expected, verb) in CASES.into_iter().take(3) {
            let found = function(text, &toy::language(text), "Weil");
            assert_eq!(found, (expected, Some(verb.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_name_after_an_opening_phrase_is_the_subject() {
        let text = "In the book, Weil said so.";
        let language = toy::language(text);
        let words = View::new(text, &language);
        assert_eq!(verb_after_opening_phrase(words, &(4..5)), Some(5));
        assert_eq!(verb_after_opening_phrase(words, &(2..3)), None);
    }
}
