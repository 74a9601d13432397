//! Quotations of a block as quotations of the draft: offsets with their block, groups that are the draft's. It decides nothing.

use crate::analysis::Place;
use crate::analysis::attribution::draft::types::Here;
use crate::analysis::attribution::types::{Cue, LocalQuotation, Quotation, Speaker, Voice};
use crate::markup::BlockId;
use crate::text::Span;

/// The quotations of a block; `groups` is the number of groups that are given.
pub fn placed(here: Here<'_>, groups: &mut usize) -> Vec<Quotation> {
    let offset = *groups;
    let quotations = here.facts.speech.quotations.iter();
    let placed = quotations.map(|local| {
        *groups = (*groups).max(offset + local.group + 1);
        of_local(here, local, offset)
    });
    placed.collect()
}

/// Gives a quotation a voice of block `index`, without its listener; `text` is the noun phrase of the speaker.
pub fn give(quotation: &mut Quotation, block: BlockId, voice: &Voice, text: &str) {
    let at = |span: Span| Place::new(block, span);
    quotation.speaker = Some(Speaker {
        place: at(voice.speaker),
        text: text.to_owned(),
        resolved: None,
        actor: None,
    });
    quotation.cue = Some(Cue {
        place: at(voice.cue),
        lemma: voice.lemma.clone(),
    });
    quotation.source = voice.source.map(at);
}

fn of_local(here: Here<'_>, local: &LocalQuotation, offset: usize) -> Quotation {
    let at = |span: Span| Place::new(here.id, span);
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
        contested: local.contested,
    };
    if let Some(voice) = &local.voice {
        give(&mut quotation, here.id, voice, voice.speaker.of(&here.block.text));
        quotation.addressee = voice.addressee.map(at);
    }
    quotation
}
