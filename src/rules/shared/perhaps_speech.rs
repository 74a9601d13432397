//! Which words of a draft may be somebody's, by all that is known of it: what no program may change unseen. It judges no word.

use crate::analysis::quotations::perhaps_quoted;
use crate::analysis::{BlockId, Marked, Place};
use crate::rules::Context;
use crate::text::Span;

/// Which words may be somebody's. They are asked for block by block, and a block is read once, if nothing else says so.
#[derive(Default)]
pub struct PerhapsSpeech {
    last: Option<SpokenIn>,
}

/// What may be somebody's in one block.
struct SpokenIn {
    block: BlockId,
    marked: Marked,
    stretches: Vec<Span>,
}

impl PerhapsSpeech {
    /// Whether some of a place is quoted, or may be: in an interview, between the parts of a running quotation, after the name of a
    /// speaker, or on the side of a mark that has lost its partner.
    pub fn holds(&mut self, context: &Context<'_>, place: Place) -> bool {
        let interview = &context.facts.interview;
        interview.may_hold(place.block)
            || context.block(place).is_some_and(|block| block.in_quote)
            || interview.perhaps_speaks(place.block)
            || self.may_be_quoted(context, place)
    }

    fn may_be_quoted(&mut self, context: &Context<'_>, place: Place) -> bool {
        let last = self.last.take().filter(|last| last.block == place.block);
        let of_block = last.unwrap_or_else(|| SpokenIn {
            block: place.block,
            marked: Marked::of(context.quotations_in(place.block)),
            stretches: perhaps_quoted(context.text_around(place)),
        });
        let is_inside = |stretch: &Span| stretch.overlaps(place.span);
        let holds = of_block.marked.overlaps(place) || of_block.stretches.iter().any(is_inside);
        self.last = Some(of_block);
        holds
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::FixSafety;
    use crate::rules::testing::mended;

    #[test]
    fn nothing_is_changed_unseen_where_a_mark_is_missing() {
        for text in [
            "We saw the the ferry,” Weil said.",
            "We saw the the ferry,\" Weil said. \"It was late.\"",
            "We saw the the ferry,’ Weil said.",
            "Weil said: ‘We saw the the ferry.",
            "We saw the the ferry“, sagte Weil.",
            "“We saw it.\n\nWe were at the the pier.\n\n“We left,” Weil said.",
            "“We saw it.\n\nWe were at the the pier.”",
            "Q: Why did it close?\n\nA: They went to the the pier.",
            "Q: Why did it close? A: They went to the the pier.",
            "Q. Why did it close?\n\nA. They went.\n\nThey were at the the pier.",
            "Ana Weil: They went to the the pier.",
        ] {
            assert_eq!(mended(text, FixSafety::Safe), text);
        }
    }

    #[test]
    fn the_other_side_is_the_draft_s_own() {
        for (text, wanted) in [
            (
                "We left,” Weil said at the the pier.",
                "We left,” Weil said at the pier.",
            ),
            (
                "At the the pier Weil said: “We left.",
                "At the pier Weil said: “We left.",
            ),
            (
                "The drivers’ talks are at the the pier.",
                "The drivers’ talks are at the pier.",
            ),
            (
                "“We left.\n\n“We stay,” Weil said.\n\nIt is by the the pier.",
                "“We left.\n\n“We stay,” Weil said.\n\nIt is by the pier.",
            ),
        ] {
            assert_eq!(mended(text, FixSafety::Safe), wanted);
        }
    }
}
