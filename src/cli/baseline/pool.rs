//! The entries of a baseline that are there to be matched: each goes with one finding. It does not ask which draft they are of.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasher, RandomState};

use crate::cli::fingerprint::Traits;

/// Entries, each until it is taken. To take one costs the same however many there are.
#[derive(Debug, Default)]
pub struct Pool {
    entries: Vec<Option<Traits>>,
    /// Where entries are that have something in common, in their order, by a digest of it.
    places: HashMap<u64, VecDeque<usize>>,
    digests: RandomState,
}

impl Pool {
    /// All of these.
    pub fn of(entries: Vec<Traits>) -> Self {
        let mut pool = Self::default();
        for (place, entry) in entries.iter().enumerate() {
            for digest in [pool.whole(entry), pool.with_before(entry), pool.with_after(entry)] {
                pool.places.entry(digest).or_default().push_back(place);
            }
        }
        pool.entries = entries.into_iter().map(Some).collect();
        pool
    }

    /// Takes the first entry that nothing tells apart from a finding. Returns whether there was one.
    pub fn take_same(&mut self, traits: &Traits) -> bool {
        self.take(&[self.whole(traits)], |entry| entry.is_same(traits))
    }

    /// Takes the first entry with the words of a finding and the words on one side of it.
    pub fn take_alike(&mut self, traits: &Traits) -> bool {
        let digests = [self.with_before(traits), self.with_after(traits)];
        self.take(&digests, |entry| entry.is_alike(traits))
    }

    /// What nobody took, by its place in the list that the pool was made of.
    pub fn left(self) -> impl Iterator<Item = (usize, Traits)> {
        let left = self.entries.into_iter().enumerate();
        left.filter_map(|(place, entry)| Some((place, entry?)))
    }

    /// How many nobody took.
    pub fn count(&self) -> usize {
        self.entries.iter().flatten().count()
    }

    fn take(&mut self, digests: &[u64], fits: impl Fn(&Traits) -> bool) -> bool {
        let entries = &self.entries;
        let is_there = |place: &usize| entries.get(*place).is_some_and(Option::is_some);
        let is_fit = |place: &usize| entries.get(*place).and_then(Option::as_ref).is_some_and(&fits);
        let mut first: Option<usize> = None;
        for digest in digests {
            let Some(places) = self.places.get_mut(digest) else {
                continue;
            };
            while places.front().is_some_and(|place| !is_there(place)) {
                places.pop_front();
            }
            let here = places.iter().copied().find(is_fit);
            first = [first, here].into_iter().flatten().min();
        }
        let taken = first.and_then(|place| self.entries.get_mut(place)?.take());
        taken.is_some()
    }

    fn whole(&self, traits: &Traits) -> u64 {
        self.digests.hash_one(traits)
    }

    fn with_before(&self, traits: &Traits) -> u64 {
        self.digests
            .hash_one(("before", &traits.code, &traits.words, &traits.before))
    }

    fn with_after(&self, traits: &Traits) -> u64 {
        self.digests
            .hash_one(("after", &traits.code, &traits.words, &traits.after))
    }
}
