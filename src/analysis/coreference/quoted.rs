//! Which mentions are in somebody's quoted words, and which are the speakers of quotations. It attributes nothing.

use rustc_hash::FxHashMap;

use crate::analysis::coreference::lookup::{head_of, mention_id_at};
use crate::analysis::{Mention, MentionId, Quotation, QuotationKind};
use crate::markup::BlockId;

/// What the quotations say about the mentions.
pub(super) struct Quoted {
    /// For each mention the quotation whose marks it is in.
    around: Vec<Option<usize>>,
    /// For each quotation the mention that is its speaker.
    speaker_of: Vec<Option<MentionId>>,
    /// For each mention whether it is a speaker.
    is_speaker: Vec<bool>,
    /// For each mention whether it is a speaker who goes on.
    goes_on: Vec<bool>,
}

impl Quoted {
    /// Relates `mentions` and `quotations`, both in the order of the text.
    pub fn of(mentions: &[Mention], quotations: &[Quotation]) -> Self {
        let speaker_of: Vec<Option<MentionId>> = quotations
            .iter()
            .map(|quotation| mention_id_at(mentions, head_of(quotation.speaker.as_ref()?)))
            .collect();
        let mut is_speaker = vec![false; mentions.len()];
        let mut goes_on = vec![false; mentions.len()];
        for (id, quotation) in speaker_of.iter().zip(quotations) {
            let Some(id) = id else { continue };
            if let Some(slot) = is_speaker.get_mut(id.0) {
                *slot = true;
            }
            if let Some(slot) = goes_on.get_mut(id.0) {
                let cue = quotation.cue.as_ref().map_or("", |cue| cue.lemma.as_str());
                *slot |= is_marked(quotation) && matches!(cue, "add" | "continue" | "go");
            }
        }
        Self {
            around: quotations_around(mentions, quotations),
            speaker_of,
            is_speaker,
            goes_on,
        }
    }

    /// The innermost quotation whose marks a mention is in.
    pub fn quotation_around(&self, id: MentionId) -> Option<usize> {
        self.around.get(id.0).copied().flatten()
    }

    /// The speaker of that quotation.
    pub fn speaker_around(&self, id: MentionId) -> Option<MentionId> {
        self.speaker_of.get(self.quotation_around(id)?).copied().flatten()
    }

    /// Whether a mention is the speaker of a quotation.
    pub fn is_speaker(&self, id: MentionId) -> bool {
        self.is_speaker.get(id.0) == Some(&true)
    }

    /// Whether a mention is a speaker who goes on with what was quoted before: “…,” he added.
    pub fn goes_on(&self, id: MentionId) -> bool {
        self.goes_on.get(id.0) == Some(&true)
    }
}

/// For each mention the innermost quotation whose marks it is in. One walk over both.
fn quotations_around(mentions: &[Mention], quotations: &[Quotation]) -> Vec<Option<usize>> {
    let mut in_block: FxHashMap<BlockId, Vec<usize>> = FxHashMap::default();
    for (index, quotation) in quotations.iter().enumerate() {
        in_block.entry(quotation.place.block).or_default().push(index);
    }
    let mut block = None;
    let mut here: &[usize] = &[];
    // The marked quotations that are open at the mention, outer ones first: as many as are nested, which is few.
    let mut open: Vec<usize> = Vec::new();
    let mut around = Vec::with_capacity(mentions.len());
    for mention in mentions {
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
        let is_still_open = |quotation: &Quotation| quotation.place.span.end > mention.place.span.start;
        open.retain(|index| quotations.get(*index).is_some_and(is_still_open));
        let covers = |index: &usize| quotations.get(*index).is_some_and(|it| it.place.covers(mention.place));
        around.push(open.iter().rev().copied().find(covers));
    }
    around
}

fn is_marked(quotation: &Quotation) -> bool {
    matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
}
