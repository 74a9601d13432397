//! The stretches of a draft between quotation marks, to be looked up by place. It does not say who speaks in them.

use rustc_hash::FxHashMap;

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::markup::BlockId;
use crate::text::Span;

/// How deep quotations are nested at most, as far as anybody looks.
const DEPTH: usize = 4;

/// The marked stretches of a draft: quotations and mentions, by block and in order.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    by_block: FxHashMap<BlockId, Vec<Span>>,
}

impl Marked {
    /// The marked stretches of these quotations. Linear.
    #[must_use]
    pub fn of(quotations: &[Quotation]) -> Self {
        let mut by_block: FxHashMap<BlockId, Vec<Span>> = FxHashMap::default();
        for quotation in quotations {
            if quotation.kind != QuotationKind::Indirect {
                by_block
                    .entry(quotation.place.block)
                    .or_default()
                    .push(quotation.place.span);
            }
        }
        Self { by_block }
    }

    /// The marked stretches of a block, in order.
    #[must_use]
    pub fn in_block(&self, block: BlockId) -> &[Span] {
        self.by_block.get(&block).map_or(&[], Vec::as_slice)
    }

    /// Whether all of a place is marked. Logarithmic in the number of stretches of its block.
    #[must_use]
    pub fn covers(&self, place: Place) -> bool {
        let spans = self.in_block(place.block);
        let after = spans.partition_point(|span| span.start <= place.span.start);
        let before = spans.iter().take(after).rev();
        before.take(DEPTH).any(|span| span.covers(place.span))
    }

    /// Whether some of a place is marked. Logarithmic in the number of stretches of its block.
    #[must_use]
    pub fn overlaps(&self, place: Place) -> bool {
        let spans = self.in_block(place.block);
        let next = spans.partition_point(|marked| marked.end <= place.span.start);
        spans.get(next).is_some_and(|marked| marked.overlaps(place.span))
    }
}
