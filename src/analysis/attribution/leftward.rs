//! The subject to the left of its verb: right before it, over a relative pronoun, before an insertion. It looks at no passive
//! and at nothing behind the verb.

use std::ops::Range;

use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase::{self, is_day, is_nominal, is_relative};
use crate::analysis::attribution::subject::{How, REACH, Subject, follow, has_auxiliary};
use crate::language::{Tag, Upos};

/// The subject to the left of the verb at item `verb`, followed through no more than `steps` joined verbs.
#[must_use]
pub fn before(line: Line<'_>, verb: usize, steps: usize) -> Option<Subject> {
    let mut at = verb.checked_sub(1)?;
    loop {
        let word = line.word(at)?;
        // "have said": the auxiliary may be tagged as a verb.
        let auxiliary = word.lemma == "have" && line.tag(at + 1) == Tag::PastParticiple;
        let skipped = (auxiliary || matches!(word.upos, Upos::Adv | Upos::Aux | Upos::Part))
            && word.tag != Tag::PossessiveEnding
            && word.tag != Tag::WhAdverb;
        let reflexive = word.upos == Upos::Pron && line.form_of(word).to_lowercase().ends_with("sel")
            || matches!(
                line.form_of(word).to_lowercase().as_str(),
                "himself" | "herself" | "itself" | "themselves"
            );
        let day = is_day(line.form_of(word));
        if !(skipped || day || reflexive) {
            break;
        }
        at = at.checked_sub(1)?;
        if day && line.is(at, "on") {
            at = at.checked_sub(1)?;
        }
    }
    if is_relative(line, at) {
        return antecedent(line, at);
    }
    if is_nominal(line, at) {
        return Some(Subject {
            items: leftwards(line, at),
            how: How::Before,
        });
    }
    if line.has(at, &[Upos::Cconj]) {
        let joined = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&at| line.word(at).is_some())
            .find(|&at| {
                line.word(at).is_some_and(|word| {
                    // "have not come and said": the participle stands for its finite verb.
                    let perfect = word.tag == Tag::PastParticiple && word.upos == Upos::Verb && has_auxiliary(line, at);
                    word.tag.is_finite() && word.upos != Upos::Aux || perfect
                })
            });
        if let Some(joined) = joined {
            let found = follow(line, joined, steps - 1)?;
            return Some(Subject {
                how: How::Shared,
                ..found
            });
        }
        return None;
    }
    apart(line, at)
}

/// From the head of a phrase to the left, over *of*, *at* and the like, to the phrase that they hang on.
fn leftwards(line: Line<'_>, head: usize) -> Range<usize> {
    let mut items = phrase::ending_at(line, head, 0);
    for _ in 0..4 {
        let Some(link) = items.start.checked_sub(1) else { break };
        let Some(last) = link.checked_sub(1) else { break };
        let joined = line.has(link, &[Upos::Adp])
            && line.word(link).is_some_and(|word| {
                !matches!(
                    line.form_of(word).to_lowercase().as_str(),
                    "as" | "like" | "after" | "before" | "despite" | "during" | "since" | "until" | "because"
                )
            });
        let coordinated = line.has(link, &[Upos::Cconj]) && !finite_between(line, link.saturating_sub(REACH), link);
        // "a source familiar with the plan", "a person briefed on it": the adjective hangs on the noun before it.
        let described = joined
            && (line.has(last, &[Upos::Adj]) || line.tag(last) == Tag::PastParticiple)
            && !is_nominal(line, last)
            && last > 0
            && line.has(last - 1, &[Upos::Noun]);
        if described {
            items = phrase::ending_at(line, last - 1, 0).start..items.end;
            continue;
        }
        if !(joined || coordinated) || !is_nominal(line, last) || is_relative(line, last) {
            break;
        }
        let further = phrase::ending_at(line, last, 0);
        if joined && line.has(further.start.wrapping_sub(1), &[Upos::Verb]) {
            // "met officials in Ostby said": the phrase to the left is an object.
            break;
        }
        items = further.start..items.end;
    }
    items
}

fn finite_between(line: Line<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| line.tag(at).is_finite())
}

fn antecedent(line: Line<'_>, relative: usize) -> Option<Subject> {
    let mut at = relative.checked_sub(1)?;
    if line.is(at, ",") {
        at = at.checked_sub(1)?;
    }
    if line.has(at, &[Upos::Adp]) {
        return None;
    }
    if !is_nominal(line, at) {
        return None;
    }
    Some(Subject {
        items: phrase::ending_at(line, at, 0),
        how: How::Relative,
    })
}

/// The subject before an insertion: the first noun phrase of the clause that is not led by a preposition.
fn apart(line: Line<'_>, end: usize) -> Option<Subject> {
    let first = end.saturating_sub(REACH);
    let start = (first..end)
        .rev()
        .find(|&at| {
            line.is_quotation(at)
                || line.is(at, ";")
                || line.is(at, ":")
                || (line.has(at, &[Upos::Cconj]) && at > 0 && line.is(at - 1, ","))
        })
        .map_or(first, |at| at + 1);
    let mut at = start;
    while at < end {
        if line.has(at, &[Upos::Adp, Upos::Sconj])
            || line
                .word(at)
                .is_some_and(|word| word.tag == Tag::Gerund || word.tag == Tag::PastParticiple)
        {
            // A phrase in front of the clause ends with its comma.
            at = (at..end).find(|&at| line.is(at, ","))? + 1;
            continue;
        }
        if let Some(items) = phrase::starting_at(line, at) {
            let named = line.word(items.end - 1).is_some_and(|word| !is_day(line.form_of(word)));
            if named && !is_relative(line, items.start) {
                return Some(Subject { items, how: How::Apart });
            }
            at = items.end;
            continue;
        }
        at += 1;
    }
    None
}
