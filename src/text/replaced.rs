//! The one stretch in which two texts differ, and where the rest has moved to. It knows no lines and no edits.

use crate::text::Span;

/// What was put in the place of what, so that an old text became a new one. Several changes are one, from the first to the
/// last of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Where the texts begin to differ, in bytes; the same in both.
    start: usize,
    /// Where they are the same again, in the old text.
    old_end: usize,
    /// Where they are the same again, in the new text.
    new_end: usize,
}

impl Replaced {
    /// The smallest stretch in which the texts differ; `None` where they are the same. Linear in their length, and as fast as
    /// memory is compared.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        let mut start = common_start(old.as_bytes(), new.as_bytes());
        while !(old.is_char_boundary(start) && new.is_char_boundary(start)) {
            start -= 1;
        }
        let mut same = common_end(after(old.as_bytes(), start), after(new.as_bytes(), start));
        while !(old.is_char_boundary(old.len() - same) && new.is_char_boundary(new.len() - same)) {
            same -= 1;
        }
        Some(Self {
            start,
            old_end: old.len() - same,
            new_end: new.len() - same,
        })
    }

    /// The stretch in the old text.
    #[must_use]
    pub fn old_span(&self) -> Span {
        Span::new(self.start, self.old_end)
    }

    /// The stretch in the new text.
    #[must_use]
    pub fn new_span(&self) -> Span {
        Span::new(self.start, self.new_end)
    }

    /// Where a stretch of the old text is in the new one. What was put in right before or after it is not part of it; of one
    /// that was cut into, what is left and what came in its place is.
    #[must_use]
    pub fn moved(&self, span: Span) -> Span {
        let start = match span.start {
            start if start >= self.old_end => start - self.old_end + self.new_end,
            start => start.min(self.start),
        };
        let end = match span.end {
            end if end <= self.start => end,
            end if end >= self.old_end => end - self.old_end + self.new_end,
            _ => self.new_end,
        };
        Span::new(start, end)
    }
}

/// How many bytes are compared at a time.
const STEP: usize = 256;

fn common_start(old: &[u8], new: &[u8]) -> usize {
    let steps = old
        .chunks(STEP)
        .zip(new.chunks(STEP))
        .take_while(|(old, new)| old == new);
    let same = (steps.count() * STEP).min(old.len()).min(new.len());
    let pairs = after(old, same).iter().zip(after(new, same));
    same + pairs.take_while(|(old, new)| old == new).count()
}

fn common_end(old: &[u8], new: &[u8]) -> usize {
    let steps = old
        .rchunks(STEP)
        .zip(new.rchunks(STEP))
        .take_while(|(old, new)| old == new);
    let same = (steps.count() * STEP).min(old.len()).min(new.len());
    let pairs = before(old, same).iter().rev().zip(before(new, same).iter().rev());
    same + pairs.take_while(|(old, new)| old == new).count()
}

fn after(bytes: &[u8], start: usize) -> &[u8] {
    bytes.get(start..).unwrap_or_default()
}

/// All but the last `count` bytes.
fn before(bytes: &[u8], count: usize) -> &[u8] {
    bytes.get(..bytes.len().saturating_sub(count)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn replaced(old: &str, new: &str) -> (usize, usize, usize) {
        let found = Replaced::between(old, new).unwrap();
        (found.start, found.old_end, found.new_end)
    }

    #[test]
    fn the_smallest_stretch_is_found() {
        assert_eq!(Replaced::between("the quay", "the quay"), None);
        assert_eq!(replaced("the quay", "the old quay"), (4, 4, 8));
        assert_eq!(replaced("the old quay", "the quay"), (4, 8, 4));
        assert_eq!(replaced("the ququ", "the ququqy"), (8, 8, 10));
        // The two letters share their first byte.
        assert_eq!(replaced("café", "cafè"), (3, 5, 5));
    }

    #[test]
    fn what_is_around_the_change_moves() {
        let found = Replaced::between("the quay is shut", "the old quay is shut").unwrap();
        let moved = |start, end| found.moved(Span::new(start, end)).of("the old quay is shut");
        assert_eq!(moved(0, 3), "the");
        assert_eq!(moved(4, 8), "quay");
        assert_eq!(moved(0, 8), "the old quay");
        let found = Replaced::between("the old quay", "the new quay").unwrap();
        assert_eq!(found.moved(Span::new(4, 7)).of("the new quay"), "new");
    }

    proptest! {
        #[test]
        fn all_else_is_the_same(start in "[abé]{0,6}", old in "[abè]{0,300}", new in "[abé]{0,300}", end in "[ab]{0,6}") {
            let (old, new) = (format!("{start}{old}{end}"), format!("{start}{new}{end}"));
            if let Some(found) = Replaced::between(&old, &new) {
                prop_assert_eq!(old.get(..found.start).unwrap(), new.get(..found.start).unwrap());
                prop_assert_eq!(old.get(found.old_end..).unwrap(), new.get(found.new_end..).unwrap());
                prop_assert!(found.start <= found.old_end.min(found.new_end));
            } else {
                prop_assert_eq!(old, new);
            }
        }
    }
}
