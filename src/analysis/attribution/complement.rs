//! Where the content of a cue begins, and in which form the cue takes it. It does not look for the end.

use crate::analysis::attribution::cues::{Complement, Complements};
use crate::analysis::attribution::phrase::{self, is_day};
use crate::analysis::attribution::subject::is_finite;
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::Upos;

/// How many adverbials are stepped over between a cue and its content.
const STEPS: usize = 4;

/// How far behind a noun phrase the verb of its clause may stand, in items.
const NEAR: usize = 24;

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

/// "that", "whether", "how": words that open a clause.
fn opener(page: &Page<'_>, unit: &Unit, at: usize) -> Option<Complement> {
    let word = page.word(unit, at)?;
    let form = page.form(word).to_lowercase();
    if form == "that" {
        // "the promise that won": a relative clause.
        let relative = page.word(unit, at + 1).is_some_and(|next| is_finite(next.xpos));
        let clause =
            word.relation != "det" && !relative && !page.has(unit, at + 1, &[Upos::Punct]) && unit.items.len() > at + 1;
        return clause.then_some(Complement::That);
    }
    (matches!(form.as_str(), "if" | "whether") || matches!(word.xpos, "WP" | "WRB" | "WP$")).then_some(Complement::Wh)
}

/// Steps over an adverb, a day, or a phrase that says when, where or to whom, where a clause or a day follows it.
fn adverbial(page: &Page<'_>, unit: &Unit, at: usize) -> Option<usize> {
    let word = page.word(unit, at)?;
    let form = page.form(word);
    let focus = ["not", "only", "even", "just"];
    if word.xpos == "RB" && !focus.iter().any(|known| form.eq_ignore_ascii_case(known)) || is_day(form) {
        return Some(at + 1);
    }
    if page.is(unit, at, "on") && page.word(unit, at + 1).is_some_and(|next| is_day(page.form(next))) {
        return Some(at + 2);
    }
    let leads = ["in", "at", "to", "during", "on", "with"];
    if word.upos == Upos::Adp && leads.iter().any(|known| form.eq_ignore_ascii_case(known)) {
        let end = phrase::with_of(page, unit, at + 1)?.end;
        let goes_on = opener(page, unit, end).is_some()
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
    (takes.takes(Complement::Zero) && page.has(unit, end, NOMINAL) && is_clause(page, unit, end, 1))
        .then_some((Complement::Zero, end))
}

const NOMINAL: &[Upos] = &[
    Upos::Det,
    Upos::Pron,
    Upos::Propn,
    Upos::Noun,
    Upos::Adj,
    Upos::Num,
    Upos::Sym,
];

/// What follows the cue directly: an infinitive, a gerund, a clause without *that*, a noun phrase, a preposition.
fn bare(page: &Page<'_>, unit: &Unit, at: usize, takes: Complements) -> Option<(Complement, usize)> {
    if infinitive(page, unit, at) {
        return takes.takes(Complement::To).then_some((Complement::To, at));
    }
    let word = page.word(unit, at)?;
    if word.xpos == "VBG" && word.upos == Upos::Verb && takes.takes(Complement::Gerund) {
        return Some((Complement::Gerund, at));
    }
    if takes.takes(Complement::Zero) && is_clause(page, unit, at, NEAR) {
        return Some((Complement::Zero, at));
    }
    if matches!(word.upos, Upos::Adp | Upos::Part | Upos::Adv) || word.xpos == "RP" {
        let form = page.form(word);
        let quoted = matches!(unit.items.get(at + 1), Some(Item::Quote(_)));
        let next =
            quoted || page.has(unit, at + 1, NOMINAL) || page.word(unit, at + 1).is_some_and(|word| word.xpos == "VBG");
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
    takes.takes(Complement::Object).then_some((Complement::Object, at))
}

/// Whether the item is the *to* of an infinitive.
#[must_use]
pub fn infinitive(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| word.xpos == "TO")
        && (at + 1..at + 4).any(|at| page.word(unit, at).is_some_and(|word| word.xpos == "VB"))
}

/// Whether a clause with a subject and a finite verb begins at an item. Relative clauses inside the subject are counted
/// with their verbs; `near` is how far behind the first noun phrase the verb may stand.
fn is_clause(page: &Page<'_>, unit: &Unit, first: usize, near: usize) -> bool {
    let Some(word) = page.word(unit, first) else {
        return false;
    };
    let start = match word.upos {
        Upos::Punct | Upos::Cconj | Upos::X => return false,
        // "said in 2016 he would": a phrase in front of the clause.
        Upos::Adp | Upos::Sconj | Upos::Adv | Upos::Verb => return is_clause_by_parse(page, unit, first),
        _ => first,
    };
    if word.upos == Upos::Pron && page.form(word).eq_ignore_ascii_case("there") {
        return page.word(unit, first + 1).is_some_and(|next| is_finite(next.xpos));
    }
    let Some(core) = phrase::core_starting_at(page, unit, start) else {
        return false;
    };
    let mut pending = 0;
    for at in core.end..(core.end + near).min(unit.items.len()) {
        let Some(word) = page.word(unit, at) else { continue };
        let form = page.form(word);
        if matches!(form, ";" | ":" | "." | "—" | "–" | "--") {
            return false;
        }
        if matches!(word.xpos, "WP" | "WDT" | "WRB") || at > core.end && form.eq_ignore_ascii_case("that") {
            pending += 1;
        } else if is_finite(word.xpos) {
            if pending == 0 {
                return true;
            }
            pending -= 1;
        } else if matches!(form, "and" | "or") && near == 1 {
            return false;
        }
    }
    false
}

/// Whether the parse hangs a finite verb with a subject, both behind `first`, on the word before it.
fn is_clause_by_parse(page: &Page<'_>, unit: &Unit, first: usize) -> bool {
    let Some(&Item::Word(start)) = unit.items.get(first) else {
        return false;
    };
    let reach = unit.items.get(first..(first + 30).min(unit.items.len())).unwrap_or(&[]);
    reach.iter().any(|item| {
        let &Item::Word(index) = item else { return false };
        page.language.words.get(index).is_some_and(|word| {
            word.relation == "nsubj"
                && word.head.is_some_and(|head| {
                    head > start
                        && page.language.words.get(head).is_some_and(|verb| {
                            verb.relation == "ccomp" && verb.head.is_some_and(|cue| cue < start && start - cue <= 3)
                        })
                })
        })
    })
}
