//! What makes a clause: whether one begins at an item, by parts of speech and by the parse. It asks for no cue and looks for
//! no end.

use crate::analysis::attribution::lexicon::{WordClass, is_day, is_in};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::{Relation, Tag, Upos};

/// How far after a noun phrase the verb of its clause may stand, in items.
pub const NEAR: usize = 24;

/// How far after its beginning the parse is asked for the subject of a clause, in items.
const FARTHEST_SUBJECT: usize = 30;

/// How far before a clause the parse may find its cue, in words.
const FARTHEST_CUE: usize = 3;

/// Whether a clause with a subject and a finite verb begins at an item: "the road that they built | would fall". Relative
/// clauses inside the subject are counted with their verbs; `near` is how far after the first noun phrase the verb may stand.
#[must_use]
pub fn is_clause(line: Line<'_>, first: usize, near: usize) -> bool {
    match line.upos(first) {
        Upos::Punct | Upos::Cconj | Upos::X => return false,
        // "said in 2016 he would": a phrase in front of the clause.
        Upos::Adp | Upos::Sconj | Upos::Adv | Upos::Verb => return is_clause_by_parse(line, first),
        Upos::Pron if line.is(first, "there") => return line.tag(first + 1).is_finite(),
        _ => {}
    }
    let Some(core) = noun_phrase::core_starting_at(line, first) else {
        return false;
    };
    let mut relatives = 0;
    for at in core.end..(core.end + near).min(line.len()) {
        if ends_clause(line, at) {
            return false;
        }
        if opens_relative(line, at) || at > core.end && line.is(at, "that") {
            relatives += 1;
        } else if line.tag(at).is_finite() {
            if relatives == 0 {
                return true;
            }
            relatives -= 1;
        } else if near == 1 && matches!(line.form(at), "and" | "or") {
            return false;
        }
    }
    false
}

/// Whether nearly everything that can follow "said" makes a clause here: a verb follows an item, by any tag that a
/// finite verb may get by mistake, before the clause could end: "said bullying doesn't happen", "said about half of it was
/// lost", "said the two were friends".
#[must_use]
pub fn has_predicate(line: Line<'_>, first: usize) -> bool {
    let mut after_to = false;
    may_begin_subject(line, first)
        && !is_day(line.form(first))
        && (first + 1..(first + NEAR).min(line.len()))
            .take_while(|&at| line.word(at).is_some() && !ends_clause(line, at) && !line.is(at, ","))
            .take_while(|&at| !opens_relative(line, at))
            .any(|at| {
                let infinitive = after_to;
                after_to = line.tag(at) == Tag::To;
                is_verb_by_any_tag(line, at, infinitive)
            })
}

/// Whether a pronoun that can only be a subject is at an item, with more after it: "she plans", whatever the tags of what
/// follows.
#[must_use]
pub fn begins_clause(line: Line<'_>, first: usize) -> bool {
    line.is_any(first, &["he", "she", "they", "we", "i"])
        && !matches!(line.upos(first + 1), Upos::Punct | Upos::Cconj | Upos::X)
}

/// "said in a statement", "said during his speech", "said later": no subject begins so. "said about half of it": one does.
fn may_begin_subject(line: Line<'_>, first: usize) -> bool {
    match line.upos(first) {
        Upos::Adp | Upos::Adv | Upos::Sconj | Upos::Part | Upos::Aux => {
            is_in(WordClass::Quantity, line.form(first))
                && line.has(
                    first + 1,
                    &[Upos::Noun, Upos::Num, Upos::Adj, Upos::Det, Upos::Adv, Upos::Sym],
                )
        }
        // "said neither of them left"
        Upos::Cconj => line.is(first, "neither"),
        Upos::Punct | Upos::X | Upos::Intj => false,
        Upos::Verb => line.tag(first) == Tag::Gerund,
        _ => true,
    }
}

/// Whether an item can be the verb of a clause, whatever the tagger took it for; a base form after *to* is not one.
fn is_verb_by_any_tag(line: Line<'_>, at: usize, infinitive: bool) -> bool {
    let verb = line.tag(at).is_finite() || line.has(at, &[Upos::Aux]) || line.has(at, &[Upos::Verb]) && !infinitive;
    verb && line.tag(at) != Tag::Gerund
}

fn ends_clause(line: Line<'_>, at: usize) -> bool {
    line.is_dash(at) || matches!(line.form(at), ";" | ":" | ".")
}

fn opens_relative(line: Line<'_>, at: usize) -> bool {
    matches!(line.tag(at), Tag::WhPronoun | Tag::WhDeterminer | Tag::WhAdverb)
}

/// "said in 2016 he would": whether the parse attaches a verb with a subject, both after `first`, to a word shortly before it.
fn is_clause_by_parse(line: Line<'_>, first: usize) -> bool {
    let Some(start) = line.index(first) else {
        return false;
    };
    let hangs_on_cue = |verb: usize| {
        verb > start
            && line.view.relation(verb) == Relation::Ccomp
            && line
                .view
                .head(verb)
                .is_some_and(|cue| cue < start && start - cue <= FARTHEST_CUE)
    };
    (first..(first + FARTHEST_SUBJECT).min(line.len()))
        .filter(|&at| line.relation(at) == Relation::Nsubj)
        .filter_map(|at| line.head(at))
        .any(hangs_on_cue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_noun_phrase_with_its_verb_is_a_clause() {
        let after_said = |text: &str| with_line(text, |line| is_clause(line, 2, NEAR));
        assert!(after_said("Lund said the road that they built would fall."));
        assert!(!after_said("Lund said the words of the oath."));
        assert!(after_said("Lund said there were two."));
    }

    #[test]
    fn after_said_a_verb_with_any_tag_makes_a_clause() {
        let after_said = |text: &str| with_line(text, |line| has_predicate(line, 2));
        assert!(after_said("Lund said about half of it was lost."));
        assert!(!after_said("Lund said in a statement."));
    }
}
