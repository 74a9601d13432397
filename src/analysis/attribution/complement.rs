//! Where the content of a cue begins, and in which form the cue takes it. It does not look for the end.

use crate::analysis::attribution::clause::{NEAR, NOMINAL, begins_clause, has_predicate, is_clause};
use crate::analysis::attribution::cues::{Complement, Complements};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase::{self, is_day};
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
pub fn after(line: Line<'_>, cue: usize, takes: Complements, passive: bool) -> Option<(Complement, usize)> {
    let mut at = cue + 1;
    let firm = !passive && line.lemma(cue) == "say";
    if firm && opener(line, at).is_none() && has_predicate(line, at) {
        return takes.takes(Complement::Zero).then_some((Complement::Zero, at));
    }
    if firm
        && line.has(at, &[Upos::Adp])
        && let Some(found) = far_that(line, at, takes)
    {
        return Some(found);
    }
    if let Some(that) = behind_aside(line, at)
        && takes.takes(Complement::That)
    {
        return (!passive).then_some((Complement::That, that));
    }
    for _ in 0..STEPS {
        if let Some(form) = opener(line, at) {
            let form = if passive && form == Complement::That {
                Complement::PassiveThat
            } else {
                form
            };
            return takes.takes(form).then_some((form, at));
        }
        at = match adverbial(line, at) {
            Some(next) => next,
            None => break,
        };
    }
    if passive {
        return (infinitive(line, at) && takes.takes(Complement::PassiveTo)).then_some((Complement::PassiveTo, at));
    }
    if takes.listener
        && let Some(found) = behind_listener(line, at, takes)
    {
        return Some(found);
    }
    bare(line, at, takes)
}

/// The *that* behind an aside between two marks of one kind: "said — on the radio — that", "said, on Monday, that".
fn behind_aside(line: Line<'_>, at: usize) -> Option<usize> {
    let mark = line
        .word(at)
        .map(|word| line.form_of(word))
        .filter(|form| matches!(*form, "," | "—" | "–" | "--" | "-"))?;
    (at + 1..(at + LONGEST_ASIDE).min(line.len()))
        .find(|&at| line.is(at, mark))
        .map(|close| close + 1)
        .filter(|&next| line.is(next, "that") && opener(line, next).is_some())
}

/// "that", "whether", "how": words that open a clause.
fn opener(line: Line<'_>, at: usize) -> Option<Complement> {
    let word = line.word(at)?;
    let form = line.lower(at);
    if form == "that" {
        // "the promise that won": a relative clause.
        let relative = line.tag(at + 1).is_finite();
        let clause =
            word.relation != Relation::Det && !relative && !line.has(at + 1, &[Upos::Punct]) && line.len() > at + 1;
        return clause.then_some(Complement::That);
    }
    (matches!(form.as_str(), "if" | "whether")
        || matches!(word.tag, Tag::WhPronoun | Tag::WhAdverb | Tag::WhPossessive)
        || word.tag == Tag::WhDeterminer && form != "that")
        .then_some(Complement::Wh)
}

/// Steps over an adverb, a day, or a phrase that says when, where or to whom, where a clause or a day follows it.
fn adverbial(line: Line<'_>, at: usize) -> Option<usize> {
    adverbial_within(line, at, STEPS)
}

/// The same, with at most `steps` phrases in a row in front of what follows ("said in Ostby at noon that").
fn adverbial_within(line: Line<'_>, at: usize, steps: usize) -> Option<usize> {
    let word = line.word(at)?;
    let form = line.form_of(word);
    let focus = ["not", "only", "even", "just"];
    if word.tag == Tag::Adverb && !focus.iter().any(|known| form.eq_ignore_ascii_case(known)) || is_day(form) {
        return Some(at + 1);
    }
    if line.is(at, "on") && is_day(line.form(at + 1)) {
        return Some(at + 2);
    }
    let leads = ["in", "at", "to", "during", "on", "with"];
    if word.upos == Upos::Adp && leads.iter().any(|known| form.eq_ignore_ascii_case(known)) {
        let end = phrase::with_of(line, at + 1)?.end;
        let goes_on = opener(line, end).is_some()
            || steps > 0 && line.has(end, &[Upos::Adp]) && adverbial_within(line, end, steps - 1).is_some()
            || is_day(line.form(end))
            || line.is(end, "on");
        return goes_on.then_some(end);
    }
    None
}

/// "told reporters on Monday that", "warned the council it would".
fn behind_listener(line: Line<'_>, at: usize, takes: Complements) -> Option<(Complement, usize)> {
    let mut end = phrase::with_of(line, at)?.end;
    for _ in 0..STEPS {
        if let Some(form) = opener(line, end).filter(|&form| takes.takes(form)) {
            return Some((form, end));
        }
        match adverbial(line, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    if takes.takes(Complement::Zero) && line.has(end, NOMINAL) && is_clause(line, end, 1) {
        return Some((Complement::Zero, end));
    }
    // "told a crowd at the hall in Ostby that", "telling Lund, the head of the council, that".
    far_that(line, end, takes)
}

/// The *that* behind phrases without a verb: "said at a rally in the hall of Ostby that".
fn far_that(line: Line<'_>, from: usize, takes: Complements) -> Option<(Complement, usize)> {
    let that = (from..(from + LONGEST_LISTENER).min(line.len()))
        .take_while(|&at| {
            line.word(at)
                .is_some_and(|word| !matches!(word.upos, Upos::Verb | Upos::Aux))
        })
        .find(|&at| opener(line, at) == Some(Complement::That))?;
    takes.takes(Complement::That).then_some((Complement::That, that))
}

/// What follows the cue directly: an infinitive, a gerund, a clause without *that*, a noun phrase, a preposition.
fn bare(line: Line<'_>, at: usize, takes: Complements) -> Option<(Complement, usize)> {
    if infinitive(line, at) {
        return takes.takes(Complement::To).then_some((Complement::To, at));
    }
    let word = line.word(at)?;
    if word.tag == Tag::Gerund && word.upos == Upos::Verb && takes.takes(Complement::Gerund) {
        return Some((Complement::Gerund, at));
    }
    if takes.takes(Complement::Zero) && (begins_clause(line, at) || is_clause(line, at, NEAR)) {
        return Some((Complement::Zero, at));
    }
    if matches!(word.upos, Upos::Adp | Upos::Part | Upos::Adv) || word.tag == Tag::Particle {
        let form = line.form_of(word);
        let quoted = line.is_quotation(at + 1);
        let next = quoted || line.has(at + 1, NOMINAL) || line.tag(at + 1) == Tag::Gerund;
        if next && takes.takes_preposition(form) {
            return Some((Complement::Preposition, at + 1));
        }
        if next && form.eq_ignore_ascii_case("to") && takes.takes(Complement::ToObject) {
            return Some((Complement::ToObject, at + 1));
        }
        return None;
    }
    if !line.has(at, NOMINAL) {
        return None;
    }
    let core = phrase::with_of(line, at)?;
    if infinitive(line, core.end) && takes.takes(Complement::ObjectTo) {
        return Some((Complement::ObjectTo, at));
    }
    if takes.takes(Complement::ObjectAs) && is_taken_as(line, core.end) {
        return Some((Complement::ObjectAs, at));
    }
    takes.takes(Complement::Object).then_some((Complement::Object, at))
}

/// "saw the plan for the harbour as a threat": whether *as* follows before another verb or a mark.
fn is_taken_as(line: Line<'_>, end: usize) -> bool {
    (end..(end + FARTHEST_AS).min(line.len()))
        .take_while(|&at| {
            line.word(at)
                .is_some_and(|word| word.upos != Upos::Punct && !word.tag.is_finite())
        })
        .any(|at| line.is(at, "as"))
}

/// Whether the item is the *to* of an infinitive.
#[must_use]
pub fn infinitive(line: Line<'_>, at: usize) -> bool {
    line.tag(at) == Tag::To && (at + 1..at + 4).any(|at| line.tag(at) == Tag::BaseVerb)
}
