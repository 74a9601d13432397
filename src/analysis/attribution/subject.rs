//! Who does what a verb says: the subject of a cue, by parts of speech and by the parse where there is one. It
//! does not know which verbs report anything.

use std::ops::Range;

use crate::analysis::attribution::leftward::before;
use crate::analysis::attribution::line::{Item, Line};
use crate::analysis::attribution::parsed;
use crate::analysis::attribution::phrase::{self, is_day, is_relative};
use crate::language::{Relation, Tag, Upos};

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
pub const REACH: usize = 80;

/// The subject of the verb at item `verb`; `None` where it has none (a passive without an agent, an imperative).
#[must_use]
pub fn subject(line: Line<'_>, verb: usize) -> Option<Subject> {
    follow(line, verb, FARTHEST)
}

/// The subject of a verb, followed through no more than `steps` joined verbs.
#[must_use]
pub fn follow(line: Line<'_>, verb: usize, steps: usize) -> Option<Subject> {
    if steps == 0 {
        return None;
    }
    if is_passive(line, verb) {
        return agent(line, verb);
    }
    let word = line.word(verb)?;
    let infinitive = word.tag == Tag::BaseVerb && verb > 0 && line.is(verb - 1, "to");
    if infinitive || word.tag == Tag::Gerund && !has_auxiliary(line, verb) {
        return participle(line, verb, steps);
    }
    before(line, verb, steps).or_else(|| {
        // On published news the parts of speech were right more often wherever both name somebody.
        let items = parsed::subject(line, verb)?;
        Some(Subject { items, how: How::Apart })
    })
}

/// Whether the verb is a participle behind a form of *be* or *get*.
#[must_use]
pub fn is_passive(line: Line<'_>, verb: usize) -> bool {
    let Some(word) = line.word(verb) else {
        return false;
    };
    if !matches!(word.tag, Tag::PastParticiple | Tag::PastTense) {
        return false;
    }
    auxiliaries(line, verb)
        .next()
        .is_some_and(|lemma| lemma == "be" || lemma == "get")
}

/// Whether an auxiliary stands before the verb.
#[must_use]
pub fn has_auxiliary(line: Line<'_>, verb: usize) -> bool {
    auxiliaries(line, verb).next().is_some()
}

/// The auxiliaries before a verb, nearest first.
fn auxiliaries<'a>(line: Line<'a>, verb: usize) -> impl Iterator<Item = &'a str> {
    (0..verb)
        .rev()
        .map_while(move |at| line.word(at))
        .take_while(|word| matches!(word.upos, Upos::Aux | Upos::Adv | Upos::Part) || word.lemma == "be")
        .filter(|word| word.upos == Upos::Aux || word.lemma == "be")
        .map(|word| word.lemma.as_str())
        .take(5)
}

/// Whether the verb is denied ("did not say").
#[must_use]
pub fn is_negated(line: Line<'_>, verb: usize) -> bool {
    (0..verb)
        .rev()
        .map_while(|at| line.word(at))
        .take_while(|word| matches!(word.upos, Upos::Aux | Upos::Adv | Upos::Part))
        .take(5)
        .any(|word| {
            matches!(
                line.form_of(word).to_lowercase().as_str(),
                "not" | "n't" | "n’t" | "never" | "nor"
            )
        })
}

fn agent(line: Line<'_>, verb: usize) -> Option<Subject> {
    let by = (verb + 1..(verb + 12).min(line.len())).find(|&at| line.is(at, "by"))?;
    let items = phrase::starting_at(line, by + 1)?;
    let named = line.word(items.end - 1)?;
    if is_day(line.form_of(named)) {
        return None;
    }
    Some(Subject { items, how: How::Agent })
}

/// The subject of a bare participle or an infinitive is that of the clause it hangs on: the one before it, or the one
/// behind it where the sentence begins with the participle.
fn participle(line: Line<'_>, verb: usize, steps: usize) -> Option<Subject> {
    let finite = |at: &usize| line.tag(*at).is_finite();
    let main = governor(line, verb)
        .or_else(|| (verb.saturating_sub(REACH)..verb).rev().find(finite))
        .or_else(|| (verb + 1..line.len().min(verb + REACH)).find(finite))?;
    if main < verb
        && let Some(inverted) = inverted(line, main)
        && before(line, main, 1).is_none()
    {
        return Some(Subject {
            how: How::Shared,
            ..inverted
        });
    }
    let found = follow(line, main, steps - 1)?;
    Some(Subject {
        how: How::Shared,
        ..found
    })
}

/// The finite verb before a comma that the parse hangs a participle on: "Berg said it was safe, adding that" hangs on
/// *said*, not on the nearer *was*.
fn governor(line: Line<'_>, verb: usize) -> Option<usize> {
    let behind_comma = verb.checked_sub(1).is_some_and(|before| line.is(before, ","));
    let head = line
        .head(verb)
        .filter(|_| behind_comma && line.relation(verb) == Relation::Advcl)?;
    (verb.saturating_sub(REACH)..verb)
        .rev()
        .find(|&at| matches!(line.items.get(at), Some(&Item::Word(index)) if index == head))
        .filter(|&at| line.tag(at).is_finite())
}

/// The subject behind the verb, as in "said the mayor of Ostby".
#[must_use]
pub fn inverted(line: Line<'_>, verb: usize) -> Option<Subject> {
    let first = verb + 1;
    let word = line.word(first)?;
    if is_relative(line, first) || is_day(line.form_of(word)) {
        return None;
    }
    if word.upos == Upos::Pron
        && matches!(
            line.form_of(word).to_lowercase().as_str(),
            "him" | "her" | "them" | "me" | "us" | "it" | "that" | "this"
        )
    {
        return None;
    }
    let items = phrase::starting_at(line, first)?;
    Some(Subject {
        items,
        how: How::Inverted,
    })
}
