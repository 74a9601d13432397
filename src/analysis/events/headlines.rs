//! Headlines, read by their tags: parsers are not at home in them. It looks for the verb and for who stands before it,
//! and knows nothing of the story below.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::events::lexicon;
use crate::analysis::events::tree::Tree;
use crate::language::{Relation, Tag, Upos};

/// What a sentence says first: who, and what of them, as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Who or what the verb is said of.
    pub subject: Option<Range<usize>>,
    /// The verb with its auxiliaries and what follows, up to the next clause.
    pub predicate: Range<usize>,
    /// Whether the subject suffers ("seven killed", "consulate bombed by rebels").
    pub passive: bool,
}

/// A headline as a clause. "World Cup: Fans celebrate" has a label, "'No more' Mayor resigns" a kicker before it.
#[must_use]
pub fn read(tree: &Tree<'_>, words: Range<usize>) -> Option<Clause> {
    let words = without_label(tree, without_kicker(tree, words));
    let (verb, passive) = verb(tree, words.clone()).or_else(|| title_case_verb(tree, words.clone()))?;
    let group = (words.start..verb)
        .rev()
        .take_while(|at| {
            matches!(tree.upos(*at), Upos::Aux | Upos::Adv | Upos::Part) && tree.tag(*at) != Tag::PossessiveEnding
        })
        .last()
        .unwrap_or(verb);
    // "Tears as fans celebrate": who celebrates stands behind the "as".
    let from = (words.start..group)
        .rev()
        .find(|at| matches!(tree.lower(*at).as_str(), "as" | "while" | "when") && at + 1 < group)
        .map_or(words.start, |at| at + 1);
    let mut subject = (from..group).find(|at| tree.upos(*at) != Upos::Punct)?..group;
    while subject.len() > 1 && tree.upos(subject.end - 1) == Upos::Punct {
        subject.end -= 1;
    }
    let named = subject.clone().any(|at| {
        matches!(
            tree.upos(at),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj
        )
    });
    (named && subject.len() <= 9).then(|| Clause {
        subject: Some(subject),
        predicate: group..end_of_clause(tree, verb, words.end, passive),
        passive,
    })
}

/// How many words a predicate is long before it is cut at the next preposition.
const PREDICATE: usize = 9;

/// Where what happened ends: at the next clause; a long predicate ends before a phrase that only adds to it.
#[must_use]
pub fn end_of_clause(tree: &Tree<'_>, verb: usize, limit: usize, passive: bool) -> usize {
    let mut end = limit;
    while end > verb + 1 && tree.upos(end - 1) == Upos::Punct {
        end -= 1;
    }
    let closes = |at: usize| match tree.lower(at).as_str() {
        "," | ";" | ":" | "—" | "–" | "because" | "and" | "while" => at - verb > 3,
        "after" | "when" | "but" => at > verb + 1 || passive || tree.upos(at) == Upos::Sconj,
        // "named as envoy", but "killed as tram derails".
        "as" => at - verb > 3 || (at + 1..end.min(at + 7)).any(|later| is_finite(tree, later)),
        _ => false,
    };
    let adds = |at: usize| at - verb >= PREDICATE && matches!(tree.upos(at), Upos::Adp | Upos::Sconj | Upos::Cconj);
    let mut cut = verb + 1;
    while cut < end && !closes(cut) && !adds(cut) {
        cut += 1;
    }
    while cut > verb + 1 && tree.upos(cut - 1) == Upos::Punct && !matches!(tree.lower(cut - 1).as_str(), "”" | "\"") {
        cut -= 1;
    }
    cut
}

/// "'I WON'T GO' Mayor clings on": what is shouted before the headline proper.
fn without_kicker(tree: &Tree<'_>, words: Range<usize>) -> Range<usize> {
    let opens = tree.lower(words.start);
    let closing = match opens.as_str() {
        "'" | "‘" | "’" => ["'", "’"],
        "\"" | "“" => ["\"", "”"],
        _ => return words,
    };
    let close = (words.start + 1..words.end).find(|at| closing.contains(&tree.lower(*at).as_str()));
    match close {
        Some(close) if words.end - close > 3 && !matches!(tree.upos(close + 1), Upos::Punct | Upos::Verb) => {
            close + 1..words.end
        }
        _ => words,
    }
}

/// What stands before a colon is a label, unless the verb stands there.
fn without_label(tree: &Tree<'_>, words: Range<usize>) -> Range<usize> {
    let colon = words.clone().find(|at| tree.lower(*at) == ":");
    match colon {
        Some(colon) if colon + 1 < words.end && verb(tree, words.start..colon).is_none() => colon + 1..words.end,
        _ => words,
    }
}

fn is_finite(tree: &Tree<'_>, at: usize) -> bool {
    matches!(
        tree.tag(at),
        Tag::ThirdPerson | Tag::PastTense | Tag::PresentTense | Tag::Modal
    ) && !is_person(tree, at)
        || at > 0 && is_headline_verb(tree, at)
}

/// "fans", "rivals": people, whom taggers take for verbs in headlines.
fn is_person(tree: &Tree<'_>, at: usize) -> bool {
    let lower = tree.lower(at);
    lexicon::known_verb(&tree.lemma(at)).is_none() && tables::noun(&lower).is_some()
}

/// Several people ("fans", "ministers").
fn is_people(tree: &Tree<'_>, at: usize) -> bool {
    let lower = tree.lower(at);
    lower.ends_with('s') && tables::noun(&lower).is_some()
}

/// "Mayor slams plan", "Bomber rams truck": verbs of headlines, which taggers take for nouns in the plural.
fn is_headline_verb(tree: &Tree<'_>, at: usize) -> bool {
    let noun = matches!(
        tree.tag(at),
        Tag::PluralNoun | Tag::PluralName | Tag::SingularNoun | Tag::SingularName
    );
    let before = at.saturating_sub(1);
    let subject = at > 0
        && (matches!(tree.upos(before), Upos::Noun | Upos::Propn)
            || tree.tag(before) == Tag::Gerund
            || tree
                .word(before)
                .is_some_and(|word| word.span.of(tree.text).starts_with(char::is_uppercase)));
    noun && subject && (lexicon::is("headline-verb", &tree.lower(at)) || is_third_person(tree, at))
}

/// A word that is a verb in the third person and no plural noun of the tables ("rejects").
fn is_third_person(tree: &Tree<'_>, at: usize) -> bool {
    let lower = tree.lower(at);
    let Some(stem) = lower.strip_suffix('s').filter(|_| tables::noun(&lower).is_none()) else {
        return false;
    };
    let bases = [
        stem.to_owned(),
        stem.trim_end_matches('e').to_owned(),
        stem.trim_end_matches("ie").to_owned() + "y",
    ];
    bases
        .iter()
        .any(|base| lexicon::known_verb(base).is_some() && lexicon::noun(base).is_none())
}

/// The first word that tells, and whether those before it suffer it.
fn verb(tree: &Tree<'_>, words: Range<usize>) -> Option<(usize, bool)> {
    let follows_nominal = |at: usize| {
        at > words.start
            && matches!(
                tree.upos(at - 1),
                Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Pron
            )
    };
    words.clone().skip(1).find_map(|at| {
        if is_headline_verb(tree, at) {
            return Some((at, false));
        }
        let lower = tree.lower(at);
        if lexicon::is("headline-state", &lower) && follows_nominal(at) {
            return Some((at, true));
        }
        // "Fans celebrate first win": a verb between people and what they do it to.
        if tree.upos(at) == Upos::Adj && lexicon::known_verb(&lower).is_some() && is_people(tree, at - 1) {
            return Some((at, false));
        }
        if tree.upos(at) != Upos::Verb || tree.relation(at) == Relation::Amod || is_person(tree, at) {
            return None;
        }
        match tree.tag(at) {
            Tag::ThirdPerson | Tag::PresentTense => Some((at, false)),
            // "Seven killed in crash": headlines leave "were" out.
            Tag::PastTense => {
                let object = at + 1 < words.end
                    && matches!(
                        tree.upos(at + 1),
                        Upos::Noun | Upos::Propn | Upos::Det | Upos::Pron | Upos::Num | Upos::Adj
                    );
                Some((at, !object && lexicon::is("headline-passive", &lower)))
            }
            Tag::PastParticiple => {
                let auxiliary = (at.saturating_sub(3).max(words.start)..at).find(|at| tree.upos(*at) == Upos::Aux);
                let has = auxiliary.is_some_and(|at| matches!(tree.lemma(at).as_str(), "have" | "’ve" | "'ve"));
                let been = (at.saturating_sub(2)..at).any(|at| tree.lower(at) == "been");
                // "Driver 'blacked out'": the words in marks are a sentence of their own.
                let marked = matches!(tree.lower(at - 1).as_str(), "'" | "‘" | "“" | "\"");
                Some((at, (!has || been) && !marked))
            }
            _ => None,
        }
    })
}

/// "Rebels Strike Border Post": where every word is capitalised, taggers see names only.
fn title_case_verb(tree: &Tree<'_>, words: Range<usize>) -> Option<(usize, bool)> {
    words.clone().skip(1).find_map(|at| {
        let object = matches!(
            tree.upos(at + 1),
            Upos::Adj | Upos::Det | Upos::Propn | Upos::Num | Upos::Pron
        ) && at + 1 < words.end;
        let verb = tree.upos(at) == Upos::Propn && lexicon::known_verb(&tree.lower(at)).is_some();
        (object && verb).then_some((at, false))
    })
}
