//! Places and names of actors as `extract` writes them. It decides nothing about a draft.

use crate::analysis::{ActorId, Place};
use crate::engine::Snapshot;
use crate::render::facts::offsets::Offsets;
use crate::render::facts::spot::Spot;
use crate::text::Span;

/// A draft and the unit that its places are given in.
pub(super) struct Spots<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) offsets: Offsets<'a>,
}

impl Spots<'_> {
    /// A place with its words, without what the markup adds to them.
    pub(super) fn spot(&self, place: Place) -> Spot {
        let span = self.snapshot.source_span(place);
        self.with_text(span, Some(self.snapshot.text_of(place)))
    }

    /// A stretch of the source with what is written there.
    pub(super) fn stretch(&self, span: Span) -> Spot {
        self.with_text(span, None)
    }

    fn with_text(&self, span: Span, text: Option<&str>) -> Spot {
        let source = self.offsets.text();
        let span = inside(span, source);
        Spot {
            start: self.offsets.of(span.start),
            end: self.offsets.of(span.end),
            text: text.unwrap_or_else(|| span.of(source)).to_owned(),
        }
    }
}

/// The contract promises spans inside the text that cut no character, whatever the analysis says.
fn inside(span: Span, source: &str) -> Span {
    let start = source.floor_char_boundary(span.start);
    Span::new(start, source.ceil_char_boundary(span.end))
}

pub(super) fn actor_id(actor: ActorId) -> String {
    format!("a{}", actor.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_stay_inside_and_cut_no_character() {
        let source = "“Öl”";
        assert_eq!(inside(Span::new(1, 4), source), Span::new(0, 5));
        let end = source.len();
        assert_eq!(inside(Span::new(90, 99), source), Span::new(end, end));
    }
}
