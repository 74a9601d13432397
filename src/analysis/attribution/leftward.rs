//! The subject to the left of its verb: right before it, over a relative pronoun, before an insertion. It looks at no passive
//! and at nothing behind the verb.

use std::ops::Range;

use crate::analysis::attribution::phrase::{self, is_day, is_nominal, is_relative};
use crate::analysis::attribution::subject::{How, REACH, Subject, follow, has_auxiliary};
use crate::analysis::attribution::unit::{Page, Unit};
use crate::language::{Tag, Upos};

/// The subject to the left of the verb at item `verb`, followed through no more than `steps` joined verbs.
#[must_use]
pub fn before(page: &Page<'_>, unit: &Unit, verb: usize, steps: usize) -> Option<Subject> {
    let mut at = verb.checked_sub(1)?;
    loop {
        let word = page.word(unit, at)?;
        // "have said": the auxiliary may be tagged as a verb.
        let auxiliary = word.lemma == "have"
            && page
                .word(unit, at + 1)
                .is_some_and(|next| next.tag == Tag::PastParticiple);
        let skipped = (auxiliary || matches!(word.upos, Upos::Adv | Upos::Aux | Upos::Part))
            && word.tag != Tag::PossessiveEnding
            && word.tag != Tag::WhAdverb;
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
                    let perfect =
                        word.tag == Tag::PastParticiple && word.upos == Upos::Verb && has_auxiliary(page, unit, at);
                    word.tag.is_finite() && word.upos != Upos::Aux || perfect
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
            && (page.has(unit, last, &[Upos::Adj])
                || page
                    .word(unit, last)
                    .is_some_and(|word| word.tag == Tag::PastParticiple))
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
    (from..to).any(|at| page.word(unit, at).is_some_and(|word| word.tag.is_finite()))
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
            unit.is_quotation(at)
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
                .is_some_and(|word| word.tag == Tag::Gerund || word.tag == Tag::PastParticiple)
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
