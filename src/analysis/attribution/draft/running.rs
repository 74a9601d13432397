//! A quotation that runs over paragraphs: each begins with an opening mark, only the last is closed. It looks at marks and at
//! places, not at words.

use std::sync::Arc;

use crate::analysis::attribution::draft::chain::LONGEST_CHAIN;
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus};
use crate::markup::{Block, BlockId};

/// How much less sure a speaker is who is named in a later part only.
const NAMED_LATER: f32 = 0.95;

/// Whether the first of a block's `own` quotations goes on with the open one that ends the block `before`; marks the open one.
pub fn run_on(earlier: &mut [Arc<Quotation>], own: &[Quotation], block: &Block, before: Option<BlockId>) -> bool {
    let marked = |quotation: &Quotation| quotation.kind != QuotationKind::Indirect;
    let (Some(before), Some(next)) = (before, own.first()) else {
        return false;
    };
    let starts = marked(next) && block.text.trim_start().len() == block.text.len() - next.place.span.start;
    let open = earlier
        .iter_mut()
        .rev()
        .take_while(|quotation| quotation.place.block >= before)
        .find(|quotation| marked(quotation))
        .filter(|quotation| quotation.place.block == before && !quotation.closed);
    match open {
        Some(open) if starts && !names_another(open, next, block) => {
            Arc::make_mut(open).runs_on = true;
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
pub fn join_run(earlier: &mut [Arc<Quotation>], own: &mut [Quotation]) {
    let Some(later) = own.first().cloned() else {
        return;
    };
    let Some(open) = earlier.iter().rev().find(|quotation| quotation.runs_on) else {
        return;
    };
    let join = Join {
        group: open.group,
        unknown: is_loose(open.status, &later) && later.speaker.is_some(),
        later,
    };
    own.iter_mut().for_each(|quotation| join.apply(quotation));
    for quotation in earlier.iter_mut().rev() {
        if join.concerns(quotation) {
            join.apply(Arc::make_mut(quotation));
        }
        if quotation.place.block.0 + LONGEST_CHAIN < join.later.place.block.0 {
            break;
        }
    }
}

/// What the parts of a running quotation get.
struct Join {
    group: usize,
    /// Whether the speaker of the earlier parts is not known for sure, and a later one names it.
    unknown: bool,
    later: Quotation,
}

impl Join {
    fn concerns(&self, quotation: &Quotation) -> bool {
        quotation.group == self.later.group || quotation.group == self.group
    }

    fn apply(&self, quotation: &mut Quotation) {
        if quotation.group == self.later.group {
            quotation.group = self.group;
        }
        if self.unknown && quotation.group == self.group && is_loose(quotation.status, &self.later) {
            name_from_later(quotation, &self.later);
        }
    }
}

/// Whether a speaker gives way to that of a later part: a name inside the run outweighs the one that was carried to its
/// beginning.
fn is_loose(status: QuotationStatus, later: &Quotation) -> bool {
    status == QuotationStatus::Unattributed
        || status == QuotationStatus::Carried && later.status == QuotationStatus::Attributed
}

fn name_from_later(quotation: &mut Quotation, later: &Quotation) {
    quotation.speaker.clone_from(&later.speaker);
    quotation.cue.clone_from(&later.cue);
    quotation.source = later.source;
    quotation.status = later.status;
    quotation.confidence = later.confidence * NAMED_LATER;
    "continues in the next paragraph, which names the speaker".clone_into(&mut quotation.because);
}
