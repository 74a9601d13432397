//! The "that" before a verb and the verb before it, by the words alone, since parsers are often wrong about them: "denied in court
//! that Lund | left". It gives no status.

use crate::language::{Relation, Tag, Upos, View};

/// How many words of its clause may be between "that" and a verb.
const CLAUSE_BEFORE: usize = 14;

/// How many words may be between a verb and its clause: "denied in a written statement on Monday that".
const PHRASES_BEFORE: usize = 14;

/// How many verbs above a verb it may be joined to.
const JOINED: usize = 4;

/// Words that deny the one they belong to.
pub const DENIALS: [&str; 4] = ["not", "n't", "n’t", "never"];

/// Whether the word right before one is any of these.
#[must_use]
pub fn follows(view: View<'_>, at: usize, words: &[&str]) -> bool {
    at.checked_sub(1).is_some_and(|before| view.is_any(before, words))
}

/// Whether "not" or "never" hangs on a word: "did not admit", "not true".
#[must_use]
pub fn is_denied(view: View<'_>, at: usize) -> bool {
    view.children_by(at, &[Relation::Advmod])
        .any(|child| view.is_any(child, &DENIALS))
}

/// The word right before one, if it is in the same sentence.
#[must_use]
pub fn word_before(view: View<'_>, at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|before| view.sentence(at).contains(before))
}

/// The first of the verbs that one is joined to: "stole" of "stole it and hid it".
#[must_use]
pub fn first_joined(view: View<'_>, verb: usize) -> usize {
    let mut at = verb;
    for _ in 0..JOINED {
        match view.head(at).filter(|above| *above < at) {
            Some(above) if view.relation(at) == Relation::Conj && view.subject_of(at).is_none() => at = above,
            _ => break,
        }
    }
    at
}

/// The "that" whose clause a verb is in. Commas come in pairs around what is set apart: "that the mayor, Ned Rao, left".
#[must_use]
pub fn that_before(view: View<'_>, verb: usize) -> Option<usize> {
    let belongs = |at: &usize| (view.upos(*at) != Upos::Punct || view.is(*at, ",")) && !is_verb(view, *at);
    let that = (view.sentence(verb).start..verb)
        .rev()
        .take(CLAUSE_BEFORE)
        .take_while(belongs)
        .find(|at| view.is(*at, "that"))?;
    let commas = (that..verb).filter(|at| view.is(*at, ",")).count();
    matches!(commas, 0 | 2).then_some(that)
}

/// Whether the clause after a "that" has a subject before its verb: "the claim that made him famous" has none.
#[must_use]
pub fn has_subject(view: View<'_>, that: usize, verb: usize) -> bool {
    (that + 1..verb).any(|at| view.is_nominal(at))
}

/// The nearest finite verb or participle before a word that begins what it governs, with no more than phrases between: "denied" of
/// "denied on Tuesday that". What `is_governor` refuses is passed over if it is not finite.
#[must_use]
pub fn governor_before(view: View<'_>, at: usize, is_governor: impl Fn(usize) -> bool) -> Option<usize> {
    let governs = |at: &usize| view.upos(*at) == Upos::Verb && is_governor(*at);
    (view.sentence(at).start..at)
        .rev()
        .take(PHRASES_BEFORE)
        .take_while(|at| view.upos(*at) != Upos::Punct || view.is(*at, ","))
        .take_while(|at| governs(at) || !view.tag(*at).is_finite() && !view.is(*at, "that"))
        .find(governs)
}

/// A verb other than an auxiliary that some parsers take for one.
#[must_use]
pub fn is_verb(view: View<'_>, at: usize) -> bool {
    view.upos(at) == Upos::Verb && view.tag(at) != Tag::Modal && !matches!(view.lemma(at).as_str(), "have" | "be")
}
