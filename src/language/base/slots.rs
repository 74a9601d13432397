//! The weights of the parser: for four classes, in a table without gaps, so that a look-up is one read without a branch.
//! It is laid out by a perfect hash of the kind "hash, displace and compress" (Belazzougui, Botelho and Dietzfelbinger 2009).

use crate::language::base::table::{Row, Weights, bucket_of, u32_at};

/// A read-only table for four classes. Features are spread over small groups; the pilot of a group is chosen when the table
/// is written, so that no two features fall into one slot. A slot is a mark of two bytes and a weight for each class.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slots<'a> {
    pilots: &'a [u8],
    slots: &'a [[u8; SLOT]],
}

/// The classes of a table.
pub const CLASSES: usize = 4;
const SLOT: usize = 2 + CLASSES;
/// Features of a group on average. Fewer make a larger table and less to try.
const IN_GROUP: usize = 3;
/// Slots for a hundred features.
const ROOM: usize = 107;
/// How many features are looked up side by side.
const AT_ONCE: usize = 96;

/// The slot of a feature whose group has this pilot.
#[inline]
fn place(hash: u64, pilot: u8, slots: u64) -> usize {
    let mixed = (hash ^ (u64::from(pilot) + 1).wrapping_mul(0xa3b1_9535_4a39_b70d)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bucket_of(mixed, slots) as usize
}

impl<'a> Slots<'a> {
    /// Reads a table from the front of `bytes`; gives it and what follows it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let groups = u32_at(bytes, 0)? as usize;
        let count = u32_at(bytes, 4)? as usize;
        let (pilots, rest) = bytes.get(8..)?.split_at_checked(groups)?;
        let (slots, rest) = rest.split_at_checked(count.checked_mul(SLOT)?)?;
        let slots = slots.as_chunks().0;
        Some((Self { pilots, slots }, rest))
    }

    /// Writes a table; classes above the fourth are left out, and what a byte cannot hold is cut. The bytes depend on the
    /// set of rows alone.
    #[must_use]
    pub fn write(mut rows: Vec<Row>) -> Vec<u8> {
        rows.sort_by_key(|row| row.0);
        let groups = rows.len().div_ceil(IN_GROUP);
        let mut count = rows.len() * ROOM / 100 + 1;
        let (pilots, places) = loop {
            if let Some(found) = displace(&rows, groups, count) {
                break found;
            }
            count += count / 50 + 1;
        };
        let mut slots = vec![[0_u8; SLOT]; count];
        for ((hash, weights), place) in rows.iter().zip(places) {
            let Some([low, high, bytes @ ..]) = slots.get_mut(place) else {
                continue;
            };
            [*low, *high] = (*hash as u16).to_le_bytes();
            for (class, byte) in (0_u8..).zip(bytes) {
                let of_class = weights.iter().filter(|pair| pair.0 == class);
                let sum: i32 = of_class.map(|pair| i32::from(pair.1)).sum();
                *byte = sum.clamp(-127, 127) as i8 as u8;
            }
        }
        let mut bytes = (groups as u32).to_le_bytes().to_vec();
        bytes.extend((count as u32).to_le_bytes());
        bytes.extend(pilots);
        bytes.extend(slots.as_flattened());
        bytes
    }

    /// Whether it holds no feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pilots.is_empty()
    }
}

/// A pilot for each group so that every row has a slot of its own, and that slot; none where a group finds no pilot.
fn displace(rows: &[Row], groups: usize, count: usize) -> Option<(Vec<u8>, Vec<usize>)> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); groups];
    for (at, (hash, _)) in rows.iter().enumerate() {
        members.get_mut(bucket_of(*hash, groups as u64) as usize)?.push(at);
    }
    // Large groups first, while there is much room.
    let mut order: Vec<usize> = (0..groups).collect();
    order.sort_by_key(|&group| (std::cmp::Reverse(members.get(group).map_or(0, Vec::len)), group));
    let mut is_taken = vec![false; count];
    let mut pilots = vec![0; groups];
    let mut places = vec![0; rows.len()];
    let mut tried: Vec<usize> = Vec::new();
    for group in order {
        let members = members.get(group)?;
        let pilot = (0..=u8::MAX).find(|&pilot| {
            tried.clear();
            members.iter().all(|&at| {
                let place = rows.get(at).map_or(0, |row| place(row.0, pilot, count as u64));
                let is_free = is_taken.get(place) == Some(&false) && !tried.contains(&place);
                tried.push(place);
                is_free
            })
        })?;
        *pilots.get_mut(group)? = pilot;
        for (&at, &place) in members.iter().zip(&tried) {
            *is_taken.get_mut(place)? = true;
            *places.get_mut(at)? = place;
        }
    }
    Some((pilots, places))
}

impl Weights for Slots<'_> {
    #[inline]
    fn score(&self, features: &[u64], scores: &mut [i32]) {
        const EMPTY: &[u8; SLOT] = &[0; SLOT];
        let (groups, count) = (self.pilots.len() as u64, self.slots.len() as u64);
        let mut sums = [0_i32; CLASSES];
        let mut places = [0_usize; AT_ONCE];
        for features in features.chunks(AT_ONCE) {
            for (slot, &hash) in places.iter_mut().zip(features) {
                let pilot = self.pilots.get(bucket_of(hash, groups) as usize).copied().unwrap_or(0);
                *slot = place(hash, pilot, count);
            }
            // No branch depends on what a slot holds, so that many reads are under way at once.
            for (&slot, &hash) in places.iter().zip(features) {
                let [low, high, weights @ ..] = self.slots.get(slot).unwrap_or(EMPTY);
                let fits = -i32::from(u16::from_le_bytes([*low, *high]) == hash as u16);
                for (sum, &weight) in sums.iter_mut().zip(weights) {
                    *sum += i32::from(weight as i8) & fits;
                }
            }
        }
        for (score, sum) in scores.iter_mut().zip(sums) {
            *score += sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::base::hashing::feature;

    #[test]
    fn slots_hold_what_is_written() {
        let rows: Vec<Row> = (0..10_000_u64)
            .map(|n| (feature(n, &[7]), vec![((n % 3) as u8, 1 + (n % 90) as i8), (3, -1)]))
            .collect();
        let mut reversed = rows.clone();
        reversed.reverse();
        let bytes = Slots::write(rows.clone());
        assert_eq!(bytes, Slots::write(reversed));
        let (table, rest) = Slots::read(&bytes).unwrap();
        assert!(rest.is_empty());
        for (hash, weights) in rows {
            let mut scores = [0; CLASSES];
            table.score(&[hash], &mut scores);
            assert_eq!(scores[3], -1);
            assert_eq!(scores[usize::from(weights[0].0)], i32::from(weights[0].1));
        }
        let unknown: Vec<u64> = (10_000..10_100).map(|n| feature(n, &[7])).collect();
        let mut scores = [0; CLASSES];
        table.score(&unknown, &mut scores);
        assert_eq!(scores, [0; CLASSES]);
        assert!(Slots::read(&bytes[..bytes.len() - 1]).is_none());
    }

    #[test]
    fn an_empty_table_says_nothing() {
        let bytes = Slots::write(Vec::new());
        let (table, _) = Slots::read(&bytes).unwrap();
        assert!(table.is_empty());
        let mut scores = [0; CLASSES];
        table.score(&[1, 2, 3], &mut scores);
        assert_eq!(scores, [0; CLASSES]);
    }
}
