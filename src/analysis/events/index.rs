//! Look-ups by place for the fold of events: times, mentions, quotations. It decides nothing about an event.

use std::sync::Arc;

use crate::analysis::events::context::EventContext;
use crate::analysis::{ActorKind, Mention, MentionForm, Place, Quotation, QuotationKind, Time};
use crate::markup::BlockId;

/// How many bytes before a phrase a mention in it may begin; a phrase is short.
const NEAR_BYTES: usize = 200;

/// How many mentions near a phrase are looked at.
const NEAR_MENTIONS: usize = 200;

/// How many quotations before and after an event are asked whether they report it; this keeps one long paragraph linear.
const NEAR_QUOTATIONS: usize = 8;

/// What is known about one block.
pub struct Index<'a> {
    times: &'a [Time],
    mentions: &'a [Mention],
    /// Quotations with a speaker.
    quotations: Vec<&'a Quotation>,
}

impl<'a> Index<'a> {
    /// What is known about a block. Logarithmic in the draft, linear in the block.
    #[must_use]
    pub fn of(known: EventContext<'a>, block: BlockId) -> Self {
        let quotations = in_block(known.quotations, block, |quotation| quotation.place.block);
        Self {
            times: in_block(known.times, block, |time| time.place.block),
            mentions: in_block(known.mentions, block, |mention| mention.place.block),
            quotations: quotations
                .iter()
                .map(Arc::as_ref)
                .filter(|quotation| quotation.kind != QuotationKind::Mention && quotation.speaker.is_some())
                .collect(),
        }
    }

    /// The time of the block that begins at a byte.
    #[must_use]
    pub fn time(&self, start: usize) -> Option<&'a Time> {
        let next = self.times.partition_point(|time| time.place.span.start <= start);
        self.times
            .get(next.checked_sub(1)?)
            .filter(|time| time.place.span.start == start)
    }

    /// The speaker of the quotation that reports what is at a place.
    #[must_use]
    pub fn speaker(&self, reported: Place) -> Option<Place> {
        let begins_before = |one: &&Quotation| one.place.span.start <= reported.span.start;
        let next = self.quotations.partition_point(begins_before);
        let near = next.saturating_sub(NEAR_QUOTATIONS)..self.quotations.len().min(next + NEAR_QUOTATIONS);
        let mut near = self.quotations.get(near)?.iter();
        let around = near.find(|one| one.content.covers(reported))?;
        Some(around.speaker.as_ref()?.place)
    }

    /// The mention that a noun phrase with this head is: whoever is named at its end, then the one at its head.
    #[must_use]
    pub fn mention(&self, phrase: Place, head: Place) -> Option<&'a Mention> {
        let near = || self.mentions_near(phrase);
        near()
            .find(|mention| ends_with_person(phrase, mention))
            .or_else(|| at_head(near().filter(|mention| !holds_phrase(phrase, mention)), head))
            .or_else(|| near().filter(|mention| ends_with_name(phrase, mention)).last())
    }

    /// The mentions that may be inside a phrase, in the order of the text.
    fn mentions_near(&self, phrase: Place) -> impl Iterator<Item = &'a Mention> {
        let is_far_before = |mention: &Mention| mention.place.span.start + NEAR_BYTES < phrase.span.start;
        let from = self.mentions.partition_point(is_far_before);
        let near = self.mentions.get(from..).unwrap_or(&[]).iter().take(NEAR_MENTIONS);
        near.take_while(move |mention| mention.place.span.start < phrase.span.end)
    }
}

/// The facts of one block, out of all of a draft in the order of the text.
fn in_block<T>(facts: &[T], block: BlockId, block_of: impl Fn(&T) -> BlockId) -> &[T] {
    let from = facts.partition_point(|fact| block_of(fact) < block);
    let facts = facts.get(from..).unwrap_or(&[]);
    let to = facts.partition_point(|fact| block_of(fact) == block);
    facts.get(..to).unwrap_or(&[])
}

/// "Foreign Minister Mara Brandt": whoever is named at the end of the phrase.
fn ends_with_person(phrase: Place, mention: &Mention) -> bool {
    ends_with_name(phrase, mention) && mention.kind == ActorKind::Person && mention.actor.is_some()
}

/// Whether a name ends the phrase.
fn ends_with_name(phrase: Place, mention: &Mention) -> bool {
    phrase.covers(mention.place) && mention.form == MentionForm::Named && mention.place.span.end == phrase.span.end
}

/// "the parents of | a boy": whether a description is of somebody else and only ends in the phrase.
fn holds_phrase(phrase: Place, mention: &Mention) -> bool {
    mention.form == MentionForm::Nominal && mention.place.span.start < phrase.span.start
}

/// The mention at the head of a phrase: one of a known actor first, then a name, then the shortest.
fn at_head<'a>(mentions: impl Iterator<Item = &'a Mention>, head: Place) -> Option<&'a Mention> {
    mentions
        .filter(|mention| mention.place.overlaps(head))
        .min_by_key(|mention| {
            (
                mention.actor.is_none(),
                mention.form != MentionForm::Named,
                mention.place.span.len(),
            )
        })
}
