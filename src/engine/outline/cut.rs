//! What a line that is cut has lost: the words that say which, how much or what. It looks at the line and its sentence alone.

use crate::language::{Relation, Tag, Upos, View};

/// Whether the words that are left out change or empty what the line says. `root` is the main word of the sentence.
pub(super) fn loses_point(view: View<'_>, words: &[usize], root: Option<usize>) -> bool {
    loses_description(view, words)
        || loses_measure(view, words)
        || root.is_some_and(|root| loses_report(view, words, root))
}

/// "The council rejected a plan…": a line that ends in something of which only the rest of the sentence says what it is.
fn loses_description(view: View<'_>, words: &[usize]) -> bool {
    let Some(last) = words.last().copied().filter(|last| view.upos(*last) == Upos::Noun) else {
        return false;
    };
    let described = &[
        Relation::Acl,
        Relation::AclRelcl,
        Relation::Nmod,
        Relation::Ccomp,
        Relation::Advcl,
    ];
    let is_one = view
        .child_by(last, &[Relation::Det])
        .is_some_and(|article| view.is_any(article, &["a", "an", "another"]));
    let says_kind = view
        .child_by(
            last,
            &[
                Relation::Amod,
                Relation::Compound,
                Relation::NmodUnmarked,
                Relation::Nummod,
            ],
        )
        .is_some();
    is_one && !says_kind && view.children_by(last, described).any(|word| word > last)
}

/// "Ostby spends the most money on schools…": what the most is counted by comes after it ("per child").
fn loses_measure(view: View<'_>, words: &[usize]) -> bool {
    let is_most = |at: usize| {
        view.tag(at) == Tag::SuperlativeAdjective && view.is_any(at, &["most", "least", "highest", "lowest"])
    };
    words.iter().any(|at| is_most(*at))
        && words
            .last()
            .is_some_and(|last| view.is_any(last + 1, &["per", "for", "among", "of"]))
}

/// "Lund argued that closing the pier of Ostby for good…": what is reported has lost its verb.
fn loses_report(view: View<'_>, words: &[usize], root: usize) -> bool {
    let is_left_out = |clause: usize| words.last().is_some_and(|last| clause > *last);
    let begins = |clause: usize| {
        view.children_by(clause, &[Relation::Mark])
            .any(|mark| words.contains(&mark) && view.is(mark, "that"))
    };
    words.contains(&root)
        && view
            .children_by(root, &[Relation::Ccomp])
            .any(|clause| is_left_out(clause) && begins(clause))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    const REJECTED: &str = "Lund/Lund/NNP/2/nsubj rejected/reject/VBD/0/root a/a/DT/4/det plan/plan/NN/2/obj to/to/TO/6/mark \
                            sell/sell/VB/4/acl";

    #[test]
    fn a_thing_of_which_only_the_rest_says_what_it_is_is_no_point() {
        assert!(ask(&parsed(REJECTED), "rejected", |view, _| loses_description(
            view,
            &[0, 1, 2, 3]
        )));
        let told = REJECTED.replace("a/a/DT/4/det", "the/the/DT/4/det");
        assert!(!ask(&parsed(&told), "rejected", |view, _| loses_description(
            view,
            &[0, 1, 2, 3]
        )));
    }

    #[test]
    fn what_is_reported_needs_its_verb() {
        let marked =
            "Lund/Lund/NNP/2/nsubj said/say/VBD/0/root that/that/IN/5/mark rain/rain/NN/5/nsubj fell/fall/VBD/2/ccomp";
        assert!(ask(&parsed(marked), "said", |view, root| loses_report(
            view,
            &[0, 1, 2, 3],
            root
        )));
        assert!(!ask(&parsed(marked), "said", |view, root| loses_report(
            view,
            &[0, 1, 2, 3, 4],
            root
        )));
    }
}
