//! Look-ups by place for the fold of events: times, mentions, quotations. It decides nothing about an event.

use rustc_hash::FxHashMap;

use crate::analysis::events::context::EventContext;
use crate::analysis::{ActorKind, Mention, MentionForm, Place, QuotationKind, Time};
use crate::markup::BlockId;

/// How many bytes before a phrase a mention in it may begin; a phrase is short.
const NEAR_BYTES: usize = 200;

/// How many mentions near a phrase are looked at.
const NEAR_MENTIONS: usize = 200;

/// How many quotations before and after an event are asked whether they report it; this keeps one long paragraph linear.
const NEAR_QUOTATIONS: usize = 8;

/// Look-ups by place.
pub struct Index {
    /// Times, by the block and the byte at which they begin.
    times: FxHashMap<(BlockId, usize), usize>,
    /// Mentions, by block.
    mentions: FxHashMap<BlockId, Vec<usize>>,
    /// Quotations with a speaker, by block.
    quotations: FxHashMap<BlockId, Vec<usize>>,
}

impl Index {
    /// Indexes what is known.
    #[must_use]
    pub fn new(known: EventContext<'_>) -> Self {
        let mut mentions: FxHashMap<BlockId, Vec<usize>> = FxHashMap::default();
        for (index, mention) in known.mentions.iter().enumerate() {
            mentions.entry(mention.place.block).or_default().push(index);
        }
        let mut quotations: FxHashMap<BlockId, Vec<usize>> = FxHashMap::default();
        for (index, quotation) in known.quotations.iter().enumerate() {
            if quotation.kind != QuotationKind::Mention && quotation.speaker.is_some() {
                quotations.entry(quotation.content.block).or_default().push(index);
            }
        }
        Self {
            times: known
                .times
                .iter()
                .enumerate()
                .map(|(index, time)| ((time.place.block, time.place.span.start), index))
                .collect(),
            mentions,
            quotations,
        }
    }

    /// The time of a block that begins at a byte.
    #[must_use]
    pub fn time<'a>(&self, known: EventContext<'a>, block: BlockId, start: usize) -> Option<&'a Time> {
        known.times.get(*self.times.get(&(block, start))?)
    }

    /// The speaker of the quotation that reports what is at a place.
    #[must_use]
    pub fn speaker(&self, known: EventContext<'_>, reported: Place) -> Option<Place> {
        let of_block = self.quotations.get(&reported.block)?;
        let quotation = |index: &usize| known.quotations.get(*index);
        let begins_before =
            |index: &usize| quotation(index).is_some_and(|one| one.place.span.start <= reported.span.start);
        let next = of_block.partition_point(begins_before);
        let near = next.saturating_sub(NEAR_QUOTATIONS)..of_block.len().min(next + NEAR_QUOTATIONS);
        of_block.get(near)?.iter().find_map(|index| {
            let quotation = quotation(index).filter(|one| one.content.covers(reported))?;
            Some(quotation.speaker.as_ref()?.place)
        })
    }

    /// The mention that a noun phrase with this head is: whoever is named at its end, then the one at its head.
    #[must_use]
    pub fn mention<'a>(&self, known: EventContext<'a>, phrase: Place, head: Place) -> Option<&'a Mention> {
        let near = || self.mentions_near(known, phrase);
        near()
            .find(|mention| ends_with_person(phrase, mention))
            .or_else(|| at_head(near(), head))
            .or_else(|| near().filter(|mention| ends_with_name(phrase, mention)).last())
    }

    /// The mentions that may be inside a phrase, in the order of the text.
    fn mentions_near<'a>(&self, known: EventContext<'a>, phrase: Place) -> impl Iterator<Item = &'a Mention> {
        let of_block = self.mentions.get(&phrase.block).map_or(&[][..], Vec::as_slice);
        let is_far_before = |index: &usize| {
            known
                .mentions
                .get(*index)
                .is_some_and(|mention| mention.place.span.start + NEAR_BYTES < phrase.span.start)
        };
        let from = of_block.partition_point(is_far_before);
        of_block
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .take(NEAR_MENTIONS)
            .filter_map(move |index| known.mentions.get(*index))
            .take_while(move |mention| mention.place.span.start < phrase.span.end)
    }
}

/// "Foreign Minister Mara Brandt": whoever is named at the end of the phrase.
fn ends_with_person(phrase: Place, mention: &Mention) -> bool {
    ends_with_name(phrase, mention) && mention.kind == ActorKind::Person && mention.actor.is_some()
}

/// Whether a name ends the phrase.
fn ends_with_name(phrase: Place, mention: &Mention) -> bool {
    phrase.covers(mention.place) && mention.form == MentionForm::Named && mention.place.span.end == phrase.span.end
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
