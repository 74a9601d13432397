//! What a phrase does in its clause: from the parser where one ran, else from the words beside it. It never guesses a
//! function from meaning.

use std::ops::Range;

use crate::analysis::actors::Function;
use crate::analysis::actors::find::Context;
use crate::language::Upos;

/// The function of the phrase `words`, and the verb it belongs to.
pub(super) fn function_of(context: &Context, words: Range<usize>) -> (Function, Option<usize>) {
    if context.word(words.end) == "'s" && context.upos(words.end) == Upos::Part
        || context.word(words.end) == "’s" && context.upos(words.end) == Upos::Part
        || (words.len() == 1 && is_possessive(&context.lower(words.start)) && !is_object_her(context, words.start))
    {
        return (Function::Possessor, governing_verb(context, words));
    }
    by_parser(context, &words).unwrap_or_else(|| by_neighbours(context, words))
}

/// Whether a word is a possessive determiner.
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their" | "my" | "our" | "your" | "whose")
}

/// "her" that stands for somebody rather than before what she has.
fn is_object_her(context: &Context, at: usize) -> bool {
    if context.lower(at) != "her" {
        return false;
    }
    match context.language.words.get(at).map_or("", |word| word.xpos) {
        "PRP$" => false,
        "PRP" => true,
        _ => !matches!(context.upos(at + 1), Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num),
    }
}

fn by_parser(context: &Context, words: &Range<usize>) -> Option<(Function, Option<usize>)> {
    let all = &context.language.words;
    let mut top = words.clone().find(|index| {
        all.get(*index)
            .is_some_and(|word| word.head.is_some_and(|head| !words.contains(&head)))
    })?;
    // A conjunct does what the first of its row does; rows are short, and so is the walk.
    for _ in 0..4 {
        let word = all.get(top)?;
        if !matches!(word.relation, "conj" | "flat" | "compound" | "appos") {
            break;
        }
        top = word.head?;
    }
    let word = all.get(top)?;
    let function = match word.relation {
        "nsubj" | "nsubj:pass" | "csubj" => Function::Subject,
        "obj" | "iobj" => Function::Object,
        "nmod:poss" => Function::Possessor,
        "obl" | "obl:agent" | "nmod" | "obl:tmod" => Function::Oblique,
        _ => Function::Other,
    };
    Some((function, governing_verb(context, top..top + 1)))
}

/// The nearest verb above in the tree; without a tree the nearest finite verb of the sentence beside the phrase.
fn governing_verb(context: &Context, words: Range<usize>) -> Option<usize> {
    let all = &context.language.words;
    let mut at = words.start;
    for _ in 0..8 {
        let Some(head) = all.get(at).and_then(|word| word.head) else {
            break;
        };
        if all.get(head).is_some_and(|word| word.upos == Upos::Verb) {
            return Some(head);
        }
        at = head;
    }
    if all.get(words.start).is_some_and(|word| word.head.is_some()) {
        return None;
    }
    verb_after(context, words.end).or_else(|| verb_before(context, words.start))
}

fn by_neighbours(context: &Context, words: Range<usize>) -> (Function, Option<usize>) {
    let before = words.start.checked_sub(1);
    match before.map(|before| context.upos(before)) {
        Some(Upos::Adp) => {
            return (
                Function::Oblique,
                before.and_then(|before| verb_before(context, before)),
            );
        }
        Some(Upos::Verb) if verb_after(context, words.end).is_none_or(|verb| verb > words.end + 1) => {
            return (Function::Object, before);
        }
        _ => {}
    }
    match verb_after(context, words.end) {
        Some(verb) => (Function::Subject, Some(verb)),
        None => (Function::Other, before.and_then(|before| verb_before(context, before))),
    }
}

/// The verb that follows with at most adverbs and auxiliaries between.
fn verb_after(context: &Context, from: usize) -> Option<usize> {
    let mut at = from;
    let mut auxiliary = None;
    while at < from + 5 {
        match context.upos(at) {
            Upos::Verb => return Some(at),
            Upos::Aux => auxiliary = Some(at),
            Upos::Adv | Upos::Part => {}
            _ => break,
        }
        at += 1;
    }
    auxiliary
}

fn verb_before(context: &Context, from: usize) -> Option<usize> {
    (from.saturating_sub(6)..=from)
        .rev()
        .find(|index| context.upos(*index) == Upos::Verb)
}

/// "It" that stands for nothing: weather, "it seems", "it is clear that".
pub(super) fn is_empty_it(context: &Context, at: usize) -> bool {
    let lemma = |index: usize| context.language.words.get(index).map_or("", |word| word.lemma.as_str());
    if context
        .language
        .words
        .get(at)
        .is_some_and(|word| word.relation == "expl")
    {
        return true;
    }
    let mut next = at + 1;
    while matches!(context.upos(next), Upos::Adv | Upos::Aux | Upos::Part) && next < at + 5 {
        next += 1;
    }
    if matches!(
        lemma(next),
        "seem" | "appear" | "rain" | "snow" | "happen" | "turn" | "emerge"
    ) {
        return true;
    }
    let be = next > at + 1;
    be && matches!(context.upos(next), Upos::Adj | Upos::Noun | Upos::Verb)
        && (next + 1..next + 3).any(|index| matches!(context.lower(index).as_str(), "that" | "to" | "for" | "whether"))
}
