//! The card of a quotation: who says it, to whom, and why that is believed. It repeats no quoted words.

use crate::analysis::{MentionForm, Quotation, QuotationKind, QuotationStatus};
use crate::engine::Snapshot;
use crate::engine::hover::Excerpt;
use crate::engine::pointing::in_block;

/// A quotation and its speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotationCard {
    /// Direct, mixed, indirect or mention.
    pub kind: QuotationKind,
    /// The noun phrase that names the speaker.
    pub speaker: Option<Excerpt>,
    /// The speaker's full name, where it is known.
    pub speaker_name: Option<String>,
    /// Where the full name is first given.
    pub speaker_named_at: Option<Excerpt>,
    /// The speaker's roles.
    pub speaker_roles: Vec<String>,
    /// The word or phrase that reports it.
    pub cue: Option<Excerpt>,
    /// The document or outlet it is taken from.
    pub source: Option<Excerpt>,
    /// To whom it is said; in full where the draft names them.
    pub addressee: Option<Excerpt>,
    /// The addressee's full name, where it is known.
    pub addressee_name: Option<String>,
    /// How the speaker was found.
    pub status: QuotationStatus,
    /// The nearest candidates where no speaker was found, best first.
    pub candidates: Vec<Excerpt>,
    /// How sure speaker and kind are, 0..=1.
    pub confidence: f32,
    /// One sentence: why this speaker.
    pub because: String,
}

impl Snapshot {
    pub(super) fn quotation_card(&self, quotation: &Quotation) -> QuotationCard {
        let speaker = quotation.speaker.as_ref();
        let actor = speaker.and_then(|speaker| self.actor(speaker.actor?));
        QuotationCard {
            kind: quotation.kind,
            speaker: speaker.map(|speaker| self.excerpt(speaker.place)),
            speaker_name: speaker.and_then(|speaker| speaker.resolved.clone()),
            speaker_named_at: actor
                .and_then(|actor| self.full_mention(actor))
                .filter(|full| full.form == MentionForm::Named)
                .map(|full| self.excerpt(full.place)),
            speaker_roles: actor
                .map(|actor| actor.roles.iter().map(|role| role.text.clone()).collect())
                .unwrap_or_default(),
            cue: quotation.cue.as_ref().map(|cue| self.excerpt(cue.place)),
            source: quotation.source.map(|place| self.excerpt(place)),
            addressee: quotation.addressee.map(|place| self.excerpt(place)),
            addressee_name: quotation.addressee.and_then(|place| {
                // The last name inside the phrase: “US Secretary of State Marco Rubio” begins with another actor.
                let nearby = in_block(&self.facts.mentions, place.block, |mention| mention.place);
                let inside: Vec<_> = nearby.filter(|mention| place.covers(mention.place)).collect();
                inside
                    .into_iter()
                    .rev()
                    .find_map(|mention| self.actor(mention.actor?))
                    .map(|actor| actor.name.clone())
            }),
            status: quotation.status,
            candidates: quotation.candidates.iter().map(|place| self.excerpt(*place)).collect(),
            confidence: quotation.confidence,
            because: quotation.because.clone(),
        }
    }
}
