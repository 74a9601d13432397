//! How the quotations of a draft are presented that have no speaker.

use std::sync::Arc;

use crate::analysis::presentation::around::InBlock;
use crate::analysis::presentation::clause::{has_tag, is_fragment};
use crate::analysis::presentation::explained::explained;
use crate::analysis::presentation::types::Presentation;
use crate::analysis::{BlockFacts, Quotation, QuotationStatus};
use crate::markup::Markup;

/// How the quotations without a speaker are presented, in the order of the quotations. Linear in the words of their blocks.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>], quotations: &[Arc<Quotation>]) -> Vec<Presentation> {
    let mut presentations = Vec::new();
    // The block in which an unclosed quotation was seen last.
    let mut unclosed = None;
    for (index, quotation) in quotations.iter().enumerate() {
        let block = quotation.place.block;
        let is_after_unclosed = unclosed == Some(block);
        if !quotation.closed && !quotation.runs_on {
            unclosed = Some(block);
        }
        let around = InBlock::of(quotation.place, markup, blocks);
        let without_speaker = quotation.status == QuotationStatus::Unattributed;
        if let Some(around) = around.filter(|_| without_speaker) {
            presentations.push(Presentation {
                quotation: index,
                explained: explained(&around, markup, blocks),
                is_fragment: is_fragment(&around, quotation, quotations),
                has_tag: has_tag(&around, quotations),
                is_after_unclosed,
            });
        }
    }
    presentations
}
