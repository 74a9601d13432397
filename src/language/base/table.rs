//! Quantized weights for many classes, read in place from the embedded file. Reading never copies and never fails on a missing
//! feature.

use crate::language::base::perfect::{Perfect, is_slot_of, u32_at};

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
/// As many pairs as are read at a time.
type PairChunk = [[u8; 2]; 4];
/// Pairs of which the first is the last one of its row and weighs nothing.
const NO_PAIRS: PairChunk = [[LAST, 0]; 4];

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

/// Where rows begin: as many as features are looked up side by side.
type RowStarts = [u32; AT_ONCE];

impl Table<'_> {
    /// Finds the rows of features, those of pairs and the full ones apart; how many there are of each.
    #[inline]
    fn find(&self, features: &[u64], pairs: &mut RowStarts, full: &mut RowStarts) -> (usize, usize) {
        let mut places = [0; AT_ONCE];
        for (place, &hash) in places.iter_mut().zip(features) {
            *place = self.places.place(hash);
        }
        let mut slots = [[0; SLOT]; AT_ONCE];
        for (slot, (&place, _)) in slots.iter_mut().zip(places.iter().zip(features)) {
            *slot = *self.places.slot(place);
        }
        let (mut count, mut count_full) = (0, 0);
        // What is found is gathered without a branch.
        for (slot, &hash) in slots.iter().zip(features) {
            let ([_, _, a, b, c], fits) = (*slot, is_slot_of(slot, hash));
            let row = u32::from_le_bytes([a, b, c, 0]);
            let is_full = row & FULL != 0;
            if let (Some(start), Some(start_full)) = (pairs.get_mut(count), full.get_mut(count_full)) {
                (*start, *start_full) = (row, (row & !FULL) * self.blocks as u32);
            }
            count += usize::from(fits & !is_full);
            count_full += usize::from(fits & is_full);
        }
        (count, count_full)
    }

    /// Adds the weights of rows of pairs. Several pairs are read at a time, those of all rows before the first is added; those after
    /// the last pair of a row count nothing. Where a row ends cannot be foreseen, and most rows have no more than these.
    #[inline]
    fn add_pairs(&self, rows: &[u32], sums: &mut [i16; CLASSES]) {
        let mut begun = [NO_PAIRS; AT_ONCE];
        for (pairs, &row) in begun.iter_mut().zip(rows) {
            *pairs = self.some_pairs(row);
        }
        for (begun, &row) in begun.iter().zip(rows) {
            let mut row = row;
            let mut goes_on = add(begun, sums);
            while goes_on {
                row += NO_PAIRS.len() as u32;
                goes_on = add(&self.some_pairs(row), sums);
            }
        }
    }

    /// So many pairs from a place on; at the end of the table they are filled up.
    #[inline]
    fn some_pairs(&self, place: u32) -> PairChunk {
        let rest = self.pairs.get(place as usize..).unwrap_or(&[]);
        rest.first_chunk().copied().unwrap_or_else(|| {
            let mut pairs = NO_PAIRS;
            pairs.iter_mut().zip(rest).for_each(|(pair, last)| *pair = *last);
            pairs
        })
    }

    /// Adds the weights of full rows, block by block, so that all rows are read side by side.
    #[inline]
    fn add_full(&self, rows: &[u32], sums: &mut [i16; CLASSES]) {
        for (block, sums) in sums.as_chunks_mut::<BLOCK>().0.iter_mut().take(self.blocks).enumerate() {
            let mut sum = *sums;
            for &row in rows {
                let weights = self.full.get(row as usize + block).unwrap_or(&[0; BLOCK]);
                for (sum, &weight) in sum.iter_mut().zip(weights) {
                    *sum += i16::from(weight as i8);
                }
            }
            *sums = sum;
        }
    }
}

/// Adds the weights of pairs up to the last one of their row; whether the row goes on.
#[inline]
fn add(pairs: &PairChunk, sums: &mut [i16; CLASSES]) -> bool {
    let mut counts = -1_i16;
    for &[class, weight] in pairs {
        if let Some(sum) = sums.get_mut(usize::from(class & !LAST)) {
            *sum += i16::from(weight as i8) & counts;
        }
        counts &= -i16::from(class & LAST == 0);
    }
    counts != 0
}

impl Scores for Table<'_> {
    #[inline]
    fn score(&self, features: &[u64], scores: &mut [i32]) {
        for features in features.chunks(AT_ONCE) {
            let (mut pairs, mut full) = ([0; AT_ONCE], [0; AT_ONCE]);
            let (count, count_full) = self.find(features, &mut pairs, &mut full);
            // As many rows as are looked up at once cannot overflow two bytes.
            let mut sums = [0_i16; CLASSES];
            self.add_pairs(pairs.get(..count).unwrap_or(&pairs), &mut sums);
            self.add_full(full.get(..count_full).unwrap_or(&full), &mut sums);
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
