//! Which quotations of a paragraph take over the speaker of the paragraph before. It does not ask whether that one hands any on.

use crate::analysis::attribution::draft::chain::{Carried, ChainLink};
use crate::analysis::attribution::draft::place::give;
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus};
use crate::markup::Block;

/// Gives quotations at the head of a block the speaker of the block before. `first` is the first quotation of the block, and
/// `runs` says whether it goes on with the last one of the block before.
pub fn take_over(quotations: &mut [Quotation], first: usize, block: &Block, from: &Carried, runs: bool) {
    let Some(here) = quotations.get_mut(first..) else {
        return;
    };
    if !(runs || here.first().is_some_and(|quotation| is_free(quotation, block))) {
        return;
    }
    let (confidence, because) = match from.link {
        _ if runs => (0.9, "continues the open quotation of the paragraph before"),
        ChainLink::LeadIn => (0.75, "introduced at the end of the paragraph before"),
        ChainLink::Quotation => (0.85, "follows a quotation of the same speaker"),
        ChainLink::Indirect => (0.55, "follows what the paragraph before reports from the speaker"),
    };
    let takes = |quotation: &Quotation| {
        quotation.status == QuotationStatus::Unattributed && (runs || quotation.kind != QuotationKind::Mixed)
    };
    for quotation in here.iter_mut().filter(|quotation| takes(quotation)) {
        give(quotation, from.block, &from.voice);
        quotation.status = match from.status {
            QuotationStatus::Anonymous => QuotationStatus::Anonymous,
            _ => QuotationStatus::Carried,
        };
        quotation.confidence = confidence;
        because.clone_into(&mut quotation.because);
        if from.link == ChainLink::Quotation || runs {
            quotation.group = from.group;
        }
    }
}

/// Whether a quotation is at the head of its block without a frame of its own.
fn is_free(quotation: &Quotation, block: &Block) -> bool {
    let head = block.text.get(..quotation.place.span.start);
    quotation.status == QuotationStatus::Unattributed
        && quotation.kind == QuotationKind::Direct
        && (block.in_quote || head.is_some_and(|head| head.trim().is_empty()))
}
