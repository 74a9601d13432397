//! The map from decoded prose back to the source; it never invents an offset outside the block.

use std::sync::Arc;

use crate::text::Span;

/// From byte offsets in a block's decoded text to byte offsets in the source.
///
/// A list of segments, each either copied (offsets run in step) or replaced (an entity, an escape: the decoded bytes
/// stand for the whole source stretch). Look-ups are binary searches. A clone is cheap, and so is one for another place.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    /// As they were read.
    segments: Arc<Vec<Segment>>,
    /// How far their source has moved since.
    moved: Moved,
}

/// How far the source of a map has moved since it was read.
#[derive(Clone, Copy, Debug, Default)]
struct Moved {
    from: usize,
    to: usize,
}

impl Moved {
    fn apply(self, at: usize) -> usize {
        (at + self.to).saturating_sub(self.from)
    }

    /// The same move from or to the first place, so that many moves do not add up.
    fn least(self) -> Self {
        let both = self.from.min(self.to);
        Self {
            from: self.from - both,
            to: self.to - both,
        }
    }

    /// Whether both move by the same number.
    fn is_as(self, other: Self) -> bool {
        self.to + other.from == other.to + self.from
    }

    fn undo(self, at: usize) -> Option<usize> {
        (at + self.from).checked_sub(self.to)
    }
}

impl PartialEq for OffsetMap {
    fn eq(&self, other: &Self) -> bool {
        let is_one = Arc::ptr_eq(&self.segments, &other.segments) && self.moved.is_as(other.moved);
        is_one || self.placed().eq(other.placed())
    }
}

impl Eq for OffsetMap {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    decoded: Span,
    source: Span,
    is_copied: bool,
}

impl OffsetMap {
    /// The map of a block that is a plain copy of `source`.
    #[must_use]
    pub fn copied(source: Span) -> Self {
        let mut map = Self::default();
        map.push(source.len(), source);
        map
    }

    /// Adds `decoded_len` bytes of decoded text that stand for `source`. Segments come in the order of the text.
    ///
    /// Equal lengths mean a plain copy; any other pair is one unit that offsets never cut.
    pub fn push(&mut self, decoded_len: usize, source: Span) {
        if decoded_len == source.len() {
            self.push_copied(source);
        } else {
            self.push_unit(decoded_len, source);
        }
    }

    /// Adds decoded text that is the same bytes as `source`.
    pub fn push_copied(&mut self, source: Span) {
        if source.is_empty() {
            return;
        }
        let start = self.decoded_len();
        let segments = Arc::make_mut(&mut self.segments);
        if let Some(last) = segments.last_mut()
            && last.is_copied
            && last.source.end == source.start
        {
            last.decoded.end += source.len();
            last.source.end = source.end;
            return;
        }
        if segments.is_empty() {
            // Most blocks are one copy, and there may be very many blocks.
            segments.reserve_exact(1);
        }
        segments.push(Segment {
            decoded: Span::new(start, start + source.len()),
            source,
            is_copied: true,
        });
    }

    /// Adds `decoded_len` bytes of decoded text that stand for all of `source`: one unit that offsets never cut, even
    /// if the lengths happen to be equal.
    pub fn push_unit(&mut self, decoded_len: usize, source: Span) {
        if decoded_len == 0 {
            return;
        }
        let start = self.decoded_len();
        Arc::make_mut(&mut self.segments).push(Segment {
            decoded: Span::new(start, start + decoded_len),
            source,
            is_copied: false,
        });
    }

    /// The length of the decoded text that the map covers.
    #[must_use]
    pub fn decoded_len(&self) -> usize {
        self.segments.last().map_or(0, |last| last.decoded.end)
    }

    /// The source stretch from the first decoded byte to the last.
    #[must_use]
    pub fn source(&self) -> Span {
        self.to_source(Span::new(0, self.decoded_len()))
    }

    /// The plain copies, as pairs of decoded and source stretch.
    pub fn copies(&self) -> impl Iterator<Item = (Span, Span)> + '_ {
        self.placed()
            .filter(|segment| segment.is_copied)
            .map(|segment| (segment.decoded, segment.source))
    }

    /// Adds the part of `other` that covers `decoded`, a stretch of the decoded text of `other`.
    pub fn append(&mut self, other: &OffsetMap, decoded: Span) {
        let first = other
            .segments
            .partition_point(|segment| segment.decoded.end <= decoded.start);
        for segment in other.placed().skip(first) {
            if segment.decoded.start >= decoded.end {
                break;
            }
            let start = segment.decoded.start.max(decoded.start);
            let end = segment.decoded.end.min(decoded.end);
            if segment.is_copied {
                let source = segment.source.start + (start - segment.decoded.start);
                self.push_copied(Span::new(source, source + (end - start)));
            } else {
                self.push_unit(end - start, segment.source);
            }
        }
    }

    /// The source stretch of a stretch of decoded text, whole replaced units included.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        let start = self.start_of(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.end_of(span.end))
    }

    /// The decoded offset of a source offset; `None` where the source byte is markup that left no prose.
    #[must_use]
    pub fn to_decoded(&self, source: usize) -> Option<usize> {
        let source = self.moved.undo(source)?;
        let next = self.segments.partition_point(|segment| segment.source.end <= source);
        let segment = self
            .segments
            .get(next)
            .or_else(|| self.segments.last().filter(|last| last.source.end == source))?;
        if source < segment.source.start {
            return None;
        }
        if segment.is_copied {
            return Some(segment.decoded.start + (source - segment.source.start));
        }
        Some(if source == segment.source.end {
            segment.decoded.end
        } else {
            segment.decoded.start
        })
    }

    fn start_of(&self, decoded: usize) -> usize {
        let next = self.segments.partition_point(|segment| segment.decoded.end <= decoded);
        self.moved.apply(match self.segments.get(next) {
            Some(segment) if segment.is_copied => segment.source.start + decoded.saturating_sub(segment.decoded.start),
            Some(segment) => segment.source.start,
            None => self.segments.last().map_or(0, |last| last.source.end),
        })
    }

    fn end_of(&self, decoded: usize) -> usize {
        let next = self.segments.partition_point(|segment| segment.decoded.end < decoded);
        self.moved.apply(match self.segments.get(next) {
            Some(segment) if segment.is_copied => segment.source.start + decoded.saturating_sub(segment.decoded.start),
            Some(segment) => segment.source.end,
            None => self.segments.last().map_or(0, |last| last.source.end),
        })
    }

    /// The segments where they are now.
    fn placed(&self) -> impl Iterator<Item = Segment> + '_ {
        let place = |span: Span| Span::new(self.moved.apply(span.start), self.moved.apply(span.end));
        self.segments.iter().map(move |segment| Segment {
            source: place(segment.source),
            ..*segment
        })
    }

    /// The source of all of the decoded text, if that is nothing but a copy of it.
    #[must_use]
    pub fn whole_copy(&self) -> Option<Span> {
        let mut placed = self.placed();
        let only = placed.next().filter(|segment| segment.is_copied)?;
        placed.next().is_none().then_some(only.source)
    }

    /// The map after a change before its place: what was at `from` in the source is at `to` now.
    #[must_use]
    pub fn moved(&self, from: usize, to: usize) -> Self {
        Self {
            segments: Arc::clone(&self.segments),
            moved: Moved {
                from: self.moved.from + from,
                to: self.moved.to + to,
            }
            .least(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_is_one_unit() {
        // Source: a&#34;b   decoded: a"b
        let mut map = OffsetMap::default();
        map.push(1, Span::new(10, 11));
        map.push(1, Span::new(11, 16));
        map.push(1, Span::new(16, 17));
        assert_eq!(map.to_source(Span::new(1, 2)), Span::new(11, 16));
        assert_eq!(map.to_source(Span::new(0, 3)), Span::new(10, 17));
        assert_eq!(map.to_source(Span::new(2, 3)), Span::new(16, 17));
        assert_eq!(map.to_decoded(16), Some(2));
        assert_eq!(map.to_decoded(13), Some(1));
        assert_eq!(map.to_decoded(17), Some(3));
        assert_eq!(map.to_decoded(9), None);
    }

    #[test]
    fn a_unit_as_long_as_its_source_is_not_a_copy() {
        let mut map = OffsetMap::default();
        map.push_unit(5, Span::new(0, 5));
        assert_eq!(map.to_source(Span::new(0, 3)), Span::new(0, 5));
        assert_eq!(map.copies().count(), 0);
    }

    #[test]
    fn a_part_of_a_map_keeps_its_places() {
        // Source: ab&#34;cd   decoded: ab"cd
        let mut map = OffsetMap::copied(Span::new(0, 2));
        map.push_unit(1, Span::new(2, 7));
        map.push_copied(Span::new(7, 9));
        let mut part = OffsetMap::default();
        part.append(&map, Span::new(1, 4));
        assert_eq!(part.decoded_len(), 3);
        assert_eq!(part.source(), Span::new(1, 8));
        assert_eq!(part.to_source(Span::new(1, 2)), Span::new(2, 7));
    }
}
