//! Questions: "Did the mayor bribe him?" does not say that she did. It answers none.

use crate::language::{Relation, Tag, View};

/// Whether a yes-or-no question asks for what a verb says. "Why did she leave?" takes it for granted, and so does what hangs
/// on the question ("after he left").
#[must_use]
pub fn is_asked(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    let Some(mark) = (verb..sentence.end).find(|at| view.is(*at, "?")) else {
        return false;
    };
    // "“Did she leave?” Rao asked": whatever the question hangs on.
    let own = inverted_auxiliary(view, verb).map(|_| verb);
    let Some(top) = own.or_else(|| main_verb(view, verb)).filter(|top| *top < mark) else {
        return false;
    };
    let inverted = inverted_auxiliary(view, top);
    let begins = inverted.unwrap_or(top);
    let takes_for_granted = (sentence.start..begins).any(|at| {
        let ends_before = (at..begins).any(|between| view.is(between, ","));
        is_question_word(view, at) && !ends_before
    });
    let turns = |at: usize| view.is_any(at, &[",", ";", ":", "—", "–", "and", "but"]);
    !takes_for_granted && (inverted.is_some() || !(verb..mark).any(turns))
}

/// "Did" of "Did she leave": the auxiliary before the subject.
fn inverted_auxiliary(view: View<'_>, verb: usize) -> Option<usize> {
    let first = view.child_by(verb, &[Relation::Aux, Relation::AuxPass, Relation::Cop])?;
    view.subject_of(verb).filter(|subject| first < *subject)?;
    Some(first)
}

/// The verb of the sentence, of which this one is a part that is asked for as well: "Is it true that she left?".
fn main_verb(view: View<'_>, verb: usize) -> Option<usize> {
    let is_asked_too = |at: usize| {
        matches!(
            view.relation(at),
            Relation::Conj | Relation::Ccomp | Relation::Csubj | Relation::Xcomp | Relation::Parataxis
        )
    };
    let top = std::iter::once(verb)
        .chain(view.ancestors(verb))
        .find(|at| !is_asked_too(*at))?;
    (view.relation(top) == Relation::Root).then_some(top)
}

fn is_question_word(view: View<'_>, at: usize) -> bool {
    matches!(view.tag(at), Tag::WhPronoun | Tag::WhAdverb | Tag::WhDeterminer)
        || view.is_any(
            at,
            &["who", "whom", "whose", "what", "which", "why", "when", "where", "how"],
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn asked(marked: &str, form: &str) -> bool {
        ask(&parsed(marked), form, is_asked)
    }

    #[test]
    fn a_question_says_nothing() {
        assert!(asked(
            "Did/do/VBD/3/aux Lund/Lund/NNP/3/nsubj leave/leave/VB/0/root ?/?/./3/punct",
            "leave"
        ));
        assert!(asked(
            "Lund/Lund/NNP/2/nsubj left/leave/VBD/0/root ?/?/./2/punct",
            "left"
        ));
        assert!(!asked(
            "Lund/Lund/NNP/2/nsubj left/leave/VBD/0/root ./././2/punct",
            "left"
        ));
    }

    #[test]
    fn who_left_and_why_takes_the_leaving_for_granted() {
        assert!(!asked("Who/who/WP/2/nsubj left/leave/VBD/0/root ?/?/./2/punct", "left"));
        assert!(!asked(
            "Why/why/RB/4/advmod did/do/VBD/4/aux Lund/Lund/NNP/4/nsubj leave/leave/VB/0/root ?/?/./4/punct",
            "leave"
        ));
        let marked = "Lund/Lund/NNP/2/nsubj left/leave/VBD/0/root ,/,/,/2/punct but/but/CC/5/cc why/why/RB/2/conj \
                      ?/?/./2/punct";
        assert!(!asked(marked, "left"));
    }
}
