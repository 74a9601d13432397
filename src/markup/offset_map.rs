//! The map from decoded prose back to the source; it never invents an offset outside the block.

use crate::text::Span;

/// From byte offsets in a block's decoded text to byte offsets in the source.
///
/// A list of segments, each either copied (offsets run in step) or replaced (an entity, an escape: the decoded bytes
/// stand for the whole source stretch). Look-ups are binary searches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    segments: Vec<Segment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    decoded: Span,
    source: Span,
}

impl Segment {
    fn is_copied(self) -> bool {
        self.decoded.len() == self.source.len()
    }
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
        let start = self.segments.last().map_or(0, |last| last.decoded.end);
        if let Some(last) = self.segments.last_mut()
            && last.is_copied()
            && decoded_len == source.len()
            && last.source.end == source.start
        {
            last.decoded.end += decoded_len;
            last.source.end = source.end;
            return;
        }
        self.segments.push(Segment {
            decoded: Span::new(start, start + decoded_len),
            source,
        });
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
        let next = self.segments.partition_point(|segment| segment.source.end <= source);
        let segment = self
            .segments
            .get(next)
            .or_else(|| self.segments.last().filter(|last| last.source.end == source))?;
        if source < segment.source.start {
            return None;
        }
        if segment.is_copied() {
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
        match self.segments.get(next) {
            Some(segment) if segment.is_copied() => {
                segment.source.start + decoded.saturating_sub(segment.decoded.start)
            }
            Some(segment) => segment.source.start,
            None => self.segments.last().map_or(0, |last| last.source.end),
        }
    }

    fn end_of(&self, decoded: usize) -> usize {
        let next = self.segments.partition_point(|segment| segment.decoded.end < decoded);
        match self.segments.get(next) {
            Some(segment) if segment.is_copied() => {
                segment.source.start + decoded.saturating_sub(segment.decoded.start)
            }
            Some(segment) => segment.source.end,
            None => self.segments.last().map_or(0, |last| last.source.end),
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
}
