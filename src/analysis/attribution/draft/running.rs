//! A quotation that runs over paragraphs: each begins with an opening mark, only the last is closed. It looks at marks and at
//! places, not at words.

use crate::analysis::attribution::draft::chain::LONGEST_CHAIN;
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus};
use crate::markup::{Block, BlockId};

/// How much less sure a speaker is who is named in a later part only.
const NAMED_LATER: f32 = 0.95;

/// Whether the first quotation of a block goes on with the open one that ends the block `before`; marks the open one.
pub fn run_on(quotations: &mut [Quotation], first: usize, block: &Block, before: Option<BlockId>) -> bool {
    let marked = |quotation: &Quotation| quotation.kind != QuotationKind::Indirect;
    let Some(before) = before else { return false };
    let starts = quotations.get(first).is_some_and(|quotation| {
        marked(quotation) && block.text.trim_start().len() == block.text.len() - quotation.place.span.start
    });
    let next = quotations.get(first).cloned();
    let earlier = quotations.get_mut(..first).unwrap_or(&mut []);
    let open = earlier
        .iter_mut()
        .rev()
        .find(|quotation| marked(quotation))
        .filter(|quotation| quotation.place.block == before && !quotation.closed);
    let is_of_another = match (&open, &next) {
        (Some(open), Some(next)) => names_another(open, next, block),
        _ => false,
    };
    match open {
        Some(open) if starts && !is_of_another => {
            open.runs_on = true;
            true
        }
        _ => false,
    }
}

/// The union called it “odd. / “It is all we have,” Lund said.: a fragment that another sentence has already closed off, before a
/// quotation with a speaker of its own. Its closing mark is missing.
fn names_another(open: &Quotation, next: &Quotation, block: &Block) -> bool {
    let has_own =
        |quotation: &Quotation| quotation.status == QuotationStatus::Attributed && quotation.speaker.is_some();
    let pronoun = next.speaker.as_ref().is_some_and(|speaker| {
        matches!(
            speaker.place.span.of(&block.text),
            "he" | "she" | "they" | "it" | "He" | "She" | "They" | "It"
        )
    });
    open.kind == QuotationKind::Mixed && has_own(open) && has_own(next) && next.closed && !pronoun
}

/// The parts of a running quotation are one group, and the frame of a later part names the speaker of the earlier ones.
pub fn join_run(quotations: &mut [Quotation], first: usize) {
    let Some(later) = quotations.get(first).cloned() else {
        return;
    };
    let earlier = quotations.get(..first).unwrap_or(&[]);
    let Some(earlier) = earlier.iter().rev().find(|quotation| quotation.runs_on) else {
        return;
    };
    let group = earlier.group;
    // A name inside the run outweighs the one that was carried to its beginning.
    let loose = |status: QuotationStatus| {
        status == QuotationStatus::Unattributed
            || status == QuotationStatus::Carried && later.status == QuotationStatus::Attributed
    };
    let unknown = loose(earlier.status) && later.speaker.is_some();
    for quotation in quotations.iter_mut().rev() {
        if quotation.group == later.group {
            quotation.group = group;
        }
        if unknown && quotation.group == group && loose(quotation.status) {
            name_from_later(quotation, &later);
        }
        if quotation.place.block.0 + LONGEST_CHAIN < later.place.block.0 {
            break;
        }
    }
}

fn name_from_later(quotation: &mut Quotation, later: &Quotation) {
    quotation.speaker.clone_from(&later.speaker);
    quotation.cue.clone_from(&later.cue);
    quotation.source = later.source;
    quotation.status = later.status;
    quotation.confidence = later.confidence * NAMED_LATER;
    "continues in the next paragraph, which names the speaker".clone_into(&mut quotation.because);
}
