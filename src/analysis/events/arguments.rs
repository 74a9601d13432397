//! Who takes part in an event, by the parse; by the nearest noun phrases where there is none. It joins what the
//! files for verbs, nouns and unparsed sentences find, and finds no trigger.

use crate::analysis::ParticipantRole::{self, Patient};
use crate::analysis::events::lexicon;
use crate::analysis::events::nearby;
use crate::analysis::events::of_noun;
use crate::analysis::events::of_verb;
use crate::analysis::events::tree::Tree;
use crate::analysis::events::triggers::Trigger;
use crate::analysis::times::LocalTime;
use crate::language::{Relation, Tag, Upos};

/// A noun, by its head word, and its role.
pub type Argument = (usize, ParticipantRole);

/// The participants of a trigger, in the order of the text, without doubles.
#[must_use]
pub fn arguments(tree: &Tree<'_>, trigger: &Trigger, times: &[LocalTime]) -> Vec<Argument> {
    let mut found = Vec::new();
    if !tree.is_parsed(trigger.word) {
        if trigger.nominal {
            nearby::beside_noun(tree, trigger, &mut found);
        } else {
            nearby::nearest(tree, trigger.word, &mut found);
        }
    } else if trigger.nominal {
        of_noun::of_noun(tree, trigger, &mut found);
    } else {
        of_verb::of_verb(tree, trigger.word, trigger.entry.kind.name, &mut found);
    }
    // "met on Friday": a time is nobody.
    let dateline = tree.dateline();
    found.retain(|(word, _)| *word >= dateline && is_participant(tree, *word) && !is_time(tree, *word, times));
    if lexicon::is("reciprocal", trigger.entry.kind.name) {
        reciprocal(&mut found);
    }
    found.sort_by_key(|(word, _)| *word);
    found.dedup_by_key(|(word, _)| *word);
    found
}

/// "X and Y met", "X met with Y", "talks between X and Y": the first one is the agent, the others are patients.
fn reciprocal(found: &mut [Argument]) {
    if found.iter().any(|(_, role)| *role == Patient) {
        return;
    }
    let first = found.iter().map(|(word, _)| *word).min();
    for (word, role) in found.iter_mut() {
        if Some(*word) != first {
            *role = Patient;
        }
    }
}

fn is_time(tree: &Tree<'_>, word: usize, times: &[LocalTime]) -> bool {
    let span = tree.span(word..word + 1);
    // Times come in order.
    let next = times.partition_point(|time| time.span.end <= span.start);
    times.get(next).is_some_and(|time| time.span.overlaps(span))
}

fn is_participant(tree: &Tree<'_>, word: usize) -> bool {
    match tree.upos(word) {
        Upos::Noun | Upos::Propn => true,
        Upos::Pron => {
            !matches!(
                tree.lower(word).as_str(),
                "it" | "there" | "that" | "which" | "what" | "this" | "who"
            ) || tree.lower(word) == "it" && tree.relation(word) != Relation::Expl
        }
        Upos::Num | Upos::Adj | Upos::Det | Upos::Sym | Upos::X => true,
        _ => false,
    }
}

/// A nominal with what is joined to it.
pub fn with_conjuncts(tree: &Tree<'_>, word: usize, role: ParticipantRole, found: &mut Vec<Argument>) {
    let antecedent = antecedent(tree, word).unwrap_or(word);
    found.push((antecedent, role));
    for joined in tree.children_by(antecedent, &[Relation::Conj]) {
        // "expanding control and Varland raising dues": what is joined is the next clause.
        let next_clause = matches!(
            tree.tag(joined + 1),
            Tag::Gerund | Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense
        ) && matches!(tree.relation(joined + 1), Relation::Conj | Relation::Acl)
            && tree.lower(joined.saturating_sub(1)) == "and"
            && tree.upos(joined + 1) == Upos::Verb;
        if !next_clause && matches!(tree.upos(joined), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num) {
            found.push((joined, role));
        }
    }
}

/// The noun that a relative pronoun stands for.
fn antecedent(tree: &Tree<'_>, word: usize) -> Option<usize> {
    if !matches!(tree.lower(word).as_str(), "who" | "which" | "that" | "whom") || tree.upos(word) != Upos::Pron {
        return None;
    }
    let clause = tree.head(word)?;
    let clause = std::iter::once(clause)
        .chain(tree.ancestors(clause))
        .find(|at| tree.relation(*at).is_kind_of(Relation::Acl))?;
    tree.head(clause)
}

/// Whether a word is a noun, a name or a pronoun, possessives not counted.
#[must_use]
pub fn is_nominal(tree: &Tree<'_>, at: usize) -> bool {
    matches!(tree.upos(at), Upos::Noun | Upos::Propn)
        || tree.upos(at) == Upos::Pron && tree.tag(at) != Tag::PossessivePronoun
}
