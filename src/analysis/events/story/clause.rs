//! What a sentence says first: who, and what they do. It finds neither subject nor verb.

use std::ops::Range;

use crate::analysis::events::story::headline_verbs::carries_clause;
use crate::language::{Upos, View};

/// How many words a predicate has before it is cut at the next preposition.
const PREDICATE: usize = 9;

/// How many words after its verb a clause goes on over a comma or an "and".
const OVER_MARK: usize = 3;

/// How many words after "as" the verb may come that makes it a clause.
const AS_CLAUSE: usize = 6;

/// What a sentence says first, as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Who or what the verb is said of.
    pub subject: Option<Range<usize>>,
    /// The verb with its auxiliaries and what follows, up to the next clause.
    pub predicate: Range<usize>,
    /// Whether the subject is the patient ("seven killed", "consulate bombed by rebels").
    pub passive: bool,
}

/// Where what happened ends: at the next clause; a long predicate ends before a phrase that only adds to it.
#[must_use]
pub fn end_of_clause(view: View<'_>, verb: usize, limit: usize, passive: bool) -> usize {
    let mut end = limit;
    while end > verb + 1 && view.upos(end - 1) == Upos::Punct {
        end -= 1;
    }
    let mut cut = (verb + 1..end)
        .find(|at| begins_next(view, verb, *at, end, passive) || only_adds(view, verb, *at))
        .unwrap_or(end.max(verb + 1));
    cut = out_of_quotation(view, verb, cut, end);
    while cut > verb + 1 && view.upos(cut - 1) == Upos::Punct && !matches!(view.form(cut - 1), "”" | "\"") {
        cut -= 1;
    }
    cut
}

/// A cut inside quotation marks moves to after the closing mark, or to before the opening one if the closing one is far
/// away.
fn out_of_quotation(view: View<'_>, verb: usize, cut: usize, end: usize) -> usize {
    let is_mark = |at: &usize| matches!(view.form(*at), "“" | "”" | "\"");
    let Some(open) = (verb..cut).rfind(is_mark) else {
        return cut;
    };
    let marks = (verb..cut).filter(is_mark).count();
    if marks % 2 == 0 {
        return cut;
    }
    match (cut..end.min(cut + PREDICATE)).find(is_mark) {
        Some(close) => close + 1,
        None if open > verb + 1 => open,
        None => cut,
    }
}

/// "killed as tram derails", "resigns after vote", "resigned, and …": whether the next clause begins at a word.
fn begins_next(view: View<'_>, verb: usize, at: usize, end: usize, passive: bool) -> bool {
    let is_far = at - verb > OVER_MARK;
    match view.lower(at).as_str() {
        "," | ";" | ":" | "—" | "–" | "because" | "and" | "while" => is_far,
        "after" | "when" | "but" => at > verb + 1 || passive || view.upos(at) == Upos::Sconj,
        // "named as envoy", but "killed as tram derails".
        "as" => is_far || (at + 1..end.min(at + 1 + AS_CLAUSE)).any(|later| carries_clause(view, later)),
        _ => false,
    }
}

/// "… opened the new bridge over the river Sel in spring": a phrase after a long predicate only adds to it.
fn only_adds(view: View<'_>, verb: usize, at: usize) -> bool {
    let is_apart = at > 0 && view.span(at - 1..at).end < view.span(at..at + 1).start;
    at - verb >= PREDICATE && is_apart && matches!(view.upos(at), Upos::Adp | Upos::Sconj | Upos::Cconj)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    /// What is said from a verb to the end of its clause; the words have tags only ("form/TAG").
    fn said(tagged: &str, verb: &str, passive: bool) -> String {
        let marked: Vec<String> = tagged
            .split(' ')
            .map(|token| {
                token
                    .split_once('/')
                    .map(|(form, tag)| format!("{form}/{form}/{tag}/0/_"))
                    .unwrap()
            })
            .collect();
        ask(&parsed(&marked.join(" ")), verb, |view, at| {
            view.span(at..end_of_clause(view, at, view.len(), passive))
                .of(view.text)
                .to_owned()
        })
    }

    #[test]
    fn a_clause_ends_where_the_next_one_begins() {
        assert_eq!(
            said("Mayor/NN quits/VBZ post/NN after/IN vote/NN", "quits", false),
            "quits post"
        );
        assert_eq!(
            said("Seven/CD killed/VBN as/IN tram/NN derails/VBZ", "killed", true),
            "killed"
        );
        assert_eq!(
            said("Rao/NNP named/VBN as/IN envoy/NN", "named", true),
            "named as envoy"
        );
        assert_eq!(
            said("Rao/NNP quits/VBZ ,/, and/CC leaves/VBZ town/NN", "quits", false),
            "quits, and leaves town"
        );
    }

    #[test]
    fn a_long_predicate_ends_before_what_only_adds() {
        let long =
            "Rao/NNP opens/VBZ the/DT new/JJ old/JJ big/JJ red/JJ long/JJ wide/JJ high/JJ bridge/NN in/IN spring/NN";
        assert_eq!(
            said(long, "opens", false),
            "opens the new old big red long wide high bridge"
        );
    }

    #[test]
    fn marks_at_the_end_are_left_out() {
        assert_eq!(said("Rao/NNP quits/VBZ ./.", "quits", false), "quits");
    }
}
