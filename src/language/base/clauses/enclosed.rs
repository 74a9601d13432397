//! How a clause inside a sentence is written into its heads. It finds none.

use std::ops::Range;

use crate::language::{Relation, Upos, Word};

/// How sure a head is that a clause corrected.
const CERTAINTY: f32 = 0.8;

/// A clause inside a sentence, and the verb around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Enclosed {
    /// Its words, with what opens it.
    pub words: Range<usize>,
    /// Its verb.
    pub verb: usize,
    /// The word that opens it, and what that is to its verb; none where it stays as the parse has it.
    pub opener: Option<(usize, Relation)>,
    /// Its subject, where the words before its verb show one.
    pub own_subject: Option<usize>,
    /// What it depends on: the noun that it describes, or the verb around it.
    pub host: usize,
    /// How it does.
    pub relation: Relation,
    /// The verb around it.
    pub main: usize,
    /// The subject of that verb.
    pub subject: Option<usize>,
}

/// Gives whatever is inside a clause to its verb, and the verb around it the subject before it. A sentence that would not be a tree
/// is left as it was.
pub fn enclose(words: &mut [Word], found: &Enclosed) {
    let heads: Vec<_> = words
        .iter()
        .map(|word| (word.head, word.relation, word.certainty))
        .collect();
    free_main(words, found);
    if let Some(subject) = found.subject {
        set_subject(words, subject, found.main);
    }
    if let Some(subject) = found.own_subject {
        set_subject(words, subject, found.verb);
    }
    if let Some((opener, relation)) = found.opener {
        set(words, opener, Some(found.verb), relation);
    }
    for at in found.words.clone().filter(|at| *at != found.verb) {
        if head(words, at).is_none_or(|head| !found.words.contains(&head)) {
            let relation = relation_inside(words, at, found.verb);
            set(words, at, Some(found.verb), relation);
        }
    }
    if head(words, found.verb) != Some(found.host) || relation(words, found.verb) == Relation::Root {
        set(words, found.verb, Some(found.host), found.relation);
    }
    let outside = (0..words.len()).filter(|at| !found.words.contains(at) && *at != found.main);
    for at in outside
        .filter(|at| Some(*at) != found.subject && *at != found.host)
        .collect::<Vec<_>>()
    {
        let above = head(words, at);
        let is_torn = above.is_some_and(|head| found.words.contains(&head));
        let is_past = at > found.main && above.is_some_and(|head| Some(head) == found.subject);
        let is_old_root = above.is_none() && head(words, found.main).is_none();
        if is_torn || is_past || is_old_root {
            let relation = relation(words, at);
            let relation = if relation == Relation::Root {
                Relation::Dep
            } else {
                relation
            };
            set(words, at, Some(found.main), relation);
        }
    }
    if !is_tree(words) {
        for (word, (head, relation, certainty)) in words.iter_mut().zip(heads) {
            (word.head, word.relation, word.certainty) = (head, relation, certainty);
        }
    }
}

/// "…, then arrested his brother": a verb is joined to the first one, whose subject it shares.
pub fn join(words: &mut [Word], verb: usize, first: usize) {
    let mut above = Some(first);
    for _ in 0..words.len() {
        match above {
            Some(at) if at == verb => return,
            Some(at) => above = head(words, at),
            None => break,
        }
    }
    set(words, verb, Some(first), Relation::Conj);
    let subjects = [Relation::Nsubj, Relation::NsubjPass];
    for at in 0..verb {
        if head(words, at) == Some(verb) && subjects.contains(&relation(words, at)) {
            set(words, at, Some(first), Relation::Dep);
        }
    }
}

/// Gives a verb the subject right before it, from which nothing else takes it.
pub fn give_subject(words: &mut [Word], subject: usize, verb: usize) {
    let above = head(words, subject);
    if above == Some(verb) {
        return;
    }
    if head(words, verb) == Some(subject) {
        let is_noun = |at: &usize| words.get(*at).is_some_and(|word| word.upos != Upos::Verb);
        let above = std::iter::successors(above, |at| head(words, *at))
            .take(words.len())
            .find(|at| !is_noun(at))
            .or(above);
        let relation = if above.is_none() {
            Relation::Root
        } else {
            Relation::Parataxis
        };
        set(words, verb, above, relation);
    } else if std::iter::successors(head(words, verb), |at| head(words, *at))
        .take(words.len())
        .any(|at| at == subject)
    {
        return;
    }
    set(words, subject, Some(verb), Relation::Nsubj);
}

/// Takes the verb around a clause out of it: it hangs on whatever the clause or the subject hung on.
fn free_main(words: &mut [Word], found: &Enclosed) {
    let mut above = head(words, found.main);
    let mut is_below = false;
    let mut relation_above = relation(words, found.main);
    for _ in 0..words.len() {
        let Some(at) = above else { break };
        let is_inside = found.words.contains(&at) || Some(at) == found.subject || at == found.host;
        if !(is_inside || is_below && is_of_noun(relation_above)) {
            break;
        }
        is_below = true;
        relation_above = relation(words, at);
        above = head(words, at);
    }
    if is_below {
        let relation = match relation_above {
            _ if above.is_none() => Relation::Root,
            // "said the firm": what is said is the clause.
            Relation::Obj | Relation::Iobj | Relation::Obl | Relation::Nsubj | Relation::NsubjPass => {
                if above < Some(found.main) {
                    Relation::Ccomp
                } else {
                    Relation::Parataxis
                }
            }
            other => other,
        };
        set(words, found.main, above, relation);
    }
}

/// What a verb is to no noun.
fn is_of_noun(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Appos | Relation::Nmod | Relation::NmodUnmarked | Relation::Compound | Relation::Flat
    )
}

fn set_subject(words: &mut [Word], subject: usize, verb: usize) {
    let has_passive_auxiliary = words
        .iter()
        .any(|word| word.head == Some(verb) && word.relation == Relation::AuxPass);
    let relation = if has_passive_auxiliary {
        Relation::NsubjPass
    } else {
        Relation::Nsubj
    };
    for at in (0..verb).filter(|at| *at != subject).collect::<Vec<_>>() {
        if head(words, at) == Some(verb) && is_subject(self::relation(words, at)) && at > subject {
            set(words, at, Some(verb), Relation::Dep);
        }
    }
    if head(words, subject) != Some(verb) || !is_subject(self::relation(words, subject)) {
        set(words, subject, Some(verb), relation);
    }
}

fn is_subject(relation: Relation) -> bool {
    matches!(relation, Relation::Nsubj | Relation::NsubjPass)
}

/// What a word is to the verb of its own clause, to which the parse did not attach it.
fn relation_inside(words: &[Word], at: usize, verb: usize) -> Relation {
    let child = |of: usize, relations: &[Relation]| {
        words
            .iter()
            .any(|word| word.head == Some(of) && relations.contains(&word.relation))
    };
    let Some(word) = words.get(at) else {
        return Relation::Dep;
    };
    match word.upos {
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym => {
            let is_apart = |at: usize| matches!(words.get(at), Some(word) if !matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num));
            let before = (0..at).rev().find(|at| is_apart(*at)).and_then(|at| words.get(at));
            if child(at, &[Relation::Case]) || before.is_some_and(|word| word.upos == Upos::Adp) {
                Relation::Obl
            } else if at < verb || child(verb, &[Relation::Obj, Relation::AuxPass]) {
                Relation::OblUnmarked
            } else {
                Relation::Obj
            }
        }
        Upos::Adv => Relation::Advmod,
        Upos::Verb if is_subject(word.relation) || word.relation == Relation::Root => Relation::Dep,
        _ if word.relation == Relation::Root => Relation::Dep,
        _ => word.relation,
    }
}

fn head(words: &[Word], at: usize) -> Option<usize> {
    words.get(at)?.head
}

fn relation(words: &[Word], at: usize) -> Relation {
    words.get(at).map_or(Relation::None, |word| word.relation)
}

fn set(words: &mut [Word], at: usize, head: Option<usize>, relation: Relation) {
    if let Some(word) = words.get_mut(at) {
        word.head = head;
        word.relation = if word.upos == Upos::Punct && head.is_some() {
            Relation::Punct
        } else {
            relation
        };
        word.certainty = word.certainty.min(CERTAINTY);
    }
}

/// Whether every word leads to one root.
fn is_tree(words: &[Word]) -> bool {
    let roots = words.iter().filter(|word| word.head.is_none()).count();
    roots == 1
        && (0..words.len()).all(|at| {
            std::iter::successors(Some(at), |at| head(words, *at))
                .take(words.len() + 1)
                .count()
                <= words.len()
        })
}
