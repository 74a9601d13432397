//! Who does what a verb says: the subject of a cue, by parts of speech and by the parse where there is one.

use std::ops::Range;

use crate::analysis::attribution::parsed;
use crate::analysis::attribution::phrase::{self, is_day, is_nominal, is_relative};
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::Upos;

/// The subject of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its noun phrase, as items of the unit.
    pub items: Range<usize>,
    /// How it was found.
    pub how: How,
}

/// How a subject was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Stands directly before the verb.
    Before,
    /// Stands behind the verb ("said the mayor").
    Inverted,
    /// Stands before an insertion ("Lund, who owns the mill, said").
    Apart,
    /// Taken from the verb that this one is joined to.
    Shared,
    /// The noun that a relative clause describes.
    Relative,
    /// The agent of a passive ("described by Lund as").
    Agent,
}

/// How many steps a subject is followed through joined verbs.
const FARTHEST: usize = 4;

/// How many items away from its verb a subject is looked for; this keeps a sentence without an end linear.
const REACH: usize = 80;

/// The subject of the verb at item `verb`; `None` where it has none (a passive without an agent, an imperative).
#[must_use]
pub fn subject(page: &Page<'_>, unit: &Unit, verb: usize) -> Option<Subject> {
    follow(page, unit, verb, FARTHEST)
}

fn follow(page: &Page<'_>, unit: &Unit, verb: usize, steps: usize) -> Option<Subject> {
    if steps == 0 {
        return None;
    }
    if is_passive(page, unit, verb) {
        return agent(page, unit, verb);
    }
    let word = page.word(unit, verb)?;
    let infinitive = word.xpos == "VB" && verb > 0 && page.is(unit, verb - 1, "to");
    if infinitive || word.xpos == "VBG" && !has_auxiliary(page, unit, verb) {
        return participle(page, unit, verb, steps);
    }
    before(page, unit, verb, steps).or_else(|| {
        // On published news the parts of speech were right more often wherever both name somebody.
        let items = parsed::subject(page, unit, verb)?;
        Some(Subject { items, how: How::Apart })
    })
}

/// Whether the verb is a participle behind a form of *be* or *get*.
#[must_use]
pub fn is_passive(page: &Page<'_>, unit: &Unit, verb: usize) -> bool {
    let Some(word) = page.word(unit, verb) else {
        return false;
    };
    if !matches!(word.xpos, "VBN" | "VBD") {
        return false;
    }
    auxiliaries(page, unit, verb)
        .next()
        .is_some_and(|lemma| lemma == "be" || lemma == "get")
}

fn has_auxiliary(page: &Page<'_>, unit: &Unit, verb: usize) -> bool {
    auxiliaries(page, unit, verb).next().is_some()
}

/// The auxiliaries before a verb, nearest first.
fn auxiliaries<'a>(page: &'a Page<'a>, unit: &'a Unit, verb: usize) -> impl Iterator<Item = &'a str> {
    (0..verb)
        .rev()
        .map_while(move |at| page.word(unit, at))
        .take_while(|word| matches!(word.upos, Upos::Aux | Upos::Adv | Upos::Part) || word.lemma == "be")
        .filter(|word| word.upos == Upos::Aux || word.lemma == "be")
        .map(|word| word.lemma.as_str())
        .take(5)
}

/// Whether the verb is denied ("did not say").
#[must_use]
pub fn is_negated(page: &Page<'_>, unit: &Unit, verb: usize) -> bool {
    (0..verb)
        .rev()
        .map_while(|at| page.word(unit, at))
        .take_while(|word| matches!(word.upos, Upos::Aux | Upos::Adv | Upos::Part))
        .take(5)
        .any(|word| {
            matches!(
                page.form(word).to_lowercase().as_str(),
                "not" | "n't" | "n’t" | "never" | "nor"
            )
        })
}

fn agent(page: &Page<'_>, unit: &Unit, verb: usize) -> Option<Subject> {
    let by = (verb + 1..(verb + 12).min(unit.items.len())).find(|&at| page.is(unit, at, "by"))?;
    let items = phrase::starting_at(page, unit, by + 1)?;
    let named = page.word(unit, items.end - 1)?;
    if is_day(page.form(named)) {
        return None;
    }
    Some(Subject { items, how: How::Agent })
}

/// The subject of a bare participle or an infinitive is that of the clause it hangs on: the one before it, or the one behind it where
/// the sentence begins with the participle.
fn participle(page: &Page<'_>, unit: &Unit, verb: usize, steps: usize) -> Option<Subject> {
    let finite = |at: &usize| page.word(unit, *at).is_some_and(|word| is_finite(word.xpos));
    let main = governor(page, unit, verb)
        .or_else(|| (verb.saturating_sub(REACH)..verb).rev().find(finite))
        .or_else(|| (verb + 1..unit.items.len().min(verb + REACH)).find(finite))?;
    if main < verb
        && let Some(inverted) = inverted(page, unit, main)
        && before(page, unit, main, 1).is_none()
    {
        return Some(Subject {
            how: How::Shared,
            ..inverted
        });
    }
    let found = follow(page, unit, main, steps - 1)?;
    Some(Subject {
        how: How::Shared,
        ..found
    })
}

/// The finite verb before a comma that the parse hangs a participle on: "Berg said it was safe, adding that" hangs on
/// *said*, not on the nearer *was*.
fn governor(page: &Page<'_>, unit: &Unit, verb: usize) -> Option<usize> {
    let word = page.word(unit, verb).filter(|word| word.relation == "advcl")?;
    let behind_comma = verb.checked_sub(1).is_some_and(|before| page.is(unit, before, ","));
    let head = word.head.filter(|_| behind_comma)?;
    (verb.saturating_sub(REACH)..verb)
        .rev()
        .find(|&at| matches!(unit.items.get(at), Some(&Item::Word(index)) if index == head))
        .filter(|&at| page.word(unit, at).is_some_and(|word| is_finite(word.xpos)))
}

/// Whether a Penn tag is that of a finite verb or a modal.
#[must_use]
pub fn is_finite(xpos: &str) -> bool {
    matches!(xpos, "VBD" | "VBZ" | "VBP" | "MD")
}

/// The subject behind the verb, as in "said the mayor of Ostby".
#[must_use]
pub fn inverted(page: &Page<'_>, unit: &Unit, verb: usize) -> Option<Subject> {
    let first = verb + 1;
    let word = page.word(unit, first)?;
    if is_relative(page, unit, first) || is_day(page.form(word)) {
        return None;
    }
    if word.upos == Upos::Pron
        && matches!(
            page.form(word).to_lowercase().as_str(),
            "him" | "her" | "them" | "me" | "us" | "it" | "that" | "this"
        )
    {
        return None;
    }
    let items = phrase::starting_at(page, unit, first)?;
    Some(Subject {
        items,
        how: How::Inverted,
    })
}

fn before(page: &Page<'_>, unit: &Unit, verb: usize, steps: usize) -> Option<Subject> {
    let mut at = verb.checked_sub(1)?;
    loop {
        let word = page.word(unit, at)?;
        // "have said": the auxiliary may be tagged as a verb.
        let auxiliary = word.lemma == "have" && page.word(unit, at + 1).is_some_and(|next| next.xpos == "VBN");
        let skipped = (auxiliary || matches!(word.upos, Upos::Adv | Upos::Aux | Upos::Part))
            && word.xpos != "POS"
            && !word.xpos.starts_with("WRB");
        let reflexive = word.upos == Upos::Pron && page.form(word).to_lowercase().ends_with("sel")
            || matches!(
                page.form(word).to_lowercase().as_str(),
                "himself" | "herself" | "itself" | "themselves"
            );
        let day = is_day(page.form(word));
        if !(skipped || day || reflexive) {
            break;
        }
        at = at.checked_sub(1)?;
        if day && page.is(unit, at, "on") {
            at = at.checked_sub(1)?;
        }
    }
    if is_relative(page, unit, at) {
        return antecedent(page, unit, at);
    }
    if is_nominal(page, unit, at) {
        return Some(Subject {
            items: leftwards(page, unit, at),
            how: How::Before,
        });
    }
    if page.has(unit, at, &[Upos::Cconj]) {
        let joined = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&at| page.word(unit, at).is_some())
            .find(|&at| {
                page.word(unit, at).is_some_and(|word| {
                    // "have not come and said": the participle stands for its finite verb.
                    let perfect = word.xpos == "VBN" && word.upos == Upos::Verb && has_auxiliary(page, unit, at);
                    is_finite(word.xpos) && word.upos != Upos::Aux || perfect
                })
            });
        if let Some(joined) = joined {
            let found = follow(page, unit, joined, steps - 1)?;
            return Some(Subject {
                how: How::Shared,
                ..found
            });
        }
        return None;
    }
    apart(page, unit, at)
}

/// From the head of a phrase to the left, over *of*, *at* and the like, to the phrase that they hang on.
fn leftwards(page: &Page<'_>, unit: &Unit, head: usize) -> Range<usize> {
    let mut items = phrase::ending_at(page, unit, head, 0);
    for _ in 0..4 {
        let Some(link) = items.start.checked_sub(1) else { break };
        let Some(last) = link.checked_sub(1) else { break };
        let joined = page.has(unit, link, &[Upos::Adp])
            && page.word(unit, link).is_some_and(|word| {
                !matches!(
                    page.form(word).to_lowercase().as_str(),
                    "as" | "like" | "after" | "before" | "despite" | "during" | "since" | "until" | "because"
                )
            });
        let coordinated =
            page.has(unit, link, &[Upos::Cconj]) && !finite_between(page, unit, link.saturating_sub(REACH), link);
        // "a source familiar with the plan", "a person briefed on it": the adjective hangs on the noun before it.
        let described = joined
            && (page.has(unit, last, &[Upos::Adj]) || page.word(unit, last).is_some_and(|word| word.xpos == "VBN"))
            && !is_nominal(page, unit, last)
            && last > 0
            && page.has(unit, last - 1, &[Upos::Noun]);
        if described {
            items = phrase::ending_at(page, unit, last - 1, 0).start..items.end;
            continue;
        }
        if !(joined || coordinated) || !is_nominal(page, unit, last) || is_relative(page, unit, last) {
            break;
        }
        let further = phrase::ending_at(page, unit, last, 0);
        if joined && page.has(unit, further.start.wrapping_sub(1), &[Upos::Verb]) {
            // "met officials in Ostby said": the phrase to the left is an object.
            break;
        }
        items = further.start..items.end;
    }
    items
}

fn finite_between(page: &Page<'_>, unit: &Unit, from: usize, to: usize) -> bool {
    (from..to).any(|at| page.word(unit, at).is_some_and(|word| is_finite(word.xpos)))
}

fn antecedent(page: &Page<'_>, unit: &Unit, relative: usize) -> Option<Subject> {
    let mut at = relative.checked_sub(1)?;
    if page.is(unit, at, ",") {
        at = at.checked_sub(1)?;
    }
    if page.has(unit, at, &[Upos::Adp]) {
        return None;
    }
    if !is_nominal(page, unit, at) {
        return None;
    }
    Some(Subject {
        items: phrase::ending_at(page, unit, at, 0),
        how: How::Relative,
    })
}

/// The subject before an insertion: the first noun phrase of the clause that is not led by a preposition.
fn apart(page: &Page<'_>, unit: &Unit, end: usize) -> Option<Subject> {
    let first = end.saturating_sub(REACH);
    let start = (first..end)
        .rev()
        .find(|&at| {
            matches!(unit.items.get(at), Some(Item::Quote(_)))
                || page.is(unit, at, ";")
                || page.is(unit, at, ":")
                || (page.has(unit, at, &[Upos::Cconj]) && at > 0 && page.is(unit, at - 1, ","))
        })
        .map_or(first, |at| at + 1);
    let mut at = start;
    while at < end {
        if page.has(unit, at, &[Upos::Adp, Upos::Sconj])
            || page
                .word(unit, at)
                .is_some_and(|word| word.xpos == "VBG" || word.xpos == "VBN")
        {
            // A phrase in front of the clause ends with its comma.
            at = (at..end).find(|&at| page.is(unit, at, ","))? + 1;
            continue;
        }
        if let Some(items) = phrase::starting_at(page, unit, at) {
            let named = page
                .word(unit, items.end - 1)
                .is_some_and(|word| !is_day(page.form(word)));
            if named && !is_relative(page, unit, items.start) {
                return Some(Subject { items, how: How::Apart });
            }
            at = items.end;
            continue;
        }
        at += 1;
    }
    None
}
