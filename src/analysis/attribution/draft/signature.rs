//! A name on a line of its own, as the signature of the quotation in the paragraph before. Which names are signatures is decided
//! in the block.

use std::sync::Arc;

use crate::analysis::attribution::draft::place::give;
use crate::analysis::attribution::draft::types::Here;
use crate::analysis::attribution::frame::is_dash_or_hyphen;
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus, Speech, Voice};
use crate::markup::{Block, BlockId, BlockKind, Markup};

/// How sure a signature in the line below makes the speaker.
const SIGNED: f32 = 0.9;

/// Who signs, if block `index` is nothing but a signature. `last` is the last quotation before it.
#[must_use]
pub fn of_block<'a>(
    markup: &Markup,
    id: BlockId,
    speech: &'a Speech,
    last: Option<&Arc<Quotation>>,
) -> Option<&'a Voice> {
    // A dash before a name that signs a quotation looks like a list of one item.
    let is_item = |index: usize| {
        let block = markup.blocks.get(index);
        block.map(|block| block.kind == BlockKind::ListItem)
    };
    let follows_prose = id.0.checked_sub(1).and_then(is_item) == Some(false);
    let listed = is_item(id.0) == Some(true) && follows_prose;
    // “We leave at dawn. / Ana Lund.”: the name is between the same marks.
    let is_open = last.is_some_and(|last| !last.closed && last.place.block.next() == id);
    let closes = || {
        let text = id.of(&markup.blocks).map_or("", |block| block.text.trim_end());
        text.ends_with(['”', '"', '’', '\''])
    };
    let name_alone = speech.name_alone.as_ref().filter(|_| listed || is_open && closes());
    speech.signature.as_ref().or(name_alone)
}

/// Gives the quotation right before a signature to the one who signs.
pub fn sign(earlier: &mut [Arc<Quotation>], here: Here<'_>, voice: &Voice) {
    let Some(last) = earlier.last_mut() else {
        return;
    };
    let free = matches!(last.status, QuotationStatus::Unattributed | QuotationStatus::Carried);
    if free && last.place.block.next() == here.id && last.kind == QuotationKind::Direct {
        let last = Arc::make_mut(last);
        give(last, here.id, voice, voice.speaker.of(&here.block.text));
        last.status = QuotationStatus::Attributed;
        last.confidence = SIGNED;
        last.candidates.clear();
        "named after the dash in the line below".clone_into(&mut last.because);
    }
}

/// How many words a sign-off has at most.
const LONGEST_SIGN_OFF: usize = 6;

/// What follows the last dash of a paragraph, if it looks like a name: "Ana Lund, Courier".
fn after_last_dash(text: &str) -> Option<(&str, &str)> {
    let (before, after) = text.trim_end().rsplit_once('—')?;
    let after = after.trim();
    let is_name = after.starts_with(char::is_uppercase) && after.split_whitespace().count() <= LONGEST_SIGN_OFF;
    is_name.then_some((before.trim_end(), after))
}

/// Whether a paragraph may be signed off.
#[must_use]
pub fn may_be_signed_off(block: &Block) -> bool {
    block.kind.is_body() && after_last_dash(&block.text).is_some()
}

/// The names that sign off paragraphs of a draft, those of its reporters ("The doors opened at seven. —Ana Lund, Courier"): each
/// ends several paragraphs, one of them without a quotation before it. Linear in the draft.
#[must_use]
pub fn sign_offs(markup: &Markup) -> Vec<String> {
    let ends: Vec<(&str, &str)> = markup
        .blocks
        .iter()
        .filter(|block| block.kind.is_body())
        .filter_map(|block| after_last_dash(&block.text))
        .collect();
    let is_quoted = |before: &str| before.ends_with(['”', '"', '’', '\'']);
    let told = ends
        .iter()
        .filter(|(before, _)| !is_quoted(before))
        .map(|(_, name)| *name);
    told.filter(|name| ends.iter().filter(|(_, other)| other == name).nth(1).is_some())
        .map(str::to_owned)
        .collect()
}

/// Takes the quotations of a block from the reporter who signs it off: it is not known who says them.
pub fn take_from_reporter(quotations: &mut [Quotation], text: &str, sign_offs: &[String]) {
    let is_sign_off = |name: &str| sign_offs.iter().any(|known| known == name);
    if sign_offs.is_empty() || !after_last_dash(text).is_some_and(|(_, name)| is_sign_off(name)) {
        return;
    }
    cov_mark::hit!(a_reporter_signs_off);
    let signed = |quotation: &Quotation| quotation.cue.as_ref().is_some_and(|cue| is_dash_or_hyphen(&cue.lemma));
    for quotation in quotations.iter_mut().filter(|quotation| signed(quotation)) {
        quotation.speaker = None;
        quotation.cue = None;
        quotation.status = QuotationStatus::Unattributed;
        quotation.contested = true;
        "the name after the dash is that of the reporter".clone_into(&mut quotation.because);
    }
}
