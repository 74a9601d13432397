//! The two marks of a quotation, to be typed over together. Only marks that are the same letter can be.

use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::text::Span;

/// The opening and the closing mark of the quotation that has one of them at the source byte `offset`, where both are
/// the same letter: `"` or `'`.
pub(super) fn paired_marks(snapshot: &Snapshot, offset: usize) -> Option<[Span; 2]> {
    let (block, _) = snapshot.locate(offset)?;
    in_block(&snapshot.facts.quotations, block, |quotation| quotation.place)
        .filter(|quotation| quotation.closed)
        .map(|quotation| snapshot.source_span(quotation.place))
        .find_map(|span| {
            let text = span.of(&snapshot.text);
            let (first, last) = (text.chars().next()?, text.chars().next_back()?);
            let pair = [
                Span::new(span.start, span.start + first.len_utf8()),
                Span::new(span.end - last.len_utf8(), span.end),
            ];
            let is_here = pair.iter().any(|mark| mark.touches(offset));
            (is_here && first == last && matches!(first, '"' | '\'') && text.len() > 1).then_some(pair)
        })
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::snapshot;

    #[test]
    fn straight_marks_are_a_pair_and_curly_ones_are_none() {
        let text = "\"We stay,\" said Rosa Haskill. “We do not,” said Anna Weil.\n";
        let snapshot = snapshot(text);
        let starts = |at: usize| snapshot.paired_marks(at).map(|pair| pair.map(|mark| mark.start));
        assert_eq!(starts(0), Some([0, 9]));
        assert_eq!(starts(10), Some([0, 9]));
        assert_eq!(starts(4), None);
        assert_eq!(starts(text.find('“').unwrap()), None);
    }
}
