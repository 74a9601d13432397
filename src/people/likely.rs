//! Clusters whose names are not the same but may be one person's: "R. Weil" and "Rosa Weil". They are joined only where nobody else
//! fits, whichever of the two is asked.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::people::evidence::Likeness;
use crate::people::shelf::{Slot, Sorting};
use crate::people::{PersonName, Token};

/// The most clusters that are looked at because of one thing in common.
const LOOKED_AT: usize = 64;
/// The most things in common that are looked at.
const MOST_SIGNS: usize = 262_144;

/// Joins what has another form of the name, after those of the same name are joined.
pub(super) fn join_likely(sorting: &mut Sorting<'_>) {
    let fitting = fitting(sorting);
    let sure: FxHashSet<(Slot, Slot)> = fitting
        .iter()
        .filter(|(slot, others)| are_one(sorting, **slot, others))
        .flat_map(|(slot, others)| others.iter().map(|other| (*slot, *other)).collect::<Vec<_>>())
        .collect();
    let mut pairs: Vec<(Slot, Slot)> = sure
        .iter()
        .filter(|(one, other)| one < other && sure.contains(&(*other, *one)))
        .copied()
        .collect();
    pairs.sort_unstable();
    for (one, other) in pairs {
        sorting.join(one, other);
    }
}

/// For each cluster, the ones with another form of the name that it may be one person with.
fn fitting(sorting: &mut Sorting<'_>) -> FxHashMap<Slot, Vec<Slot>> {
    let mut signs: FxHashMap<Token, Vec<Slot>> = FxHashMap::default();
    let slots = || 0..Slot::try_from(sorting.clusters.len()).unwrap_or(Slot::MAX);
    for slot in slots() {
        let Some(cluster) = sorting.get(slot) else { continue };
        for sign in sorting.signs_of(cluster) {
            if signs.len() >= MOST_SIGNS && !signs.contains_key(&sign) {
                continue;
            }
            let slots = signs.entry(sign).or_default();
            if slots.len() < LOOKED_AT {
                slots.push(slot);
            }
        }
    }
    let mut pairs: FxHashSet<(Slot, Slot)> = FxHashSet::default();
    for slots in signs.into_values() {
        for (at, one) in slots.iter().enumerate() {
            let with_later = slots.iter().skip(at + 1).map(|other| (*one, *other));
            // A shelf of one much-used name has many pairs of no use.
            pairs.extend(with_later.filter(|(one, other)| likeness_of(sorting, *one, *other).is_some()));
        }
    }
    let mut pairs: Vec<(Slot, Slot)> = pairs.into_iter().collect();
    pairs.sort_unstable();
    let mut fitting: FxHashMap<Slot, Vec<Slot>> = FxHashMap::default();
    for (one, other) in pairs {
        let likeness = likeness_of(sorting, one, other);
        if likeness.is_some_and(|likeness| sorting.is_one(one, other, likeness)) {
            fitting.entry(one).or_default().push(other);
            fitting.entry(other).or_default().push(one);
        }
    }
    fitting
}

/// Whether a cluster and all that fit it can be one person together.
fn are_one(sorting: &Sorting<'_>, slot: Slot, others: &[Slot]) -> bool {
    let names: Vec<&PersonName> = others
        .iter()
        .chain([&slot])
        .filter_map(|slot| sorting.get(*slot))
        .map(|cluster| &cluster.name)
        .collect();
    let keys: FxHashSet<String> = others
        .iter()
        .filter_map(|slot| Some(sorting.get(*slot)?.name.key()))
        .collect();
    let may_be = |one: &PersonName| names.iter().all(|other| one.may_be(other));
    // Two of one name were left apart, and nothing says which of them it is.
    keys.len() == others.len() && names.iter().all(|name| may_be(name))
}

/// How alike the names of two clusters are; `None` where they are the same, or cannot be one person's.
fn likeness_of(sorting: &Sorting<'_>, one: Slot, other: Slot) -> Option<Likeness> {
    let (one, other) = (&sorting.get(one)?.name, &sorting.get(other)?.name);
    if one == other || !one.may_be(other) {
        return None;
    }
    Some(if one.suffix != other.suffix {
        Likeness::Suffix
    } else if one.given.first() != other.given.first() {
        Likeness::Initial
    } else {
        Likeness::Longer
    })
}
