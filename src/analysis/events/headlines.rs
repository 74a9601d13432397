//! Headlines, read by their tags: parsers are not at home in them. It looks for the verb and for who stands before it,
//! and knows nothing of the story below.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::events::lexicon;
use crate::language::{Relation, Tag, Upos, View};

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
pub fn read(view: View<'_>, words: Range<usize>) -> Option<Clause> {
    let words = without_label(view, without_kicker(view, words));
    let (verb, passive) = verb(view, words.clone()).or_else(|| title_case_verb(view, words.clone()))?;
    let group = (words.start..verb)
        .rev()
        .take_while(|at| {
            matches!(view.upos(*at), Upos::Aux | Upos::Adv | Upos::Part) && view.tag(*at) != Tag::PossessiveEnding
        })
        .last()
        .unwrap_or(verb);
    // "Tears as fans celebrate": who celebrates stands behind the "as".
    let from = (words.start..group)
        .rev()
        .find(|at| matches!(view.lower(*at).as_str(), "as" | "while" | "when") && at + 1 < group)
        .map_or(words.start, |at| at + 1);
    let mut subject = (from..group).find(|at| view.upos(*at) != Upos::Punct)?..group;
    while subject.len() > 1 && view.upos(subject.end - 1) == Upos::Punct {
        subject.end -= 1;
    }
    let named = subject.clone().any(|at| {
        matches!(
            view.upos(at),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj
        )
    });
    (named && subject.len() <= 9).then(|| Clause {
        subject: Some(subject),
        predicate: group..end_of_clause(view, verb, words.end, passive),
        passive,
    })
}

/// How many words a predicate is long before it is cut at the next preposition.
const PREDICATE: usize = 9;

/// Where what happened ends: at the next clause; a long predicate ends before a phrase that only adds to it.
#[must_use]
pub fn end_of_clause(view: View<'_>, verb: usize, limit: usize, passive: bool) -> usize {
    let mut end = limit;
    while end > verb + 1 && view.upos(end - 1) == Upos::Punct {
        end -= 1;
    }
    let closes = |at: usize| match view.lower(at).as_str() {
        "," | ";" | ":" | "—" | "–" | "because" | "and" | "while" => at - verb > 3,
        "after" | "when" | "but" => at > verb + 1 || passive || view.upos(at) == Upos::Sconj,
        // "named as envoy", but "killed as tram derails".
        "as" => at - verb > 3 || (at + 1..end.min(at + 7)).any(|later| is_finite(view, later)),
        _ => false,
    };
    let adds = |at: usize| at - verb >= PREDICATE && matches!(view.upos(at), Upos::Adp | Upos::Sconj | Upos::Cconj);
    let mut cut = verb + 1;
    while cut < end && !closes(cut) && !adds(cut) {
        cut += 1;
    }
    while cut > verb + 1 && view.upos(cut - 1) == Upos::Punct && !matches!(view.lower(cut - 1).as_str(), "”" | "\"") {
        cut -= 1;
    }
    cut
}

/// "'I WON'T GO' Mayor clings on": what is shouted before the headline proper.
fn without_kicker(view: View<'_>, words: Range<usize>) -> Range<usize> {
    let opens = view.lower(words.start);
    let closing = match opens.as_str() {
        "'" | "‘" | "’" => ["'", "’"],
        "\"" | "“" => ["\"", "”"],
        _ => return words,
    };
    let close = (words.start + 1..words.end).find(|at| closing.contains(&view.lower(*at).as_str()));
    match close {
        Some(close) if words.end - close > 3 && !matches!(view.upos(close + 1), Upos::Punct | Upos::Verb) => {
            close + 1..words.end
        }
        _ => words,
    }
}

/// What stands before a colon is a label, unless the verb stands there.
fn without_label(view: View<'_>, words: Range<usize>) -> Range<usize> {
    let colon = words.clone().find(|at| view.lower(*at) == ":");
    match colon {
        Some(colon) if colon + 1 < words.end && verb(view, words.start..colon).is_none() => colon + 1..words.end,
        _ => words,
    }
}

fn is_finite(view: View<'_>, at: usize) -> bool {
    matches!(
        view.tag(at),
        Tag::ThirdPerson | Tag::PastTense | Tag::PresentTense | Tag::Modal
    ) && !is_person(view, at)
        || at > 0 && is_headline_verb(view, at)
}

/// "fans", "rivals": people, whom taggers take for verbs in headlines.
fn is_person(view: View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    lexicon::known_verb(&view.lemma(at)).is_none() && tables::noun(&lower).is_some()
}

/// Several people ("fans", "ministers").
fn is_people(view: View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    lower.ends_with('s') && tables::noun(&lower).is_some()
}

/// "Mayor slams plan", "Bomber rams truck": verbs of headlines, which taggers take for nouns in the plural.
fn is_headline_verb(view: View<'_>, at: usize) -> bool {
    let noun = matches!(
        view.tag(at),
        Tag::PluralNoun | Tag::PluralName | Tag::SingularNoun | Tag::SingularName
    );
    let before = at.saturating_sub(1);
    let subject = at > 0
        && (matches!(view.upos(before), Upos::Noun | Upos::Propn)
            || view.tag(before) == Tag::Gerund
            || view
                .word(before)
                .is_some_and(|word| word.span.of(view.text).starts_with(char::is_uppercase)));
    noun && subject && (lexicon::is("headline-verb", &view.lower(at)) || is_third_person(view, at))
}

/// A word that is a verb in the third person and no plural noun of the tables ("rejects").
fn is_third_person(view: View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
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
fn verb(view: View<'_>, words: Range<usize>) -> Option<(usize, bool)> {
    let follows_nominal = |at: usize| {
        at > words.start
            && matches!(
                view.upos(at - 1),
                Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Pron
            )
    };
    words.clone().skip(1).find_map(|at| {
        if is_headline_verb(view, at) {
            return Some((at, false));
        }
        let lower = view.lower(at);
        if lexicon::is("headline-state", &lower) && follows_nominal(at) {
            return Some((at, true));
        }
        // "Fans celebrate first win": a verb between people and what they do it to.
        if view.upos(at) == Upos::Adj && lexicon::known_verb(&lower).is_some() && is_people(view, at - 1) {
            return Some((at, false));
        }
        if view.upos(at) != Upos::Verb || view.relation(at) == Relation::Amod || is_person(view, at) {
            return None;
        }
        match view.tag(at) {
            Tag::ThirdPerson | Tag::PresentTense => Some((at, false)),
            // "Seven killed in crash": headlines leave "were" out.
            Tag::PastTense => {
                let object = at + 1 < words.end
                    && matches!(
                        view.upos(at + 1),
                        Upos::Noun | Upos::Propn | Upos::Det | Upos::Pron | Upos::Num | Upos::Adj
                    );
                Some((at, !object && lexicon::is("headline-passive", &lower)))
            }
            Tag::PastParticiple => {
                let auxiliary = (at.saturating_sub(3).max(words.start)..at).find(|at| view.upos(*at) == Upos::Aux);
                let has = auxiliary.is_some_and(|at| matches!(view.lemma(at).as_str(), "have" | "’ve" | "'ve"));
                let been = (at.saturating_sub(2)..at).any(|at| view.lower(at) == "been");
                // "Driver 'blacked out'": the words in marks are a sentence of their own.
                let marked = matches!(view.lower(at - 1).as_str(), "'" | "‘" | "“" | "\"");
                Some((at, (!has || been) && !marked))
            }
            _ => None,
        }
    })
}

/// "Rebels Strike Border Post": where every word is capitalised, taggers see names only.
fn title_case_verb(view: View<'_>, words: Range<usize>) -> Option<(usize, bool)> {
    words.clone().skip(1).find_map(|at| {
        let object = matches!(
            view.upos(at + 1),
            Upos::Adj | Upos::Det | Upos::Propn | Upos::Num | Upos::Pron
        ) && at + 1 < words.end;
        let verb = view.upos(at) == Upos::Propn && lexicon::known_verb(&view.lower(at)).is_some();
        (object && verb).then_some((at, false))
    })
}
