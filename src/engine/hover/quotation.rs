//! The card of a quotation: who says it, to whom, and why copydesk thinks so. It repeats no quoted words.

use crate::analysis::{MentionForm, Quotation};
use crate::engine::hover::types::{Excerpt, QuotationCard};
use crate::engine::lookup::in_block;
use crate::engine::said;
use crate::engine::types::Snapshot;

/// The card of a quotation.
pub(super) fn card(snapshot: &Snapshot, quotation: &Quotation) -> QuotationCard {
    let speaker = quotation.speaker.as_ref();
    let actor = speaker.and_then(|speaker| snapshot.actor(speaker.actor?));
    QuotationCard {
        kind: quotation.kind,
        speaker: speaker.map(|speaker| Excerpt::of(snapshot, speaker.place)),
        speaker_name: speaker.and_then(|speaker| speaker.resolved.clone()),
        speaker_named_at: actor
            .and_then(|actor| snapshot.full_mention(actor))
            .filter(|full| full.form == MentionForm::Named)
            .map(|full| Excerpt::of(snapshot, full.place)),
        speaker_roles: actor
            .map(|actor| actor.roles.iter().map(|role| role.text.clone()).collect())
            .unwrap_or_default(),
        cue: quotation.cue.as_ref().map(|cue| Excerpt::of(snapshot, cue.place)),
        source: quotation.source.map(|place| Excerpt::of(snapshot, place)),
        addressee: quotation.addressee.map(|place| Excerpt::of(snapshot, place)),
        addressee_name: quotation.addressee.and_then(|place| {
            // The last name inside the phrase: “US Secretary of State Marco Rubio” begins with another actor.
            let nearby = in_block(&snapshot.facts.mentions, place.block, |mention| mention.place);
            let inside: Vec<_> = nearby.filter(|mention| place.covers(mention.place)).collect();
            inside
                .into_iter()
                .rev()
                .find_map(|mention| snapshot.actor(mention.actor?))
                .map(|actor| actor.name.clone())
        }),
        said: index_of(snapshot, quotation).and_then(|index| said::card(snapshot, index)),
        status: quotation.status,
        candidates: quotation
            .candidates
            .iter()
            .map(|place| Excerpt::of(snapshot, *place))
            .collect(),
        confidence: quotation.confidence,
        because: quotation.because.clone(),
    }
}

/// Which quotation of the draft it is.
fn index_of(snapshot: &Snapshot, quotation: &Quotation) -> Option<usize> {
    let all = &snapshot.facts.quotations;
    all.iter().position(|other| other.place == quotation.place)
}
