//! Joins the names of a draft to clusters, one for each actor, from precise to loose: the same name, a longer form of it,
//! an acronym, a short name. Where a short name fits two people it stays open.

mod clusters;
mod comparable;
mod longer;
mod people;
mod ties;
mod types;

pub(super) use types::{Membership, NameInText, Reason};

use rustc_hash::FxHashMap;

use crate::analysis::actors::ActorKind;
use crate::analysis::actors::cluster::clusters::{Clusters, DistinctName};
use crate::analysis::actors::cluster::ties::settle_ties;

/// The cluster of each of `names`; clusters are numbered from 0 in no particular order. Linear in the number of names but
/// for sorting.
pub(super) fn cluster(names: &[NameInText<'_>]) -> Vec<Membership> {
    // A draft repeats few names often: each is made comparable once.
    let mut known: FxHashMap<(&str, bool), usize> = FxHashMap::default();
    let mut distinct: Vec<DistinctName> = Vec::new();
    let forms: Vec<usize> = names
        .iter()
        .map(|name| {
            let is_organization = name.kind == ActorKind::Organization;
            *known.entry((name.text, is_organization)).or_insert_with(|| {
                distinct.push(DistinctName::of(name.text, is_organization));
                distinct.len() - 1
            })
        })
        .collect();
    let distinct_of = |at: usize| forms.get(at).and_then(|index| distinct.get(*index));
    let mut clusters = Clusters::default();
    for (at, name) in names.iter().enumerate() {
        if let Some(distinct) = distinct_of(at) {
            clusters.note(name, distinct);
        }
    }
    let mut of: Vec<Option<Membership>> = vec![None; names.len()];
    for at in long_names_first(names, distinct_of) {
        let (Some(name), Some(distinct)) = (names.get(at), distinct_of(at)) else {
            continue;
        };
        let membership = clusters.place(name, distinct, at, &of);
        if let Some(slot) = of.get_mut(at) {
            *slot = Some(membership);
        }
    }
    let mut of: Vec<Membership> = of
        .into_iter()
        .map(|found| found.unwrap_or(Membership::Tie(Vec::new())))
        .collect();
    settle_ties(names, &mut of);
    of
}

/// Names of several words before single words, so that a headline's short name finds the full name in the text, and of those
/// first the letters in brackets after a long form; a person's name with a suffix before the same without; otherwise in the order of
/// the text.
fn long_names_first<'a>(
    names: &[NameInText<'_>],
    distinct_of: impl Fn(usize) -> Option<&'a DistinctName>,
) -> Vec<usize> {
    let (long, short): (Vec<usize>, Vec<usize>) =
        (0..names.len()).partition(|at| distinct_of(*at).is_none_or(|name| name.form.words.len() > 1));
    let (mut order, bare): (Vec<usize>, Vec<usize>) = long
        .into_iter()
        .partition(|at| distinct_of(*at).is_some_and(|name| name.form.suffix.is_some()));
    let (letters, other): (Vec<usize>, Vec<usize>) = short
        .into_iter()
        .partition(|at| names.get(*at).is_some_and(|name| name.same_as.is_some()));
    order.extend(bare);
    order.extend(letters);
    order.extend(other);
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::BlockId;

    #[test]
    fn letters_in_a_headline_are_those_that_the_text_explains() {
        let name = |text, same_as| NameInText {
            text,
            kind: ActorKind::Organization,
            block: BlockId(0),
            gender: None,
            same_as,
            is_told_apart: false,
        };
        let found = cluster(&[
            name("HU", None),
            name("Harbour Workers’ Union", None),
            name("HU", Some(1)),
        ]);
        assert_eq!(found.first(), Some(&Membership::In(0, Reason::Same)));
        assert_eq!(found.last(), Some(&Membership::In(0, Reason::Acronym)));
    }
}
