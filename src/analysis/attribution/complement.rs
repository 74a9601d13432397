//! Where the content of a cue begins, and in which form the cue takes it. It does not look for the end.

use crate::analysis::attribution::cues::{Complement, Complements};
use crate::analysis::attribution::phrase::{self, is_day};
use crate::analysis::attribution::subject::is_finite;
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::Upos;

/// How many adverbials are stepped over between a cue and its content.
const STEPS: usize = 4;

/// How many items may describe a listener behind its name.
const LONGEST_LISTENER: usize = 16;

/// How many items an aside between a cue and its clause may have, its marks included.
const LONGEST_ASIDE: usize = 12;

/// How many items may stand between a noun phrase and its *as*.
const FARTHEST_AS: usize = 10;

/// How far behind a noun phrase the verb of its clause may stand, in items.
pub const NEAR: usize = 24;

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
        let relative = page.word(unit, at + 1).is_some_and(|next| is_finite(next.xpos));
        let clause =
            word.relation != "det" && !relative && !page.has(unit, at + 1, &[Upos::Punct]) && unit.items.len() > at + 1;
        return clause.then_some(Complement::That);
    }
    (matches!(form.as_str(), "if" | "whether")
        || matches!(word.xpos, "WP" | "WRB" | "WP$")
        || word.xpos == "WDT" && form != "that")
        .then_some(Complement::Wh)
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
            || page.has(unit, end, &[Upos::Adp]) && adverbial(page, unit, end).is_some()
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

/// What a noun phrase begins with.
pub const NOMINAL: &[Upos] = &[
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
    if takes.takes(Complement::Zero) && (begins_clause(page, unit, at) || is_clause(page, unit, at, NEAR)) {
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
                .is_some_and(|word| word.upos != Upos::Punct && !is_finite(word.xpos))
        })
        .any(|at| page.is(unit, at, "as"))
}

/// Whether the item is the *to* of an infinitive.
#[must_use]
pub fn infinitive(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| word.xpos == "TO")
        && (at + 1..at + 4).any(|at| page.word(unit, at).is_some_and(|word| word.xpos == "VB"))
}

/// Whether a pronoun that can only be a subject stands at an item, with more behind it: "she plans", whatever the tags
/// of what follows.
fn begins_clause(page: &Page<'_>, unit: &Unit, first: usize) -> bool {
    let subject = ["he", "she", "they", "we", "i"]
        .iter()
        .any(|form| page.is(unit, first, form));
    subject
        && page
            .word(unit, first + 1)
            .is_some_and(|next| !matches!(next.upos, Upos::Punct | Upos::Cconj | Upos::X))
}

/// Whether nearly everything that can stand behind "said" makes a clause here: a verb follows an item, by any tag a finite verb may get by mistake, before the clause could end: "said
/// bullying doesn't happen", "said about half of it was lost", "said the two were friends".
#[must_use]
pub fn has_predicate(page: &Page<'_>, unit: &Unit, first: usize) -> bool {
    let Some(word) = page.word(unit, first) else {
        return false;
    };
    // "said in a statement", "said during his speech", "said later": no subject begins so.
    let quantity = [
        "about", "over", "under", "around", "between", "nearly", "too", "more", "neither", "there",
    ];
    let form = page.form(word);
    let may_begin = match word.upos {
        Upos::Adp | Upos::Adv | Upos::Sconj | Upos::Part | Upos::Aux => {
            quantity.iter().any(|known| form.eq_ignore_ascii_case(known))
                && page.has(
                    unit,
                    first + 1,
                    &[Upos::Noun, Upos::Num, Upos::Adj, Upos::Det, Upos::Adv, Upos::Sym],
                )
                && !page.has(unit, first + 1, &[Upos::Propn])
        }
        Upos::Cconj => form.eq_ignore_ascii_case("neither"),
        Upos::Punct | Upos::X | Upos::Intj => false,
        Upos::Verb => word.xpos == "VBG",
        _ => true,
    };
    may_begin
        && !is_day(form)
        && (first + 1..(first + NEAR).min(unit.items.len()))
            .map_while(|at| page.word(unit, at))
            .take_while(|word| !matches!(page.form(word), ";" | ":" | "." | "," | "—" | "–" | "--"))
            .take_while(|word| !matches!(word.xpos, "WP" | "WDT" | "WRB"))
            .scan(false, |after_to, word| {
                let verb = is_finite(word.xpos) || word.upos == Upos::Aux || word.upos == Upos::Verb && !*after_to;
                *after_to = word.xpos == "TO";
                Some(verb && word.xpos != "VBG")
            })
            .any(|verb| verb)
}

/// Whether a clause with a subject and a finite verb begins at an item. Relative clauses inside the subject are counted
/// with their verbs; `near` is how far behind the first noun phrase the verb may stand.
pub fn is_clause(page: &Page<'_>, unit: &Unit, first: usize, near: usize) -> bool {
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
