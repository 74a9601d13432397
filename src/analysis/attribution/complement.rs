//! Where the content of a cue begins, and in which form the cue takes it. It does not look for the end.

use crate::analysis::attribution::clause::{NEAR, NOMINAL, begins_clause, has_predicate, is_clause};
use crate::analysis::attribution::cues::{Complement, Complements};
use crate::analysis::attribution::phrase::{self, is_day};
use crate::analysis::attribution::unit::{Page, Unit};
use crate::language::{Relation, Tag, Upos};

/// How many adverbials are stepped over between a cue and its content.
const STEPS: usize = 4;

/// How many items may describe a listener behind its name.
const LONGEST_LISTENER: usize = 16;

/// How many items an aside between a cue and its clause may have, its marks included.
const LONGEST_ASIDE: usize = 12;

/// How many items may stand between a noun phrase and its *as*.
const FARTHEST_AS: usize = 10;

/// The first item of what the cue at item `cue` reports, and its form; `None` where nothing follows that the cue takes.
#[must_use]
pub fn after(
    page: &Page<'_>,
    unit: &Unit,
    cue: usize,
    takes: Complements,
    passive: bool,
) -> Option<(Complement, usize)> {
    let mut at = cue + 1;
    let firm = !passive && page.word(unit, cue).is_some_and(|word| word.lemma == "say");
    if firm && opener(page, unit, at).is_none() && has_predicate(page, unit, at) {
        return takes.takes(Complement::Zero).then_some((Complement::Zero, at));
    }
    if firm
        && page.has(unit, at, &[Upos::Adp])
        && let Some(found) = far_that(page, unit, at, takes)
    {
        return Some(found);
    }
    if let Some(that) = behind_aside(page, unit, at)
        && takes.takes(Complement::That)
    {
        return (!passive).then_some((Complement::That, that));
    }
    for _ in 0..STEPS {
        if let Some(form) = opener(page, unit, at) {
            let form = if passive && form == Complement::That {
                Complement::PassiveThat
            } else {
                form
            };
            return takes.takes(form).then_some((form, at));
        }
        at = match adverbial(page, unit, at) {
            Some(next) => next,
            None => break,
        };
    }
    if passive {
        return (infinitive(page, unit, at) && takes.takes(Complement::PassiveTo))
            .then_some((Complement::PassiveTo, at));
    }
    if takes.listener
        && let Some(found) = behind_listener(page, unit, at, takes)
    {
        return Some(found);
    }
    bare(page, unit, at, takes)
}

/// The *that* behind an aside between two marks of one kind: "said — on the radio — that", "said, on Monday, that".
fn behind_aside(page: &Page<'_>, unit: &Unit, at: usize) -> Option<usize> {
    let mark = page
        .word(unit, at)
        .map(|word| page.form(word))
        .filter(|form| matches!(*form, "," | "—" | "–" | "--" | "-"))?;
    (at + 1..(at + LONGEST_ASIDE).min(unit.items.len()))
        .find(|&at| page.is(unit, at, mark))
        .map(|close| close + 1)
        .filter(|&next| page.is(unit, next, "that") && opener(page, unit, next).is_some())
}

/// "that", "whether", "how": words that open a clause.
fn opener(page: &Page<'_>, unit: &Unit, at: usize) -> Option<Complement> {
    let word = page.word(unit, at)?;
    let form = page.form(word).to_lowercase();
    if form == "that" {
        // "the promise that won": a relative clause.
        let relative = page.word(unit, at + 1).is_some_and(|next| next.tag.is_finite());
        let clause = word.relation != Relation::Det
            && !relative
            && !page.has(unit, at + 1, &[Upos::Punct])
            && unit.items.len() > at + 1;
        return clause.then_some(Complement::That);
    }
    (matches!(form.as_str(), "if" | "whether")
        || matches!(word.tag, Tag::WhPronoun | Tag::WhAdverb | Tag::WhPossessive)
        || word.tag == Tag::WhDeterminer && form != "that")
        .then_some(Complement::Wh)
}

/// Steps over an adverb, a day, or a phrase that says when, where or to whom, where a clause or a day follows it.
fn adverbial(page: &Page<'_>, unit: &Unit, at: usize) -> Option<usize> {
    adverbial_within(page, unit, at, STEPS)
}

/// The same, with at most `steps` phrases in a row in front of what follows ("said in Ostby at noon that").
fn adverbial_within(page: &Page<'_>, unit: &Unit, at: usize, steps: usize) -> Option<usize> {
    let word = page.word(unit, at)?;
    let form = page.form(word);
    let focus = ["not", "only", "even", "just"];
    if word.tag == Tag::Adverb && !focus.iter().any(|known| form.eq_ignore_ascii_case(known)) || is_day(form) {
        return Some(at + 1);
    }
    if page.is(unit, at, "on") && page.word(unit, at + 1).is_some_and(|next| is_day(page.form(next))) {
        return Some(at + 2);
    }
    let leads = ["in", "at", "to", "during", "on", "with"];
    if word.upos == Upos::Adp && leads.iter().any(|known| form.eq_ignore_ascii_case(known)) {
        let end = phrase::with_of(page, unit, at + 1)?.end;
        let goes_on = opener(page, unit, end).is_some()
            || steps > 0 && page.has(unit, end, &[Upos::Adp]) && adverbial_within(page, unit, end, steps - 1).is_some()
            || page.word(unit, end).is_some_and(|next| is_day(page.form(next)))
            || page.is(unit, end, "on");
        return goes_on.then_some(end);
    }
    None
}

/// "told reporters on Monday that", "warned the council it would".
fn behind_listener(page: &Page<'_>, unit: &Unit, at: usize, takes: Complements) -> Option<(Complement, usize)> {
    let mut end = phrase::with_of(page, unit, at)?.end;
    for _ in 0..STEPS {
        if let Some(form) = opener(page, unit, end).filter(|&form| takes.takes(form)) {
            return Some((form, end));
        }
        match adverbial(page, unit, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    if takes.takes(Complement::Zero) && page.has(unit, end, NOMINAL) && is_clause(page, unit, end, 1) {
        return Some((Complement::Zero, end));
    }
    // "told a crowd at the hall in Ostby that", "telling Lund, the head of the council, that".
    far_that(page, unit, end, takes)
}

/// The *that* behind phrases without a verb: "said at a rally in the hall of Ostby that".
fn far_that(page: &Page<'_>, unit: &Unit, from: usize, takes: Complements) -> Option<(Complement, usize)> {
    let that = (from..(from + LONGEST_LISTENER).min(unit.items.len()))
        .take_while(|&at| {
            page.word(unit, at)
                .is_some_and(|word| !matches!(word.upos, Upos::Verb | Upos::Aux))
        })
        .find(|&at| opener(page, unit, at) == Some(Complement::That))?;
    takes.takes(Complement::That).then_some((Complement::That, that))
}

/// What follows the cue directly: an infinitive, a gerund, a clause without *that*, a noun phrase, a preposition.
fn bare(page: &Page<'_>, unit: &Unit, at: usize, takes: Complements) -> Option<(Complement, usize)> {
    if infinitive(page, unit, at) {
        return takes.takes(Complement::To).then_some((Complement::To, at));
    }
    let word = page.word(unit, at)?;
    if word.tag == Tag::Gerund && word.upos == Upos::Verb && takes.takes(Complement::Gerund) {
        return Some((Complement::Gerund, at));
    }
    if takes.takes(Complement::Zero) && (begins_clause(page, unit, at) || is_clause(page, unit, at, NEAR)) {
        return Some((Complement::Zero, at));
    }
    if matches!(word.upos, Upos::Adp | Upos::Part | Upos::Adv) || word.tag == Tag::Particle {
        let form = page.form(word);
        let quoted = unit.is_quotation(at + 1);
        let next = quoted
            || page.has(unit, at + 1, NOMINAL)
            || page.word(unit, at + 1).is_some_and(|word| word.tag == Tag::Gerund);
        if next && takes.takes_preposition(form) {
            return Some((Complement::Preposition, at + 1));
        }
        if next && form.eq_ignore_ascii_case("to") && takes.takes(Complement::ToObject) {
            return Some((Complement::ToObject, at + 1));
        }
        return None;
    }
    if !page.has(unit, at, NOMINAL) {
        return None;
    }
    let core = phrase::with_of(page, unit, at)?;
    if infinitive(page, unit, core.end) && takes.takes(Complement::ObjectTo) {
        return Some((Complement::ObjectTo, at));
    }
    if takes.takes(Complement::ObjectAs) && is_taken_as(page, unit, core.end) {
        return Some((Complement::ObjectAs, at));
    }
    takes.takes(Complement::Object).then_some((Complement::Object, at))
}

/// "saw the plan for the harbour as a threat": whether *as* follows before another verb or a mark.
fn is_taken_as(page: &Page<'_>, unit: &Unit, end: usize) -> bool {
    (end..(end + FARTHEST_AS).min(unit.items.len()))
        .take_while(|&at| {
            page.word(unit, at)
                .is_some_and(|word| word.upos != Upos::Punct && !word.tag.is_finite())
        })
        .any(|at| page.is(unit, at, "as"))
}

/// Whether the item is the *to* of an infinitive.
#[must_use]
pub fn infinitive(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| word.tag == Tag::To)
        && (at + 1..at + 4).any(|at| page.word(unit, at).is_some_and(|word| word.tag == Tag::BaseVerb))
}
