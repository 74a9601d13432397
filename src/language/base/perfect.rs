//! A hash table without gaps or collisions: a look-up is one read, and no branch depends on what it finds. It never changes
//! after it is written.
//!
//! It is laid out by a perfect hash of the kind "hash, displace and compress" (Belazzougui, Botelho and Dietzfelbinger 2009).

/// A read-only table from features to `SLOT` bytes, of which the first two mark the feature. Features are spread over small
/// groups; the pilot of a group is chosen when the table is written, so that no two features fall into one slot.
#[derive(Clone, Copy, Debug, Default)]
pub struct Perfect<'a, const SLOT: usize> {
    pilots: &'a [[u8; 2]],
    slots: &'a [[u8; SLOT]],
}

/// A feature and its slot; the first two bytes are filled in by [`Perfect::write`].
pub type KeyedSlot<const SLOT: usize> = (u64, [u8; SLOT]);

/// Features of a group on average. Fewer make a larger table and less to try.
const IN_GROUP: usize = 4;
/// Slots for a hundred features.
const ROOM: usize = 101;

impl<'a, const SLOT: usize> Perfect<'a, SLOT> {
    /// Reads a table from the front of `bytes`; gives it and what follows it.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let groups = u32_at(bytes, 0)? as usize;
        let count = u32_at(bytes, 4)? as usize;
        let (pilots, rest) = bytes.get(8..)?.split_at_checked(groups.checked_mul(2)?)?;
        let (slots, rest) = rest.split_at_checked(count.checked_mul(SLOT)?)?;
        let (pilots, slots) = (pilots.as_chunks().0, slots.as_chunks().0);
        Some((Self { pilots, slots }, rest))
    }

    /// Writes a table. The bytes depend on the set of entries alone; of entries for one feature the first counts, for two could
    /// never be told apart.
    #[must_use]
    pub fn write(mut entries: Vec<KeyedSlot<SLOT>>) -> Vec<u8> {
        entries.sort_by_key(|entry| entry.0);
        entries.dedup_by_key(|entry| entry.0);
        let groups = entries.len().div_ceil(IN_GROUP);
        let mut count = entries.len() * ROOM / 100 + 1;
        let (pilots, places) = loop {
            if let Some(found) = displace(&entries, groups, count) {
                break found;
            }
            count += count / 50 + 1;
        };
        let mut slots = vec![[0_u8; SLOT]; count];
        for ((hash, entry), place) in entries.iter().zip(places) {
            if let Some(slot) = slots.get_mut(place) {
                *slot = *entry;
                for (byte, mark) in slot.iter_mut().zip((*hash as u16).to_le_bytes()) {
                    *byte = mark;
                }
            }
        }
        let mut bytes = (groups as u32).to_le_bytes().to_vec();
        bytes.extend((count as u32).to_le_bytes());
        bytes.extend(pilots.iter().flat_map(|pilot| pilot.to_le_bytes()));
        bytes.extend(slots.as_flattened());
        bytes
    }

    /// Whether it holds no feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pilots.is_empty()
    }

    /// Where the slot of a feature is, if it has one.
    #[inline]
    pub fn place(&self, hash: u64) -> u32 {
        let group = bucket_of(hash, self.pilots.len() as u64) as usize;
        let pilot = self.pilots.get(group).copied().unwrap_or([0; 2]);
        place(hash, u16::from_le_bytes(pilot), self.slots.len() as u64)
    }

    /// The slot at a place that [`Perfect::place`] gave. Asking for the places of many features before the first slot, and for all
    /// slots before a look at the first, lets many reads be under way at once.
    #[inline]
    pub fn slot(&self, place: u32) -> &'a [u8; SLOT] {
        self.slots.get(place as usize).unwrap_or(const { &[0; SLOT] })
    }
}

/// Whether a slot is marked as that of a feature.
#[inline]
pub fn is_slot_of<const SLOT: usize>(slot: &[u8; SLOT], hash: u64) -> bool {
    let mark = [slot.first().copied().unwrap_or(0), slot.get(1).copied().unwrap_or(0)];
    u16::from_le_bytes(mark) == hash as u16
}

/// The slot of a feature whose group has this pilot.
#[inline]
fn place(hash: u64, pilot: u16, slots: u64) -> u32 {
    let mixed = (hash ^ (u64::from(pilot) + 1).wrapping_mul(0xa3b1_9535_4a39_b70d)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bucket_of(mixed, slots) as u32
}

/// A pilot for each group so that every entry has a slot of its own, and that slot; none where a group finds no pilot.
fn displace<const SLOT: usize>(
    entries: &[KeyedSlot<SLOT>],
    groups: usize,
    count: usize,
) -> Option<(Vec<u16>, Vec<usize>)> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); groups];
    for (at, (hash, _)) in entries.iter().enumerate() {
        members.get_mut(bucket_of(*hash, groups as u64) as usize)?.push(at);
    }
    // Large groups first, while there is much room.
    let mut order: Vec<usize> = (0..groups).collect();
    order.sort_by_key(|&group| (std::cmp::Reverse(members.get(group).map_or(0, Vec::len)), group));
    let mut is_taken = vec![false; count];
    let mut pilots = vec![0; groups];
    let mut places = vec![0; entries.len()];
    let mut tried: Vec<usize> = Vec::new();
    for group in order {
        let members = members.get(group)?;
        let pilot = (0..=u16::MAX).find(|&pilot| {
            tried.clear();
            members.iter().all(|&at| {
                let place = entries.get(at).map_or(0, |entry| place(entry.0, pilot, count as u64)) as usize;
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

/// Which of `buckets` a hash falls into.
#[inline]
fn bucket_of(hash: u64, buckets: u64) -> u64 {
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
    use crate::language::base::hashing::feature;

    fn find(table: &Perfect<'_, 3>, hash: u64) -> Option<u8> {
        let slot = table.slot(table.place(hash));
        is_slot_of(slot, hash).then_some(slot[2])
    }

    #[test]
    fn what_is_written_is_found() {
        let entries: Vec<KeyedSlot<3>> = (0..10_000_u64).map(|n| (feature(n, &[7]), [0, 0, n as u8])).collect();
        let mut reversed = entries.clone();
        reversed.reverse();
        let bytes = Perfect::write(entries.clone());
        assert_eq!(bytes, Perfect::write(reversed));
        let (table, rest) = Perfect::read(&bytes).unwrap();
        assert!(rest.is_empty());
        for (hash, slot) in entries {
            assert_eq!(find(&table, hash), Some(slot[2]));
        }
        let unknown = (10_000..10_100).filter(|&n| find(&table, feature(n, &[7])).is_some());
        assert_eq!(unknown.count(), 0);
    }

    #[test]
    fn a_feature_that_is_given_twice_is_written_once() {
        let bytes = Perfect::<3>::write(vec![(9, [0, 0, 1]), (9, [0, 0, 2])]);
        let (table, _) = Perfect::read(&bytes).unwrap();
        assert_eq!(find(&table, 9), Some(1));
    }

    #[test]
    fn a_cut_table_is_refused_and_an_empty_one_read() {
        let bytes = Perfect::<3>::write(vec![(1, [0, 0, 1])]);
        assert!(Perfect::<3>::read(&bytes[..bytes.len() - 1]).is_none());
        let bytes = Perfect::<3>::write(Vec::new());
        let (table, _) = Perfect::read(&bytes).unwrap();
        assert!(table.is_empty());
        assert_eq!(find(&table, 1), None);
    }
}
