//! Names who could have spoken if no speaker was found, for the reader of a finding. It attributes nothing.

use crate::analysis::Place;
use crate::analysis::attribution::types::{Quotation, QuotationStatus, Speech};
use crate::markup::BlockId;

/// How many candidates are named.
const MOST: usize = 3;

/// Names the nearest noun phrases that could have spoken: those of block `index`, then those of the block `before`.
pub fn suggest(quotations: &mut [Quotation], block: BlockId, speech: &Speech, before: Option<(BlockId, &Speech)>) {
    let blocks = [(block, speech)].into_iter().chain(before);
    let near = blocks.flat_map(|(block, speech)| speech.candidates.iter().map(move |&span| Place::new(block, span)));
    let mut candidates: Vec<Place> = Vec::new();
    for place in near {
        if candidates.len() < MOST && !candidates.contains(&place) {
            candidates.push(place);
        }
    }
    for quotation in quotations {
        if quotation.status == QuotationStatus::Unattributed {
            quotation.candidates.clone_from(&candidates);
            if quotation.because.is_empty() {
                "no attribution in its sentence, its paragraph or the paragraph before"
                    .clone_into(&mut quotation.because);
            }
        }
    }
}
