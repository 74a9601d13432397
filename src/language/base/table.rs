//! Quantised weights, read in place from the embedded file. Reading never copies and never fails on a missing feature.

use std::hint::black_box;

/// Gives the weights of features; the trainer and the embedded file both do.
pub trait Weights {
    /// Adds the weights of all `features` to the scores of the classes.
    fn score(&self, features: &[u64], scores: &mut [i32]);
}

/// A read-only hash table: an index of buckets, and buckets of features with the weights of their classes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'a> {
    index: &'a [u8],
    body: &'a [u8],
    buckets: u64,
}

/// One feature of a table that is being written: its hash and its (class, weight) pairs.
pub type Row = (u64, Vec<(u8, i8)>);

impl<'a> Table<'a> {
    /// Reads a table from the front of `bytes`; gives it and what follows it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let buckets = u32_at(bytes, 0)?;
        let size = u32_at(bytes, 4)? as usize;
        let rest = bytes.get(8..)?;
        let (index, rest) = rest.split_at_checked((buckets as usize + 1) * 4)?;
        let (body, rest) = rest.split_at_checked(size)?;
        let table = Self {
            index,
            body,
            buckets: u64::from(buckets),
        };
        Some((table, rest))
    }

    /// Writes a table. The bytes depend on the set of rows alone, not on their order.
    #[must_use]
    pub fn write(mut rows: Vec<Row>) -> Vec<u8> {
        let buckets = (rows.len() as u64 / 2).max(1);
        rows.sort_by_key(|row| (bucket_of(row.0, buckets), row.0));
        let mut index: Vec<u8> = Vec::new();
        let mut body: Vec<u8> = Vec::new();
        let mut next_bucket = 0;
        for (hash, weights) in &rows {
            while next_bucket <= bucket_of(*hash, buckets) {
                index.extend((body.len() as u32).to_le_bytes());
                next_bucket += 1;
            }
            body.extend((*hash as u16).to_le_bytes());
            body.push(weights.len() as u8);
            for &(class, weight) in weights {
                body.extend([class, weight as u8]);
            }
        }
        while next_bucket <= buckets {
            index.extend((body.len() as u32).to_le_bytes());
            next_bucket += 1;
        }
        let mut bytes = Vec::with_capacity(index.len() + body.len() + 8);
        bytes.extend((buckets as u32).to_le_bytes());
        bytes.extend((body.len() as u32).to_le_bytes());
        bytes.extend(index);
        bytes.extend(body);
        bytes
    }

    /// Whether it holds no feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    #[inline]
    fn bucket(&self, hash: u64) -> &'a [u8] {
        let at = bucket_of(hash, self.buckets) as usize * 4;
        let (Some(start), Some(end)) = (u32_at(self.index, at), u32_at(self.index, at + 4)) else {
            return &[];
        };
        self.body.get(start as usize..end as usize).unwrap_or(&[])
    }
}

/// How many features are looked up side by side.
const AT_ONCE: usize = 32;

impl Weights for Table<'_> {
    #[inline]
    fn score(&self, features: &[u64], scores: &mut [i32]) {
        // All buckets are found before one is read, and the first byte of each is asked for: the tables are larger than the
        // nearest caches, and so the waits for memory lie side by side.
        let mut buckets: [&[u8]; AT_ONCE] = [&[]; AT_ONCE];
        for features in features.chunks(AT_ONCE) {
            for (bucket, &hash) in buckets.iter_mut().zip(features) {
                *bucket = self.bucket(hash);
            }
            let touched = buckets.iter().take(features.len());
            black_box(touched.fold(0, |sum, bucket| sum ^ bucket.first().copied().unwrap_or(0)));
            for (bucket, &hash) in buckets.iter().zip(features) {
                add(bucket, (hash as u16).to_le_bytes(), scores);
            }
        }
    }
}

/// Adds the weights of the feature with this mark, where the bucket holds it.
#[inline]
fn add(mut bucket: &[u8], mark: [u8; 2], scores: &mut [i32]) {
    while let [low, high, count, rest @ ..] = bucket {
        let Some((weights, next)) = rest.split_at_checked(usize::from(*count) * 2) else {
            return;
        };
        if [*low, *high] == mark {
            for pair in weights.as_chunks().0 {
                let [class, weight]: [u8; 2] = *pair;
                if let Some(score) = scores.get_mut(usize::from(class)) {
                    *score += i32::from(weight as i8);
                }
            }
            return;
        }
        bucket = next;
    }
}

/// A read-only table for four classes: slots of six bytes, a mark and a weight for each class, so that a look-up touches
/// one place of memory only. An empty slot has no weight.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slots<'a> {
    slots: &'a [[u8; SLOT]],
}

const SLOT: usize = 6;

impl<'a> Slots<'a> {
    /// Reads a table from the front of `bytes`; gives it and what follows it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let count = u32_at(bytes, 0)? as usize;
        let (body, rest) = bytes.get(4..)?.split_at_checked(count * SLOT)?;
        Some((
            Self {
                slots: body.as_chunks().0,
            },
            rest,
        ))
    }

    /// Writes a table; classes above the fourth are left out. The bytes depend on the set of rows alone.
    #[must_use]
    pub fn write(mut rows: Vec<Row>) -> Vec<u8> {
        let count = if rows.is_empty() { 0 } else { rows.len() * 4 / 3 + 1 };
        rows.sort_by_key(|row| (bucket_of(row.0, count as u64), row.0));
        let mut slots = vec![[0_u8; SLOT]; count];
        for (hash, weights) in &rows {
            let mut at = bucket_of(*hash, count as u64) as usize;
            while slots.get(at).is_some_and(is_taken) {
                at = if at + 1 == count { 0 } else { at + 1 };
            }
            let Some([low, high, bytes @ ..]) = slots.get_mut(at) else {
                continue;
            };
            [*low, *high] = (*hash as u16).to_le_bytes();
            for (class, byte) in (0_u8..).zip(bytes) {
                let sum = weights
                    .iter()
                    .filter(|pair| pair.0 == class)
                    .map(|pair| i32::from(pair.1))
                    .sum();
                *byte = encode(sum) as u8;
            }
        }
        let mut bytes = (count as u32).to_le_bytes().to_vec();
        bytes.extend(slots.as_flattened());
        bytes
    }

    /// Whether it holds no feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }
}

/// Codes up to this size are their own value; above, the value grows with the square, so that one byte holds rare large
/// weights too.
const LINEAR: i32 = 64;

#[inline]
fn decode(code: i8) -> i32 {
    let size = i32::from(code).abs();
    let above = (size - LINEAR).max(0);
    (size.min(LINEAR) + above * above) * i32::from(code).signum()
}

/// The code whose value is nearest.
fn encode(weight: i32) -> i8 {
    let size = weight.abs();
    let code = (0..=i8::MAX)
        .min_by_key(|code| (decode(*code) - size).abs())
        .unwrap_or(0);
    if weight < 0 { -code } else { code }
}

#[inline]
fn is_taken(slot: &[u8; SLOT]) -> bool {
    let [_, _, weights @ ..] = slot;
    *weights != [0; 4]
}

impl Weights for Slots<'_> {
    #[inline]
    fn score(&self, features: &[u64], scores: &mut [i32]) {
        let count = self.slots.len();
        let mut sums = [0_i32; 4];
        let mut places = [0_usize; AT_ONCE];
        for features in features.chunks(AT_ONCE) {
            for (place, &hash) in places.iter_mut().zip(features) {
                *place = bucket_of(hash, count as u64) as usize;
            }
            let touched = places.iter().take(features.len()).map(|&place| self.slots.get(place));
            black_box(touched.fold(0, |sum, slot| sum ^ slot.map_or(0, |[low, ..]| *low)));
            for (&place, &hash) in places.iter().zip(features) {
                self.add(place, (hash as u16).to_le_bytes(), &mut sums);
            }
        }
        for (score, sum) in scores.iter_mut().zip(sums) {
            *score += sum;
        }
    }
}

impl Slots<'_> {
    /// Adds the weights of the feature with this mark, where a slot from `at` on holds it.
    #[inline]
    fn add(&self, mut at: usize, mark: [u8; 2], sums: &mut [i32; 4]) {
        let count = self.slots.len();
        // A table is never full, so that the walk ends; a damaged one ends it by the count.
        for _ in 0..count {
            let Some(slot) = self.slots.get(at).filter(|slot| is_taken(slot)) else {
                return;
            };
            let [low, high, weights @ ..] = slot;
            if [*low, *high] == mark {
                for (sum, code) in sums.iter_mut().zip(weights) {
                    *sum += decode(*code as i8);
                }
                return;
            }
            at = if at + 1 == count { 0 } else { at + 1 };
        }
    }
}

#[inline]
fn bucket_of(hash: u64, buckets: u64) -> u64 {
    ((hash >> 32) * buckets) >> 32
}

#[inline]
fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let rows: Vec<Row> = (0..1000_u64)
            .map(|n| {
                (
                    crate::language::base::hashing::feature(n, &[7]),
                    vec![((n % 3) as u8, n as i8), (3, -1)],
                )
            })
            .collect();
        let mut reversed = rows.clone();
        reversed.reverse();
        let bytes = Table::write(rows.clone());
        assert_eq!(bytes, Table::write(reversed));
        let (table, rest) = Table::read(&bytes).unwrap();
        assert!(rest.is_empty());
        for (hash, weights) in rows {
            let mut scores = [0; 4];
            table.score(&[hash], &mut scores);
            assert_eq!(scores[3], -1);
            assert_eq!(scores[usize::from(weights[0].0)], i32::from(weights[0].1));
        }
    }

    #[test]
    fn slots_hold_what_is_written() {
        let rows: Vec<Row> = (0..1000_u64)
            .map(|n| {
                (
                    crate::language::base::hashing::feature(n, &[7]),
                    vec![((n % 3) as u8, 1 + (n % 90) as i8), (3, -1)],
                )
            })
            .collect();
        let bytes = Slots::write(rows.clone());
        let (table, rest) = Slots::read(&bytes).unwrap();
        assert!(rest.is_empty());
        for (hash, weights) in rows {
            let mut scores = [0; 4];
            table.score(&[hash], &mut scores);
            assert_eq!(scores[3], -1);
            let expected = i32::from(weights[0].1);
            assert!((scores[usize::from(weights[0].0)] - expected).abs() <= 5);
        }
        let mut scores = [0; 4];
        table.score(&[crate::language::base::hashing::feature(5000, &[])], &mut scores);
        assert_eq!(scores, [0; 4]);
        assert!(Slots::read(&bytes[..bytes.len() - 1]).is_none());
    }

    #[test]
    fn a_cut_table_is_refused() {
        let bytes = Table::write(vec![(1, vec![(0, 1)])]);
        assert!(Table::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
