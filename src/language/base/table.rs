//! Quantized weights for many classes, read in place from the embedded file. Reading never copies and never fails on a missing
//! feature.

use crate::language::base::perfect::{Perfect, u32_at};

/// Gives the weights of features; the trainer and the embedded file both do.
pub trait Scores {
    /// Adds the weights of all `features` to the scores of the classes.
    fn score(&self, features: &[u64], scores: &mut [i32]);
}

/// A read-only table. A slot is a mark of two bytes and, in three, the place of what its feature weighs: mostly pairs of a
/// class and its weight, where the highest bit of the last class is set; for features that say something of many classes a
/// weight for every class, which is added faster than it would be looked up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'a> {
    places: Perfect<'a, SLOT>,
    pairs: &'a [[u8; 2]],
    /// The rows with a weight for every class, one after the other.
    full: &'a [[u8; BLOCK]],
    /// How many blocks a full row has.
    blocks: usize,
}

/// One feature of a table that is being written: its hash and its (class, weight) pairs. Classes are below 128.
pub type Row = (u64, Vec<(u8, i8)>);

/// The most classes of a table.
const CLASSES: usize = 128;
const SLOT: usize = 5;
/// How many weights of a full row are added at once; its end is filled up.
const BLOCK: usize = 8;
/// Marks the last pair of a feature.
const LAST: u8 = 0x80;
/// Marks a slot whose feature has a weight for every class.
const FULL: u32 = 1 << 23;
/// A row is full where it has more pairs than this, and a fifth of the classes.
const FEW: usize = 11;
/// How many features are looked up side by side.
const AT_ONCE: usize = 48;

impl<'a> Table<'a> {
    /// Reads a table from the front of `bytes`; gives it and what follows it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (places, rest) = Perfect::read(bytes)?;
        let [blocks, pairs, full] = [0, 4, 8].map(|at| u32_at(rest, at).map(|number| number as usize));
        let (blocks, rest) = (blocks?.min(CLASSES / BLOCK), rest.get(12..)?);
        let (pairs, rest) = rest.split_at_checked(pairs?.checked_mul(2)?)?;
        let (full, rest) = rest.split_at_checked(full?.checked_mul(blocks * BLOCK)?)?;
        let table = Self {
            places,
            pairs: pairs.as_chunks().0,
            full: full.as_chunks().0,
            blocks,
        };
        Some((table, rest))
    }

    /// Writes a table. The bytes depend on the set of rows alone, not on their order.
    #[must_use]
    pub fn write(mut rows: Vec<Row>) -> Vec<u8> {
        rows.sort_by_key(|row| row.0);
        let used = rows.iter().flat_map(|row| &row.1).map(|pair| pair.0);
        let blocks = used.max().map_or(0, |class| usize::from(class) / BLOCK + 1);
        let mut entries = Vec::with_capacity(rows.len());
        // An empty slot, whose mark a feature may have, reads the first pair: it weighs nothing.
        let (mut pairs, mut full): (Vec<[u8; 2]>, Vec<u8>) = (vec![[LAST, 0]], Vec::new());
        for (hash, weights) in &rows {
            let Some((last, others)) = weights.split_last() else {
                continue;
            };
            let every = every_class(weights, blocks * BLOCK);
            let place = if let Some(every) = every {
                let place = full.len() / (blocks * BLOCK);
                full.extend(every);
                FULL | place as u32
            } else {
                let place = pairs.len();
                pairs.extend(others.iter().map(|&(class, weight)| [class, weight as u8]));
                pairs.push([last.0 | LAST, last.1 as u8]);
                place as u32
            };
            let [a, b, c, _] = place.to_le_bytes();
            entries.push((*hash, [0, 0, a, b, c]));
        }
        let mut bytes = Perfect::write(entries);
        for number in [blocks, pairs.len(), full.len() / (blocks * BLOCK).max(1)] {
            bytes.extend((number as u32).to_le_bytes());
        }
        bytes.extend(pairs.as_flattened());
        bytes.extend(full);
        bytes
    }

    /// Whether it holds no feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

/// A weight for every class, where the row is better written so; a row that a byte cannot hold is not.
fn every_class(weights: &[(u8, i8)], classes: usize) -> Option<Vec<u8>> {
    if weights.len() <= FEW || weights.len() * 5 < classes {
        return None;
    }
    let sums = (0..classes).map(|class| {
        let of_class = weights.iter().filter(|pair| usize::from(pair.0) == class);
        of_class.map(|pair| i32::from(pair.1)).sum::<i32>()
    });
    sums.map(|sum| i8::try_from(sum).ok().map(|weight| weight as u8))
        .collect()
}

impl Scores for Table<'_> {
    #[inline]
    fn score(&self, features: &[u64], scores: &mut [i32]) {
        for features in features.chunks(AT_ONCE) {
            // What is found is gathered without a branch, the two kinds apart.
            let (mut found, mut found_full) = ([0_u32; AT_ONCE], [0_u32; AT_ONCE]);
            let (mut count, mut count_full) = (0, 0);
            let mut places = [0; AT_ONCE];
            for (place, &hash) in places.iter_mut().zip(features) {
                *place = self.places.place(hash);
            }
            for (&place, &hash) in places.iter().zip(features) {
                let (&[_, _, a, b, c], fits) = self.places.slot(place, hash);
                let row = u32::from_le_bytes([a, b, c, 0]);
                let is_full = row & FULL != 0;
                if let (Some(slot), Some(slot_full)) = (found.get_mut(count), found_full.get_mut(count_full)) {
                    (*slot, *slot_full) = (row, row & !FULL);
                }
                count += usize::from(fits & !is_full);
                count_full += usize::from(fits & is_full);
            }
            // As many rows as are looked up at once cannot overflow two bytes.
            let mut sums = [0_i16; CLASSES];
            for &place in found.iter().take(count) {
                for &[class, weight] in self.pairs.get(place as usize..).unwrap_or(&[]) {
                    if let Some(sum) = sums.get_mut(usize::from(class & !LAST)) {
                        *sum += i16::from(weight as i8);
                    }
                    if class & LAST != 0 {
                        break;
                    }
                }
            }
            for &place in found_full.iter().take(count_full) {
                let start = place as usize * self.blocks;
                let row = self.full.get(start..start + self.blocks).unwrap_or(&[]);
                for (sums, block) in sums.as_chunks_mut::<BLOCK>().0.iter_mut().zip(row) {
                    for (sum, &weight) in sums.iter_mut().zip(block) {
                        *sum += i16::from(weight as i8);
                    }
                }
            }
            for (score, &sum) in scores.iter_mut().zip(&sums) {
                *score += i32::from(sum);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::base::hashing::feature;

    #[test]
    fn what_is_written_is_read() {
        let rows: Vec<Row> = (0..1000_u64)
            .map(|n| (feature(n, &[7]), vec![((n % 3) as u8, n as i8), (3, -1)]))
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
        let mut scores = [0; 4];
        table.score(&[feature(1000, &[7])], &mut scores);
        assert_eq!(scores, [0; 4]);
    }

    #[test]
    fn rows_of_many_classes_are_read_like_others() {
        let weights = |n: u64| -> Vec<(u8, i8)> {
            (0..n as u8 % 60)
                .map(|class| (class, (n as u8 ^ class) as i8))
                .collect()
        };
        let large = (feature(99, &[8]), (0..40).map(|class| (class / 2, 120)).collect());
        let mut rows: Vec<Row> = (1..200).map(|n| (feature(n, &[7]), weights(n))).collect();
        rows.push(large);
        let bytes = Table::write(rows.clone());
        let (table, _) = Table::read(&bytes).unwrap();
        assert!(!table.full.is_empty() && !table.pairs.is_empty());
        let mut expected = [0; 60];
        for (class, weight) in rows.iter().flat_map(|row| &row.1) {
            expected[usize::from(*class)] += i32::from(*weight);
        }
        let features: Vec<u64> = rows.iter().map(|row| row.0).collect();
        let mut scores = [0; 60];
        table.score(&features, &mut scores);
        assert_eq!(scores, expected);
    }

    #[test]
    fn a_cut_table_is_refused() {
        let bytes = Table::write(vec![(1, vec![(0, 1)])]);
        assert!(Table::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
