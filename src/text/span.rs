//! A stretch of text, in UTF-8 bytes; it never knows which text it belongs to.

/// A half-open range of UTF-8 byte offsets, `start <= end`.
///
/// Which text the offsets count in (the source of a draft, or the prose of one block) is said where a span is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; an `end` before `start` gives an empty span at `start`.
    #[must_use]
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// Length in bytes.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` is inside.
    #[must_use]
    #[inline]
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether a cursor at `offset` touches the span; the place after the last byte counts.
    #[must_use]
    #[inline]
    pub fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether `other` is inside, ends included.
    #[must_use]
    #[inline]
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    #[inline]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the two share a byte or meet at an end.
    #[must_use]
    #[inline]
    pub fn touches_span(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    #[inline]
    pub fn join(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span moved `by` bytes to the right.
    #[must_use]
    #[inline]
    pub fn shifted(self, by: usize) -> Span {
        Span {
            start: self.start + by,
            end: self.end + by,
        }
    }

    /// The stretch of `text` that the span names; empty where the span leaves the text or cuts a character.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// How deep stretches are in each other at most, as far as [`one_covers`] looks.
const DEPTH: usize = 4;

/// Whether one of some stretches covers all of `span`. They are in the order of their starts, and beside each other but for a few.
/// Logarithmic in their number.
#[must_use]
pub fn one_covers(stretches: &[Span], span: Span) -> bool {
    let after = stretches.partition_point(|stretch| stretch.start <= span.start);
    let before = stretches.iter().take(after).rev();
    before.take(DEPTH).any(|stretch| stretch.covers(span))
}
