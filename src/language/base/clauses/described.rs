//! Clauses that describe the subject of a sentence: "the company that built the dam", "a bill to raise wages", "the man accused of
//! theft". The verb around them is the next one that has no subject of its own; where that is open, nothing is found.

use std::ops::Range;

use crate::language::base::clauses::enclosed::Enclosed;
use crate::language::base::clauses::fronted;
use crate::language::base::clauses::reader::{Group, Reader};
use crate::language::{Relation, Tag, Upos};
use crate::text::table::WordList;

/// Verbs after which a noun and a verb are a clause of their own: "the man who said Rao left died".
static TAKE_CLAUSES: WordList = WordList::new(include_str!("clause_verbs.txt"));

/// How many verbs after a clause may be passed over in the search for the one around it.
const PASSED_OVER: usize = 4;

/// The next clause from a word on that describes the subject of the sentence.
pub fn next(read: Reader<'_>, from: usize) -> Option<Enclosed> {
    (from.max(1)..read.len()).find_map(|at| clause(read, at))
}

/// The clause that a word opens.
fn clause(read: Reader<'_>, opener: usize) -> Option<Enclosed> {
    let kind = kind(read, opener)?;
    let begins = if read.is_comma(opener - 1) { opener - 1 } else { opener };
    let described = begins.checked_sub(1).filter(|at| read.is_nominal(*at))?;
    let first = first_of_subject(read, described)?;
    let subject = read.phrase_head(described, first);
    let verb = match kind {
        Kind::Relative => read.next_verb(opener + 1)?.head,
        Kind::Infinitive => last_infinitive(read, opener + 1)?,
        Kind::Participle => opener,
    };
    if begins < opener && kind != Kind::Relative {
        return None;
    }
    let main = verb_around(read, opener, verb, begins < opener)?;
    let is_inside = |at: usize| read.head(at).is_some_and(|head| (begins..main.start).contains(&head));
    let adverbs = (main.start..main.finite).take_while(|at| is_inside(*at)).count();
    let words = begins..main.start + adverbs;
    let (own_subject, own_relation) = match kind {
        Kind::Relative => subject_inside(read, opener, verb),
        _ => (None, None),
    };
    words.contains(&verb).then_some(Enclosed {
        words,
        verb,
        opener: own_relation.map(|relation| (opener, relation)),
        own_subject,
        host: host(read, verb, first..described + 1),
        relation: if kind == Kind::Relative {
            Relation::AclRelcl
        } else {
            Relation::Acl
        },
        main: main.head,
        subject: Some(subject),
    })
}

/// The noun that a clause describes: the one on which the parse hangs it, if that is in the subject, else the last one.
fn host(read: Reader<'_>, verb: usize, subject: Range<usize>) -> usize {
    let last = subject.end.saturating_sub(1);
    let parsed = read
        .head(verb)
        .filter(|head| subject.contains(head) && read.is_nominal(*head));
    parsed.unwrap_or_else(|| read.phrase_head(last, read.chunk_start(last)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// "who", "which", "that", "whose", "where"
    Relative,
    /// "to raise"
    Infinitive,
    /// "accused of", "running"
    Participle,
}

fn kind(read: Reader<'_>, at: usize) -> Option<Kind> {
    let follows_noun = at > 0 && read.is_nominal(at - 1);
    let is_relative = matches!(read.tag(at), Tag::WhDeterminer | Tag::WhPronoun | Tag::WhPossessive)
        || read.is_any(at, &["where"]) && read.tag(at) == Tag::WhAdverb;
    if is_relative && (follows_noun || read.is_comma(at - 1)) {
        return Some(Kind::Relative);
    }
    let describes = matches!(read.upos(at.wrapping_sub(1)), Upos::Noun | Upos::Propn)
        && !matches!(read.relation(at), Relation::Amod | Relation::Compound);
    if !follows_noun || !describes {
        return None;
    }
    match read.tag(at) {
        Tag::To if read.tag(at + 1) == Tag::BaseVerb => Some(Kind::Infinitive),
        // Before an object a participle may be a past tense that the tagger took for one.
        Tag::PastParticiple if matches!(read.tag(at + 1), Tag::Preposition | Tag::To) => Some(Kind::Participle),
        Tag::Gerund if read.upos(at) == Upos::Verb => Some(Kind::Participle),
        _ => None,
    }
}

/// Where the phrase begins that ends at a noun, if it can be the subject of the sentence: at its head, or after what says that
/// somebody says so; not after a preposition or a verb. "The trial of a mayor" is one phrase.
fn first_of_subject(read: Reader<'_>, noun: usize) -> Option<usize> {
    let mut first = read.chunk_start(noun);
    while let Some(before) = first.checked_sub(1) {
        let is_joined = before > 0 && read.is_any(before, &["of", "in", "for", "from", "at", "and"]);
        if is_joined && read.is_nominal(before - 1) {
            first = read.chunk_start(before - 1);
            continue;
        }
        let is_apart =
            read.upos(before) == Upos::Punct && !read.is_comma(before) || read.is_any(before, &["said", "says"]);
        let is_led_in =
            || read.next_verb(0).is_some_and(|verb| verb.finite > before) || fronted::opener(read, 0).is_some();
        let is_after_phrase = read.is_comma(before) && !read.has_comma(0..before) && is_led_in();
        let is_said = read.is_any(before, &["that"]) && read.upos(before) == Upos::Sconj;
        return (is_apart || is_after_phrase || is_said).then_some(first);
    }
    Some(first)
}

/// "to be raised", "to raise".
fn last_infinitive(read: Reader<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    while read.upos(at) == Upos::Aux && at < from + 2 {
        at += 1;
    }
    (read.upos(at) == Upos::Verb).then_some(at)
}

/// The verb around a clause: the next finite one that is not joined to its verb and has no subject and no opening word of its own.
/// A clause after a comma ends at one.
fn verb_around(read: Reader<'_>, opener: usize, verb: usize, is_apart: bool) -> Option<Group> {
    let mut last = verb;
    let mut from = verb + 1;
    for _ in 0..PASSED_OVER {
        let next = read.next_verb(from)?;
        let before = next.start.checked_sub(1)?;
        from = next.head.max(next.finite) + 1;
        let is_closed = read.is_comma(before);
        let opened = (last + 1..next.start).any(|at| read.opens_clause(at));
        let is_joined = read.upos(before) == Upos::Cconj;
        if is_joined || opened || read.is_subject_pronoun(before) {
            last = next.head;
            continue;
        }
        // "Lund, who resigned, and Rao, who replaced her, met": the clause ends at the first of these.
        let is_listed = (verb..before).any(|at| read.is_comma(at) && read.upos(at + 1) == Upos::Cconj);
        if is_apart && is_listed {
            return None;
        }
        if is_apart || is_closed {
            // "the bank, which lost millions, the mayor said, …": who says so is no part of either.
            return (is_apart && is_closed).then_some(next);
        }
        let is_last = read.next_verb(from).is_none();
        let is_told = TAKE_CLAUSES.has(read.lemma(last)) && read.is_nominal(before) && !is_last;
        let is_torn = read.has_comma(opener..next.start);
        return (!is_told && !is_torn && !read.opens_clause(before)).then_some(next);
    }
    None
}

/// The subject of a relative clause, and what the word that opens it is to its verb: the word itself ("that built"), or the noun
/// before the verb ("where the plant is", "whose novels about towns sold").
fn subject_inside(read: Reader<'_>, opener: usize, verb: usize) -> (Option<usize>, Option<Relation>) {
    let Some(group) = read.next_verb(opener + 1) else {
        return (None, None);
    };
    if group.start == opener + 1 {
        return (Some(opener), None);
    }
    let is_pronoun = |at: usize| read.tag(at) == Tag::PersonalPronoun;
    let noun = (opener + 1..group.start).find(|at| {
        is_pronoun(*at) || read.is_nominal(*at) && !read.is_nominal(at + 1) && read.tag(at + 1) != Tag::PossessiveEnding
    });
    let is_plain = |noun: usize| !(opener + 1..noun).any(|at| read.upos(at) == Upos::Adp);
    let relation = (read.tag(opener) == Tag::WhAdverb).then_some(Relation::Advmod);
    (noun.filter(|noun| *noun < verb && is_plain(*noun)), relation)
}
