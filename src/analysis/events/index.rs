//! Look-ups by place for the fold of events: times, mentions, quotations. It decides nothing about an event.

use rustc_hash::FxHashMap;

use crate::analysis::events::fold::Known;
use crate::analysis::{ActorKind, Mention, MentionForm, Place, QuotationKind};

/// Look-ups by place.
pub struct Index {
    /// Times, by the block and the byte at which they begin.
    pub times: FxHashMap<(usize, usize), usize>,
    mentions: FxHashMap<usize, Vec<usize>>,
    /// Quotations with a speaker, by block.
    pub quotations: FxHashMap<usize, Vec<usize>>,
}

impl Index {
    /// Indexes what is known.
    #[must_use]
    pub fn new(known: Known<'_>) -> Self {
        let mut mentions: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (index, mention) in known.mentions.iter().enumerate() {
            mentions.entry(mention.place.block).or_default().push(index);
        }
        let mut quotations: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
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

    /// The mention that a noun phrase with this head is: the one at the head, a name first.
    #[must_use]
    pub fn mention<'a>(&self, known: Known<'a>, phrase: Place, head: Place) -> Option<&'a Mention> {
        let of_block = self.mentions.get(&phrase.block)?;
        // Mentions come in the order of the text; a phrase is short.
        let from = of_block.partition_point(|index| {
            known
                .mentions
                .get(*index)
                .is_some_and(|mention| mention.place.span.start + 200 < phrase.span.start)
        });
        let near = || {
            of_block
                .get(from..)
                .unwrap_or(&[])
                .iter()
                .take(200)
                .filter_map(|index| known.mentions.get(*index))
                .take_while(|mention| mention.place.span.start < phrase.span.end)
        };
        // "Foreign Minister Mara Brandt": whoever is named at the end.
        let ends = |mention: &&Mention| {
            phrase.covers(mention.place)
                && mention.form == MentionForm::Named
                && mention.kind == ActorKind::Person
                && mention.actor.is_some()
                && mention.place.span.end == phrase.span.end
        };
        if let Some(named) = near().find(ends) {
            return Some(named);
        }
        near()
            .filter(|mention| mention.place.overlaps(head))
            .min_by_key(|mention| {
                (
                    mention.actor.is_none(),
                    mention.form != MentionForm::Named,
                    mention.place.span.len(),
                )
            })
            .or_else(|| {
                near()
                    .filter(|mention| {
                        phrase.covers(mention.place)
                            && mention.form == MentionForm::Named
                            && mention.place.span.end == phrase.span.end
                    })
                    .last()
            })
    }
}
