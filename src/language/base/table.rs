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

/// Which of `buckets` a hash falls into.
#[inline]
pub(super) fn bucket_of(hash: u64, buckets: u64) -> u64 {
    ((hash >> 32) * buckets) >> 32
}

/// A number of four bytes.
#[inline]
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
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
    fn a_cut_table_is_refused() {
        let bytes = Table::write(vec![(1, vec![(0, 1)])]);
        assert!(Table::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
