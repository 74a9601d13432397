//! Which mentions stand in somebody's quoted words, and which are the speakers of quotations. It attributes nothing.

use rustc_hash::FxHashMap;

use crate::analysis::coreference::lookup::index_at;
use crate::analysis::{Mention, Quotation, QuotationKind};

/// What the quotations say about the mentions.
pub(super) struct Quoted {
    /// For each mention the quotation whose marks it stands in.
    pub inside: Vec<Option<usize>>,
    /// For each quotation the mention that is its speaker.
    pub speaker_of: Vec<Option<usize>>,
    /// Mentions that are speakers.
    pub is_speaker: Vec<bool>,
}

/// Relates `mentions` and `quotations`, both in the order of the text.
pub(super) fn of(mentions: &[Mention], quotations: &[Quotation]) -> Quoted {
    let mut inside = vec![None; mentions.len()];
    let mut is_speaker = vec![false; mentions.len()];
    let mut in_block: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (index, quotation) in quotations.iter().enumerate() {
        in_block.entry(quotation.place.block).or_default().push(index);
    }
    let mut block = None;
    let mut here: &[usize] = &[];
    // The marked quotations that are open at the mention, outer ones first: as many as are nested, which is few.
    let mut open: Vec<usize> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        if block != Some(mention.place.block) {
            block = Some(mention.place.block);
            here = in_block.get(&mention.place.block).map_or(&[], Vec::as_slice);
            open.clear();
        }
        while let Some((next, rest)) = here.split_first() {
            let Some(quotation) = quotations.get(*next) else { break };
            if quotation.place.span.start > mention.place.span.start {
                break;
            }
            if is_marked(quotation) {
                open.push(*next);
            }
            here = rest;
        }
        open.retain(|index| {
            quotations
                .get(*index)
                .is_some_and(|quotation| quotation.place.span.end > mention.place.span.start)
        });
        if let Some(slot) = inside.get_mut(at) {
            *slot = open.iter().rev().copied().find(|index| {
                quotations
                    .get(*index)
                    .is_some_and(|quotation| quotation.place.covers(mention.place))
            });
        }
    }
    let speaker_of: Vec<Option<usize>> = quotations
        .iter()
        .map(|quotation| index_at(mentions, quotation.speaker.as_ref()?.place))
        .collect();
    for at in speaker_of.iter().flatten() {
        if let Some(slot) = is_speaker.get_mut(*at) {
            *slot = true;
        }
    }
    Quoted {
        inside,
        speaker_of,
        is_speaker,
    }
}

fn is_marked(quotation: &Quotation) -> bool {
    matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
}
