//! A name on a line of its own, as the signature of the quotation in the paragraph before. Which names are signatures is decided
//! in the block.

use crate::analysis::attribution::draft::place::give;
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus, Speech, Voice};
use crate::markup::{BlockId, BlockKind, Markup};

/// How sure a signature in the line below makes the speaker.
const SIGNED: f32 = 0.9;

/// Who signs, where block `index` is nothing but a signature.
#[must_use]
pub fn of_block<'a>(markup: &Markup, id: BlockId, speech: &'a Speech) -> Option<&'a Voice> {
    // A dash in front of a name that signs a quotation looks like the mark of a list of one item.
    let is_item = |index: usize| {
        let block = markup.blocks.get(index);
        block.map(|block| block.kind == BlockKind::ListItem)
    };
    let follows_prose = id.0.checked_sub(1).and_then(is_item) == Some(false);
    let listed = is_item(id.0) == Some(true) && follows_prose;
    let name_alone = speech.name_alone.as_ref().filter(|_| listed);
    speech.signature.as_ref().or(name_alone)
}

/// Gives the quotation right before a signature to the one who signs.
pub fn sign(quotations: &mut [Quotation], first: usize, block: BlockId, voice: &Voice) {
    let Some(last) = quotations.get_mut(..first).and_then(|earlier| earlier.last_mut()) else {
        return;
    };
    let free = matches!(last.status, QuotationStatus::Unattributed | QuotationStatus::Carried);
    if free && last.place.block.next() == block && last.kind == QuotationKind::Direct {
        give(last, block, voice);
        last.status = QuotationStatus::Attributed;
        last.confidence = SIGNED;
        last.candidates.clear();
        "named after the dash in the line below".clone_into(&mut last.because);
    }
}
