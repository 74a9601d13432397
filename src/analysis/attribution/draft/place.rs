//! Quotations of a block as quotations of the draft: offsets with their block, groups that are the draft's. It decides nothing.

use crate::analysis::Place;
use crate::analysis::attribution::types::{Cue, LocalQuotation, Quotation, Speaker, Speech, Voice};
use crate::markup::{BlockId, Markup};
use crate::text::Span;

/// Adds the quotations of block `index`; `groups` is the number of groups that are given.
pub fn push_all(block: BlockId, speech: &Speech, groups: &mut usize, quotations: &mut Vec<Quotation>) {
    let offset = *groups;
    for local in &speech.quotations {
        *groups = (*groups).max(offset + local.group + 1);
        quotations.push(placed(block, local, offset));
    }
}

/// Gives a quotation a voice of block `index`, without its listener.
pub fn give(quotation: &mut Quotation, block: BlockId, voice: &Voice) {
    let at = |span: Span| Place::new(block, span);
    quotation.speaker = Some(Speaker {
        place: at(voice.speaker),
        text: String::new(),
        resolved: None,
        actor: None,
    });
    quotation.cue = Some(Cue {
        place: at(voice.cue),
        lemma: voice.lemma.clone(),
    });
    quotation.source = voice.source.map(at);
}

/// Writes the text of each speaker.
pub fn name_speakers(markup: &Markup, quotations: &mut [Quotation]) {
    for speaker in quotations.iter_mut().filter_map(|quotation| quotation.speaker.as_mut()) {
        if let Some(block) = speaker.place.block.of(&markup.blocks) {
            speaker.place.span.of(&block.text).clone_into(&mut speaker.text);
        }
    }
}

fn placed(block: BlockId, local: &LocalQuotation, offset: usize) -> Quotation {
    let at = |span: Span| Place::new(block, span);
    let mut quotation = Quotation {
        place: at(local.span),
        content: at(local.content),
        kind: local.kind,
        closed: local.closed,
        runs_on: false,
        speaker: None,
        cue: None,
        source: None,
        addressee: None,
        status: local.status,
        group: offset + local.group,
        confidence: local.confidence,
        because: local.because.clone(),
        insertions: local.insertions.iter().copied().map(at).collect(),
        candidates: Vec::new(),
        contested: false,
    };
    if let Some(voice) = &local.voice {
        give(&mut quotation, block, voice);
        quotation.addressee = voice.addressee.map(at);
    }
    quotation
}
