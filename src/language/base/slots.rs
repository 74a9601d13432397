//! The weights of the parser: for four classes, which are in the slot of their feature.

use std::hint::select_unpredictable;

use crate::language::base::perfect::{Perfect, is_slot_of};
use crate::language::base::table::Row;

/// A read-only table for four classes; a slot is a mark of two bytes and a weight for each class.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slots<'a>(Perfect<'a, SLOT>);

/// The classes of a table.
pub const CLASSES: usize = 4;
const SLOT: usize = 2 + CLASSES;

impl<'a> Slots<'a> {
    /// Reads a table from the front of `bytes`; gives it and what follows it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (table, rest) = Perfect::read(bytes)?;
        Some((Self(table), rest))
    }

    /// Writes a table; classes above the fourth are left out, and what a byte cannot hold is cut. The bytes depend on the
    /// set of rows alone.
    #[must_use]
    pub fn write(rows: Vec<Row>) -> Vec<u8> {
        let entries = rows.into_iter().map(|(hash, weights)| {
            let mut slot = [0; SLOT];
            for (class, byte) in (0_u8..).zip(slot.iter_mut().skip(2)) {
                let of_class = weights.iter().filter(|pair| pair.0 == class);
                let sum: i32 = of_class.map(|pair| i32::from(pair.1)).sum();
                *byte = sum.clamp(-127, 127) as i8 as u8;
            }
            (hash, slot)
        });
        Perfect::write(entries.collect())
    }

    /// Whether it holds no feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How many features are looked up side by side: all of a state.
const AT_ONCE: usize = 80;

impl Slots<'_> {
    /// The sum of the weights of all features.
    #[must_use]
    pub fn sum(&self, features: &[u64]) -> [i32; CLASSES] {
        let mut sum = [0; CLASSES];
        for features in features.chunks(AT_ONCE) {
            let [more] = self.sums(features, [features.len()]);
            for (sum, more) in sum.iter_mut().zip(more) {
                *sum += i32::from(more);
            }
        }
        sum
    }

    /// The sums of the weights of features in groups, given with how many each has: 80 at most in all. They are looked up together,
    /// so that many reads are under way at once.
    #[inline]
    #[must_use]
    pub fn sums<const GROUPS: usize>(&self, features: &[u64], sizes: [usize; GROUPS]) -> [[i16; CLASSES]; GROUPS] {
        let mut sums = [[0; CLASSES]; GROUPS];
        if features.is_empty() {
            return sums;
        }
        let mut places = [0; AT_ONCE];
        for (place, &hash) in places.iter_mut().zip(features) {
            *place = self.0.place(hash);
        }
        let mut slots = [[0; SLOT]; AT_ONCE];
        for (slot, (&place, _)) in slots.iter_mut().zip(places.iter().zip(features)) {
            *slot = *self.0.slot(place);
        }
        let (mut slots, mut hashes) = (&slots[..], features);
        for (sum, size) in sums.iter_mut().zip(sizes) {
            let Some(((of_group, more_slots), (hashes_of_group, more_hashes))) =
                slots.split_at_checked(size).zip(hashes.split_at_checked(size))
            else {
                break;
            };
            let mut all = SlotSum::default();
            for (slot, &hash) in of_group.iter().zip(hashes_of_group) {
                let [_, _, a, b, c, d] = *slot;
                let weights = u32::from_le_bytes([a, b, c, d]);
                all.add(select_unpredictable(is_slot_of(slot, hash), weights, 0));
            }
            *sum = all.of(size);
            (slots, hashes) = (more_slots, more_hashes);
        }
        sums
    }
}

/// Sums of the four weights of slots, two to a number: those of the classes 0 and 2, and of 1 and 3. Each weight is made positive,
/// so that none borrows from its neighbor; so few as are looked up at once do not overflow.
#[derive(Clone, Copy, Default)]
struct SlotSum {
    even: u32,
    odd: u32,
}

impl SlotSum {
    /// Adds the weights of a slot, as they are written.
    #[inline]
    fn add(&mut self, weights: u32) {
        let positive = weights ^ 0x8080_8080;
        self.even += positive & 0x00ff_00ff;
        self.odd += positive >> 8 & 0x00ff_00ff;
    }

    /// The sums, after so many were added.
    #[inline]
    fn of(self, added: usize) -> [i16; CLASSES] {
        let SlotSum { even, odd } = self;
        [even, odd, even >> 16, odd >> 16].map(|sum| (sum as i16).wrapping_sub(added as i16 * 128))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::base::hashing::feature;

    #[test]
    fn slots_hold_what_is_written() {
        let features: Vec<u64> = (0..1000).map(|n| feature(n, &[7])).collect();
        let weights = |n: u16| vec![((n % 3) as u8, 1 + (n % 90) as i8), (3, -1)];
        let rows = features.iter().zip(0..).map(|(hash, n)| (*hash, weights(n)));
        let bytes = Slots::write(rows.collect());
        let (table, rest) = Slots::read(&bytes).unwrap();
        assert!(rest.is_empty());
        for (hash, n) in features.iter().zip(0_u16..) {
            let mut expected = [0, 0, 0, -1];
            expected[usize::from(n % 3)] = i32::from(1 + n % 90);
            assert_eq!(table.sum(&[*hash]), expected);
        }
        let unknown = feature(1000, &[7]);
        assert_eq!(table.sum(&[features[0], features[4], unknown]), [1, 5, 0, -2]);
    }

    #[test]
    fn groups_are_weighed_each_for_itself() {
        let features: Vec<u64> = (0..AT_ONCE as u64).map(|n| feature(n, &[7])).collect();
        let weight = |n: usize, class: usize| if n.is_multiple_of(3) { -127 } else { 127 - class as i8 };
        let is_known = |n: &usize| n % 5 != 4;
        let row = |n: usize| {
            (
                features[n],
                (0..4).map(|class| (class, weight(n, class.into()))).collect(),
            )
        };
        let bytes = Slots::write((0..AT_ONCE).filter(is_known).map(row).collect());
        let (table, _) = Slots::read(&bytes).unwrap();
        for sizes in [[AT_ONCE, 0, 0], [0, 7, AT_ONCE - 7], [3, 0, 40], [0, 0, 0]] {
            let mut end = 0;
            let expected = sizes.map(|size| {
                let group = end..end + size;
                end = group.end;
                let of_class = |class| group.clone().filter(is_known).map(move |n| i16::from(weight(n, class)));
                [0, 1, 2, 3].map(|class| of_class(class).sum::<i16>())
            });
            assert_eq!(table.sums(&features[..end], sizes), expected, "{sizes:?}");
        }
    }

    #[test]
    fn an_empty_table_says_nothing() {
        let bytes = Slots::write(Vec::new());
        let (table, _) = Slots::read(&bytes).unwrap();
        assert!(table.is_empty());
        assert_eq!(table.sum(&[1, 2, 3]), [0; CLASSES]);
    }
}
