//! What a phrase does in its clause: from the parser where one ran, else from the words beside it. It never guesses a
//! function from meaning.

use std::ops::Range;

use crate::analysis::actors::Function;
use crate::analysis::actors::find::Context;
use crate::language::{Relation, Tag, Upos};

/// The function of the phrase `words`, and the verb it belongs to.
pub(super) fn function_of(context: &Context, words: Range<usize>) -> (Function, Option<usize>) {
    if context.word(words.end) == "'s" && context.upos(words.end) == Upos::Part
        || context.word(words.end) == "’s" && context.upos(words.end) == Upos::Part
        || (words.len() == 1 && is_possessive(&context.lower(words.start)) && !is_object_her(context, words.start))
    {
        return (Function::Possessor, governing_verb(context, words));
    }
    let is_object = context.lower(words.start) == "her";
    by_parser(context, &words)
        .filter(|(function, _)| !is_object || *function != Function::Possessor)
        .unwrap_or_else(|| by_neighbours(context, words))
}

/// Whether a word is a possessive determiner.
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their" | "my" | "our" | "your" | "whose")
}

/// "her" that stands for somebody rather than before what she has.
///
/// One word serves for "him" and for "his", so that taggers err on it as on no masculine pronoun: what follows tells.
/// "Published her first novel" has a noun for her to own, "asks her about it" has none.
fn is_object_her(context: &Context, at: usize) -> bool {
    if context.lower(at) != "her" {
        return false;
    }
    let is_tagged = |tag| context.language.words.get(at).is_some_and(|word| word.tag == tag);
    match context.upos(at + 1) {
        Upos::Noun | Upos::Propn | Upos::Num => false,
        // "Her in-laws", "her on-screen friend".
        Upos::Adp if context.word(at + 2) == "-" => false,
        Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Det | Upos::Part => true,
        Upos::Adj | Upos::Adv => !leads_to_noun(context, at + 1),
        Upos::Punct if !is_quotation_mark(context.word(at + 1)) => true,
        _ => !is_tagged(Tag::PossessivePronoun),
    }
}

/// Whether adverbs, adjectives and numbers from `from` on stand before a noun or a participle: "already famous
/// novel", but not "away from home" and not "happy".
fn leads_to_noun(context: &Context, from: usize) -> bool {
    let ends_phrase = matches!(
        context.lower(from).as_str(),
        "when" | "where" | "how" | "why" | "there" | "here" | "away" | "back" | "again" | "home" | "soon" | "alone"
    );
    let next = (from..from + 6).find(|index| {
        !matches!(context.upos(*index), Upos::Adv | Upos::Adj | Upos::Num) && !matches!(context.word(*index), "-" | ",")
    });
    !ends_phrase
        && next.is_some_and(|next| {
            matches!(context.upos(next), Upos::Noun | Upos::Propn | Upos::Verb) || is_quotation_mark(context.word(next))
        })
}

fn is_quotation_mark(word: &str) -> bool {
    matches!(word, "\"" | "'" | "“" | "‘" | "„" | "«" | "``" | "`")
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
        if !matches!(
            word.relation,
            Relation::Conj | Relation::Flat | Relation::Compound | Relation::Appos
        ) {
            break;
        }
        top = word.head?;
    }
    let word = all.get(top)?;
    let function = match word.relation {
        Relation::Nsubj | Relation::NsubjPass | Relation::Csubj => Function::Subject,
        Relation::Obj | Relation::Iobj => Function::Object,
        Relation::NmodPoss => Function::Possessor,
        Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::OblTmod => Function::Oblique,
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

/// The finite verb right behind a name that a comma parts from what opens the sentence: "In her book, Ana Weil says".
/// Parsers take such a name for one more word about the book.
pub(super) fn verb_behind(context: &Context, words: &Range<usize>) -> Option<usize> {
    let after_comma = words
        .start
        .checked_sub(1)
        .is_none_or(|before| context.word(before) == ",");
    let verb = (words.end..words.end + 3).find(|index| context.upos(*index) != Upos::Adv)?;
    let is_finite = context.language.words.get(verb).is_some_and(|word| {
        matches!(
            word.tag,
            Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense | Tag::Modal
        )
    });
    (after_comma && is_finite).then(|| verb_after(context, verb)).flatten()
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
        .is_some_and(|word| word.relation == Relation::Expl)
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
