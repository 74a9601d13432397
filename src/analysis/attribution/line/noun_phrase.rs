//! Noun phrases by parts of speech: where a phrase that holds a given word begins and ends. It does not ask what the phrase
//! does in its sentence.

use std::ops::Range;

use crate::analysis::actors::{ActorKind, tables};
use crate::analysis::attribution::lexicon::{FormKind, WordClass, is_day, is_in, speaking_form};
use crate::analysis::attribution::line::view::Line;
use crate::analysis::attribution::line::when;
use crate::language::{Relation, Tag, Upos};

/// The longest noun phrase that is followed, in items.
const LONGEST: usize = 40;

/// The longest description between a participle and the name that it describes, in items: "leading heart surgeon Ana Lund".
const LONGEST_DESCRIPTION: usize = 6;

/// The parts of speech that a noun phrase begins with.
pub const BEGINS: &[Upos] = &[
    Upos::Det,
    Upos::Pron,
    Upos::Propn,
    Upos::Noun,
    Upos::Adj,
    Upos::Num,
    Upos::Sym,
];

/// The items of the simple noun phrase that ends with item `last`: determiners, adjectives, nouns, possessives.
#[must_use]
pub fn ending_at(line: Line<'_>, last: usize) -> Range<usize> {
    let mut start = last;
    if line.has(last, &[Upos::Pron]) {
        return last..last + 1;
    }
    while start > 0 && last - start < LONGEST {
        let before = start - 1;
        if is_nickname(line, before) {
            start = before;
            continue;
        }
        if !joins_next(line, before) || when::ends_before(line, before, start) {
            break;
        }
        start = before;
        // "all the council": a phrase begins with its determiner, unless another is before it.
        if line.has(start, &[Upos::Det]) && !line.has(start.wrapping_sub(1), &[Upos::Det]) {
            break;
        }
    }
    start..last + 1
}

/// The items of the noun phrase that begins with item `first`, with the phrases of *of*, *for*, *at*, *from* and *with* that
/// belong to it, and one that is joined to it: "the mayor of Ostby and her deputy".
#[must_use]
pub fn starting_at(line: Line<'_>, first: usize) -> Option<Range<usize>> {
    let mut end = core_starting_at(line, first)?.end;
    while end - first < LONGEST
        && line.has(end, &[Upos::Adp])
        && line.is_any(end, &["of", "for", "at", "from", "with"])
        && let Some(inner) = core_starting_at(line, end + 1)
    {
        end = inner.end;
    }
    if line.has(end, &[Upos::Cconj])
        && let Some(second) = core_starting_at(line, end + 1)
        && !line.has(second.end, &[Upos::Verb, Upos::Aux])
    {
        end = second.end;
    }
    Some(first..end)
}

/// The items of the noun phrase that begins with item `first`, with one *of* phrase: "the mayor of Ostby".
#[must_use]
pub fn with_of(line: Line<'_>, first: usize) -> Option<Range<usize>> {
    let core = core_starting_at(line, first)?;
    if !line.is(core.end, "of") {
        return Some(core);
    }
    core_starting_at(line, core.end + 1).map_or(Some(core), |inner| Some(first..inner.end))
}

/// The items of the simple noun phrase that begins with item `first`.
#[must_use]
pub fn core_starting_at(line: Line<'_>, first: usize) -> Option<Range<usize>> {
    if line.has(first, &[Upos::Pron]) && line.tag(first) != Tag::PossessivePronoun {
        return is_nominal(line, first).then_some(first..first + 1);
    }
    let mut end = first;
    let mut head = None;
    while end - first < LONGEST {
        if !is_nickname(line, end) {
            if !joins_phrase(line, end, first, head.is_some()) {
                break;
            }
            if line.has(end, &[Upos::Noun, Upos::Propn]) {
                head = Some(end);
            }
        }
        end += 1;
    }
    let mut head = head.or_else(|| is_nominal(line, first).then_some(first))?;
    // "the 46-year-old": the adjective at the end of the compound is the head.
    if head + 2 < end && line.is(head + 1, "-") && line.is(head + 2, "old") {
        head += 2;
    }
    Some(first..head + 1)
}

/// Whether the item can be the head of a noun phrase.
#[must_use]
pub fn is_nominal(line: Line<'_>, at: usize) -> bool {
    match line.upos(at) {
        Upos::Noun | Upos::Propn => true,
        // "Let’s say": what is left of a pronoun does nothing.
        Upos::Pron => {
            !matches!(line.tag(at), Tag::PossessivePronoun | Tag::WhPossessive)
                && !line.is(at, "there")
                && !line.form(at).starts_with(['’', '\''])
        }
        // "Many said", "some argue", "those who know".
        Upos::Det | Upos::Adj | Upos::Num => {
            is_in(WordClass::Standalone, line.form(at))
                || is_name_inside_sentence(line, at)
                || is_misread_role(line, at)
        }
        Upos::Adv | Upos::Verb => is_name_inside_sentence(line, at),
        Upos::Aux => is_name_like_auxiliary(line, at),
        Upos::Intj => is_name_and_no_exclamation(line, at),
        _ => false,
    }
}

/// Whether the item ends a name: a proper noun, or any noun with a capital, as taggers see rare family names.
#[must_use]
pub fn is_name(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Propn]) || line.has(at, &[Upos::Noun]) && line.is_capitalized(at)
}

/// Whether the item is a quotation inside a name: “Duke” in Dana “Duke” Marsh.
#[must_use]
pub fn is_nickname(line: Line<'_>, at: usize) -> bool {
    line.is_quotation(at)
        && at.checked_sub(1).is_some_and(|before| line.has(before, &[Upos::Propn]))
        && line.has(at + 1, &[Upos::Propn])
}

/// Whether the item is a relative pronoun.
#[must_use]
pub fn is_relative(line: Line<'_>, at: usize) -> bool {
    matches!(line.tag(at), Tag::WhPronoun | Tag::WhDeterminer) || line.has(at, &[Upos::Pron]) && line.is(at, "who")
}

/// "Holloway, on her way to the port, said": whether a word that is tagged as an exclamation must be a name, since it has a
/// capital and is not one that people use.
fn is_name_and_no_exclamation(line: Line<'_>, at: usize) -> bool {
    line.form(at).len() > 3 && line.is_capitalized(at) && !is_in(WordClass::Exclamation, line.form(at))
}

/// "To that, Schilling added", "And Kelly called": whether a word that is tagged as an adverb or a participle must be a name,
/// since it has a capital inside the sentence and a verb follows it.
fn is_name_inside_sentence(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // “We leave at dawn,” Frank wrote: after a quotation the sentence goes on.
    let inside = line.is_quotation(before)
        || line
            .word(before)
            .is_some_and(|word| word.upos != Upos::Punct || line.is(before, ","));
    let verb_follows = line.tag(at + 1).is_verb() && line.form(at + 1).starts_with(char::is_lowercase);
    let long_enough = line.form(at).chars().nth(3).is_some();
    line.is_capitalized(at)
        && inside
        && verb_follows
        && long_enough
        && !is_day(line.form(at))
        && !(0..at).all(|earlier| line.has(earlier, &[Upos::Punct]))
}

/// "Will wrote", "May said": whether a word that is tagged as an auxiliary must be a name, since it has a capital and the verb
/// after it is not a base form.
#[must_use]
pub fn is_name_like_auxiliary(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Aux])
        && line.is_any(at, &["will", "may"])
        && line.is_capitalized(at)
        && speaking_form(line.form(at + 1)).is_some_and(|form| form.kind == FormKind::Finite)
}

/// "the committee chairmen wrote": whether a word inside a phrase that is tagged as a determiner names people.
fn is_misread_role(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Det]) && line.has(at.wrapping_sub(1), &[Upos::Noun, Upos::Propn]) && is_person_noun(line, at)
}

/// "the council researcher Ana Lund": whether a word before a name that is tagged as a verb is what somebody is.
fn is_role_before_name(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Verb]) && line.has(at + 1, &[Upos::Propn]) && is_person_noun(line, at)
}

/// How many items a participle after a noun has at most, with what belongs to it.
const LONGEST_PARTICIPLE: usize = 10;

/// "People briefed on the plan", "a count taken last week": a phrase with the participle right after it that tells which one is meant, up
/// to item `end`. A name needs none.
#[must_use]
pub fn with_participle(line: Line<'_>, phrase: Range<usize>, end: usize) -> Range<usize> {
    let first = phrase.end;
    let describes =
        line.has(first, &[Upos::Verb]) && line.tag(first).is_participle() && line.relation(first) == Relation::Acl;
    let is_name = line.has(phrase.start, &[Upos::Propn, Upos::Pron]);
    let is_whole = (first + 1..first + LONGEST_PARTICIPLE).contains(&end)
        && (first..end).all(|at| line.word(at).is_some() && !line.is(at, ",") && !line.tag(at).is_finite());
    if describes && is_whole && !is_name {
        phrase.start..end
    } else {
        phrase
    }
}

/// Whether a word is a noun for people: "mayor".
#[must_use]
pub fn is_person_noun(line: Line<'_>, at: usize) -> bool {
    tables::noun(&line.form(at).to_lowercase()).is_some_and(|(_, noun)| noun.kind == ActorKind::Person)
}

/// Whether a participle belongs to the phrase after it though no determiner begins it: "Ostby-based lawyer Ana Lund", “…,” acting
/// mayor Ana Lund said.
fn is_participle_in_phrase(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return is_in(WordClass::BeforeTitle, line.form(at));
    };
    line.has(before, &[Upos::Det])
        || joins_compound(line, before)
        || is_in(WordClass::BeforeTitle, line.form(at))
        || line.is_quotation(before) && begins_named_phrase(line, at)
}

/// "said acting mayor Ana Lund", "according to leading surgeon Ana Lund": whether a participle begins a phrase that ends in a
/// name.
fn begins_named_phrase(line: Line<'_>, first: usize) -> bool {
    let listed = is_in(WordClass::BeforeTitle, line.form(first));
    let described = line.has(first + 1, &[Upos::Noun, Upos::Adj]) && !line.is_capitalized(first + 1);
    (listed || described)
        && (first + 1..first + LONGEST_DESCRIPTION)
            .take_while(|&at| line.has(at, &[Upos::Noun, Upos::Adj, Upos::Propn]) || joins_compound(line, at))
            .any(|at| line.has(at, &[Upos::Propn]))
}

/// "de los Robles": whether a small word is part of the name after it.
fn is_particle(line: Line<'_>, at: usize) -> bool {
    is_in(WordClass::Particle, line.form(at)) && line.has(at + 1, &[Upos::Propn])
}

/// Whether a word belongs to the phrase that goes on with the next item: "the former | mayor".
fn joins_next(line: Line<'_>, at: usize) -> bool {
    let after = |parts: &[Upos]| at > 0 && line.has(at - 1, parts);
    if is_inside_written_word(line, at) {
        return true;
    }
    match line.upos(at) {
        Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym => true,
        Upos::Pron => line.tag(at) == Tag::PossessivePronoun,
        Upos::Part => line.tag(at) == Tag::PossessiveEnding,
        // "the elected mayor"
        Upos::Verb => {
            line.tag(at).is_participle() && is_participle_in_phrase(line, at) || is_role_before_name(line, at)
        }
        // "the very old mayor", "two most unusual men"
        Upos::Adv => after(&[Upos::Det, Upos::Num]) || begins_compound(line, at),
        Upos::Punct => joins_compound(line, at),
        Upos::Cconj => line.form(at) == "&",
        Upos::X | Upos::Adp => is_particle(line, at),
        _ => false,
    }
}

/// Whether a word belongs to the phrase that began with item `first`; `headed` says whether one of its nouns has been passed.
fn joins_phrase(line: Line<'_>, at: usize, first: usize, headed: bool) -> bool {
    match line.upos(at) {
        // A day after a name is when, not who: "said Lund Monday".
        Upos::Noun | Upos::Propn => !(headed && is_day(line.form(at))),
        Upos::Det => !headed && at == first || headed && is_misread_role(line, at),
        Upos::Adj | Upos::Num | Upos::Sym => true,
        Upos::Pron => line.tag(at) == Tag::PossessivePronoun && at == first,
        Upos::Part => line.tag(at) == Tag::PossessiveEnding,
        Upos::Verb => {
            let participle = line.tag(at).is_participle() && !headed;
            participle && (at > first || begins_named_phrase(line, at))
                || at > first && (is_role_before_name(line, at) || joins_compound(line, at - 1))
        }
        Upos::Adv => begins_compound(line, at) || at > first && (!headed || is_between_names(line, at)),
        Upos::Punct => joins_compound(line, at),
        Upos::Cconj => line.form(at) == "&",
        _ => false,
    }
}

/// "FranÂ§ois": whether an item is a part of what is written as one word, as of a name that was stored in the wrong encoding.
fn is_inside_written_word(line: Line<'_>, at: usize) -> bool {
    let is_mark = |c: char| c.is_ascii_punctuation() || matches!(c, '“' | '”' | '‘' | '’' | '—' | '–' | '…' | '‑');
    let odd = |at: usize| {
        line.word(at)
            .is_some_and(|_| !line.form(at).chars().any(|c| c.is_alphanumeric() || is_mark(c)))
    };
    line.touches_next(at) && (odd(at) || odd(at + 1))
}

/// "Ostby ally Ana Lund": a small word between two names is a noun, whatever its tag.
fn is_between_names(line: Line<'_>, at: usize) -> bool {
    line.has(at - 1, &[Upos::Propn]) && line.has(at + 1, &[Upos::Propn]) && !is_day(line.form(at + 1))
}

/// "then-mayor Ana Lund", "long-serving": whether an adverb is the first part of a compound.
fn begins_compound(line: Line<'_>, at: usize) -> bool {
    line.is(at + 1, "-") && line.touches_next(at) && line.touches_next(at + 1)
}

/// "vice-mayor", "Lund/Weil", "Lund&Weil": whether a mark joins two words without a blank.
fn joins_compound(line: Line<'_>, at: usize) -> bool {
    matches!(line.form(at), "-" | "‑" | "/" | "&") && line.touches_next(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn phrases_begin_and_end() {
        let text = "Officials in June met the very old mayor of Ostby and her deputy.";
        with_line(text, |line| {
            let at = |form: &str| (0..line.len()).find(|&at| line.is(at, form)).unwrap();
            let of = |items: Range<usize>| line.span(items).of(text);
            assert_eq!(of(ending_at(line, at("mayor"))), "the very old mayor");
            assert_eq!(of(with_of(line, at("the")).unwrap()), "the very old mayor of Ostby");
            assert_eq!(
                of(starting_at(line, at("the")).unwrap()),
                "the very old mayor of Ostby and her deputy"
            );
            assert_eq!(core_starting_at(line, at("in")), None);
        });
    }
}
