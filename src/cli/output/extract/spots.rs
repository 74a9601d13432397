//! Places and names of actors as `extract` writes them. It decides nothing about a draft.

use crate::analysis::{ActorId, Place};
use crate::cli::output::extract::types::{Spot, Text};
use crate::engine::Snapshot;
use crate::text::Span;

pub(super) fn text(place: Place, snapshot: &Snapshot) -> Text {
    Text {
        at: spot(place, snapshot),
        text: snapshot.text_of(place).to_owned(),
    }
}

pub(super) fn spot(place: Place, snapshot: &Snapshot) -> Spot {
    inside(snapshot.source_span(place), &snapshot.text)
}

/// The contract promises spans inside the text that cut no character, whatever the analysis says.
pub(super) fn inside(span: Span, source: &str) -> Spot {
    let start = source.floor_char_boundary(span.start);
    let end = source.ceil_char_boundary(span.end);
    Spot {
        start,
        end: end.max(start),
    }
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
        let spot = inside(Span::new(1, 4), source);
        assert_eq!((spot.start, spot.end), (0, 5));
        let spot = inside(Span::new(90, 99), source);
        assert_eq!((spot.start, spot.end), (source.len(), source.len()));
    }
}
