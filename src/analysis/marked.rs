//! The stretches of a draft between quotation marks, to be looked up by place. It does not say who speaks in them.

use std::sync::Arc;

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::markup::BlockId;
use crate::text::{Span, one_covers};

/// The marked stretches of a draft: quotations and mentions, by block and in order.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    spans: Vec<Span>,
    /// The block of the first.
    first: usize,
    /// How many are in each block from there on and in those before it.
    ends: Vec<usize>,
}

impl Marked {
    /// The marked stretches of these quotations, which are in the order of the text. Linear.
    #[must_use]
    pub fn of(quotations: &[Arc<Quotation>]) -> Self {
        let mut marked = Self::default();
        for quotation in quotations {
            if quotation.kind != QuotationKind::Indirect {
                let block = quotation.place.block.0;
                if marked.spans.is_empty() {
                    marked.first = block;
                }
                marked
                    .ends
                    .resize(block.saturating_sub(marked.first) + 1, marked.spans.len());
                marked.spans.push(quotation.place.span);
                if let Some(end) = marked.ends.last_mut() {
                    *end = marked.spans.len();
                }
            }
        }
        marked
    }

    /// The marked stretches of a block, in order.
    #[must_use]
    pub fn in_block(&self, block: BlockId) -> &[Span] {
        let end = |block: usize| self.ends.get(block).copied().unwrap_or(self.spans.len());
        let Some(block) = block.0.checked_sub(self.first) else {
            return &[];
        };
        let start = block.checked_sub(1).map_or(0, end);
        self.spans.get(start..end(block)).unwrap_or_default()
    }

    /// Whether all of a place is marked. Logarithmic in the number of stretches of its block.
    #[must_use]
    pub fn covers(&self, place: Place) -> bool {
        one_covers(self.in_block(place.block), place.span)
    }

    /// Whether some of a place is marked. Logarithmic in the number of stretches of its block.
    #[must_use]
    pub fn overlaps(&self, place: Place) -> bool {
        let spans = self.in_block(place.block);
        let next = spans.partition_point(|marked| marked.end <= place.span.start);
        spans.get(next).is_some_and(|marked| marked.overlaps(place.span))
    }
}
