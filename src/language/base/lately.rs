//! What was worked out lately, taken again where all that it rests on is the same: somebody who types has most of a sentence weighed
//! that was weighed a moment ago. It never changes what comes out, only when it comes.

/// Results by a hash of all that each rests on. A later one takes the place of an earlier one.
#[derive(Debug, Default)]
pub struct Lately<V>(Vec<(u64, V)>);

/// How many results are kept: those of one long sentence.
const KEPT: usize = 1024;

impl<V: Copy + Default> Lately<V> {
    /// The result under `key`: as it was, else as `work` gives it.
    #[inline]
    pub fn get(&mut self, key: u64, work: impl FnOnce() -> V) -> V {
        self.known(key).unwrap_or_else(|| {
            let result = work();
            self.keep(key, result);
            result
        })
    }

    /// The result under `key`, if it is still known.
    #[inline]
    pub fn known(&self, key: u64) -> Option<V> {
        let (known, result) = self.0.get(key as usize % KEPT)?;
        (*known == key).then_some(*result)
    }

    /// Keeps a result.
    #[inline]
    pub fn keep(&mut self, key: u64, result: V) {
        if self.0.is_empty() {
            self.0 = empty();
        }
        if let Some(slot) = self.0.get_mut(key as usize % KEPT) {
            *slot = (key, result);
        }
    }
}

/// Places of which each has a key that belongs in another.
fn empty<V: Copy + Default>() -> Vec<(u64, V)> {
    let other = |place: usize| u64::from(place == 0);
    (0..KEPT).map(|place| (other(place), V::default())).collect()
}

/// A hash of features, in their order.
#[inline]
pub fn of_features(features: &[u64]) -> u64 {
    // Four sums that do not wait for each other.
    let mut sums = [1, 2, 3, 4_u64];
    for four in features.chunks(sums.len()) {
        for (sum, feature) in sums.iter_mut().zip(four) {
            *sum = (sum.rotate_left(23) ^ feature).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }
    let hash = sums.into_iter().fold(features.len() as u64, |hash, sum| {
        (hash.rotate_left(23) ^ sum).wrapping_mul(0x517c_c1b7_2722_0a95)
    });
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_worked_out_once_for_a_key() {
        let mut lately = Lately::default();
        let mut asked = Vec::new();
        for key in [0, 7, 0, 7, KEPT as u64, 0, KEPT as u64 + 7, 7] {
            let result = lately.get(key, || {
                asked.push(key);
                key + 1
            });
            assert_eq!(result, key + 1);
        }
        // What shares a place with another is forgotten for it.
        assert_eq!(asked, [0, 7, KEPT as u64, 0, KEPT as u64 + 7, 7]);
    }

    #[test]
    fn features_in_another_order_have_another_key() {
        let features: Vec<u64> = (0..50).map(|n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
        let key = of_features(&features);
        for at in 1..features.len() {
            let mut other = features.clone();
            other.swap(at - 1, at);
            assert_ne!(of_features(&other), key);
            other.swap(at - 1, at);
            other.truncate(at);
            assert_ne!(of_features(&other), key);
        }
    }
}
