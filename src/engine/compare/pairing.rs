//! Which things of two versions are the same, and which are alike enough to be one that was changed. Where a thing is makes no
//! difference. It knows no topic.

use rustc_hash::{FxHashMap, FxHashSet};

/// Of longer lists the rest is not compared one with the other: what is left of it counts as added and removed.
const MOST_COMPARED: usize = 500;

/// What two lists have in common, and what only one of them has; each in the order of its list.
pub(super) struct Pairing<T> {
    /// Things of both, the old one first.
    pub both: Vec<(T, T)>,
    /// Things that only the old list has.
    pub old: Vec<T>,
    /// Things that only the new list has.
    pub new: Vec<T>,
}

/// Pairs things with the same key, as often as both lists have it. Of several with one key the most alike are paired, so that
/// what is left is what was added or removed. Linear in the lists, and quadratic in the shorter ends of those with one key.
pub(super) fn by_key<T, K: std::hash::Hash + Eq>(
    old: Vec<T>,
    new: Vec<T>,
    key: impl Fn(&T) -> Option<K>,
    likeness: impl Fn(&T, &T) -> f64,
) -> Pairing<T> {
    let mut groups: FxHashMap<K, (Vec<usize>, Vec<usize>)> = FxHashMap::default();
    for (at, thing) in old.iter().enumerate() {
        if let Some(key) = key(thing) {
            groups.entry(key).or_default().0.push(at);
        }
    }
    for (at, thing) in new.iter().enumerate() {
        if let Some(group) = key(thing).and_then(|key| groups.get_mut(&key)) {
            group.1.push(at);
        }
    }
    let mut partners: Vec<Option<usize>> = vec![None; old.len()];
    for (olds, news) in groups.into_values() {
        let alike = |one: usize, other: usize| match (old.get(one), new.get(other)) {
            (Some(one), Some(other)) => likeness(one, other),
            _ => 0.0,
        };
        let is_plain = olds.len() == 1 && news.len() == 1;
        let pairs = if is_plain {
            Vec::new()
        } else {
            best_pairs(&olds, &news, alike)
        };
        let taken: FxHashSet<usize> = pairs.iter().map(|(_, other)| *other).collect();
        let paired: FxHashSet<usize> = pairs.iter().map(|(one, _)| *one).collect();
        // What was too much to compare is paired in the order of the text.
        let rest_old = olds.iter().filter(|one| !paired.contains(one));
        let rest_new = news.iter().filter(|other| !taken.contains(other));
        let rest = rest_old.zip(rest_new).map(|(one, other)| (*one, *other));
        for (one, other) in pairs.iter().copied().chain(rest) {
            if let Some(partner) = partners.get_mut(one) {
                *partner = Some(other);
            }
        }
    }
    split(old, new, &partners)
}

/// The most alike of two lists of places, each once.
fn best_pairs(olds: &[usize], news: &[usize], alike: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for one in olds.iter().take(MOST_COMPARED) {
        for other in news.iter().take(MOST_COMPARED) {
            pairs.push((alike(*one, *other), *one, *other));
        }
    }
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let (mut paired, mut taken) = (FxHashSet::default(), FxHashSet::default());
    pairs.retain(|(_, one, other)| {
        !paired.contains(one) && !taken.contains(other) && paired.insert(*one) && taken.insert(*other)
    });
    pairs.into_iter().map(|(_, one, other)| (one, other)).collect()
}

/// Pairs things that are alike, the most alike first, if they are at least as alike as `least`. Quadratic in the shorter ends of
/// the lists.
pub(super) fn by_likeness<T>(old: Vec<T>, new: Vec<T>, least: f64, likeness: impl Fn(&T, &T) -> f64) -> Pairing<T> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (at, one) in old.iter().enumerate().take(MOST_COMPARED) {
        for (other_at, other) in new.iter().enumerate().take(MOST_COMPARED) {
            let alike = likeness(one, other);
            if alike >= least {
                pairs.push((alike, at, other_at));
            }
        }
    }
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let mut partners: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken: FxHashSet<usize> = FxHashSet::default();
    for (_, at, other) in pairs {
        if let Some(partner) = partners.get_mut(at).filter(|partner| partner.is_none())
            && taken.insert(other)
        {
            *partner = Some(other);
        }
    }
    split(old, new, &partners)
}

/// Lists whose things have partners or not.
fn split<T>(old: Vec<T>, new: Vec<T>, partners: &[Option<usize>]) -> Pairing<T> {
    let mut new: Vec<Option<T>> = new.into_iter().map(Some).collect();
    let mut pairing = Pairing {
        both: Vec::new(),
        old: Vec::new(),
        new: Vec::new(),
    };
    for (thing, partner) in old.into_iter().zip(partners) {
        match partner.and_then(|at| new.get_mut(at)?.take()) {
            Some(partner) => pairing.both.push((thing, partner)),
            None => pairing.old.push(thing),
        }
    }
    pairing.new = new.into_iter().flatten().collect();
    pairing
}

/// The words of a text made comparable: in small letters, without marks.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    let plain = |word: &str| -> String {
        let letters = word.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let words = text.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '/'));
    words.map(plain).filter(|word| !word.is_empty()).collect()
}

/// How many of their words two texts share, from 0 to 1. Linear in the words.
pub(super) fn shared_words(one: &[String], other: &[String]) -> f64 {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for word in one {
        *counts.entry(word).or_default() += 1;
    }
    let mut shared = 0u32;
    for word in other {
        if let Some(count) = counts.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    let all = one.len() + other.len();
    if all == 0 {
        return 0.0;
    }
    f64::from(shared) * 2.0 / all as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_moved_is_the_same() {
        let pairing = by_key(
            vec!["a", "b", "b", "c"],
            vec!["b", "c", "a", "d"],
            |word| Some(*word),
            |_, _| 0.0,
        );
        assert_eq!(pairing.both, [("a", "a"), ("b", "b"), ("c", "c")]);
        assert_eq!((pairing.old, pairing.new), (vec!["b"], vec!["d"]));
    }

    #[test]
    fn the_most_alike_are_one() {
        let likeness = |one: &&str, other: &&str| shared_words(&plain_words(one), &plain_words(other));
        let pairing = by_likeness(
            vec!["the quay is full", "it rained"],
            vec!["the quay was sold", "The quay is full-blown"],
            0.5,
            likeness,
        );
        assert_eq!(pairing.both, [("the quay is full", "The quay is full-blown")]);
        assert_eq!(
            (pairing.old, pairing.new),
            (vec!["it rained"], vec!["the quay was sold"])
        );
    }
}
