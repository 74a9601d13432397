//! The quotations of the outline: which get a line, what it shows and who speaks. It finds no speaker.

use std::collections::BTreeSet;

use crate::analysis::{ActorKind, Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::one_line;
use crate::engine::lookup::in_block;
use crate::engine::outline::choose::Chosen;
use crate::engine::outline::types::{OutlineItem, OutlineKind};
use crate::markup::BlockId;

/// How many characters of a quotation a line shows.
const QUOTATION_CHARS: usize = 96;

/// How many quotations one paragraph may add.
const QUOTATIONS_OF_PARAGRAPH: usize = 2;

/// How many words a quotation has that gets a line.
const QUOTATION_WORDS: usize = 4;

/// The same of a part of somebody's words in a sentence of the draft.
const FRAGMENT_WORDS: usize = 6;

/// How sure it must be who speaks for the line to say it.
const SURE_SPEAKER: f32 = 0.75;

impl Snapshot {
    /// The quotations of a paragraph that are worth a line: parts of one are one line, and what the line of an event says
    /// needs no other.
    pub(super) fn quotation_items(&self, index: BlockId, event: Option<&Chosen>) -> Vec<OutlineItem> {
        let mut groups: BTreeSet<usize> = BTreeSet::new();
        let is_body = index.of(&self.markup.blocks).is_some_and(|block| block.kind.is_body());
        let said = in_block(&self.facts.quotations, index, |quotation| quotation.place).filter(|quotation| {
            let words = self.text_of(quotation.place).split_whitespace().count();
            let is_told = event.is_some_and(|chosen| chosen.sentence.span.overlaps(quotation.place.span));
            match quotation.kind {
                QuotationKind::Direct => words >= QUOTATION_WORDS,
                QuotationKind::Mixed => words >= FRAGMENT_WORDS && !is_told,
                QuotationKind::Indirect | QuotationKind::Mention => false,
            }
        });
        said.filter(|quotation| is_body && groups.insert(quotation.group))
            .take(QUOTATIONS_OF_PARAGRAPH)
            .map(|quotation| self.quotation_item(quotation))
            .collect()
    }

    fn quotation_item(&self, quotation: &Quotation) -> OutlineItem {
        let span = self.source_span(quotation.place);
        let words = match quotation.kind {
            QuotationKind::Mixed => self.sentence_around(quotation),
            _ => None,
        };
        // “We are here,” she said: the comma belongs to the sentence around it.
        let words = words.unwrap_or_else(|| {
            one_line(self.text_of(quotation.place), QUOTATION_CHARS)
                .replace(",”", "”")
                .replace(",\"", "\"")
        });
        OutlineItem {
            name: words,
            detail: self.speaker_of(quotation).unwrap_or_default(),
            kind: OutlineKind::Quotation,
            span,
            selection: span,
            children: Vec::new(),
        }
    }

    /// The line of the sentence in which a part of somebody's words is, if it shows them.
    fn sentence_around(&self, quotation: &Quotation) -> Option<String> {
        let headline = self.headline_at(quotation.place);
        let words = one_line(self.text_of(quotation.place), usize::MAX);
        let is_shown = !headline.begins_inside && !headline.is_torn && headline.text.contains(&words);
        is_shown.then_some(headline.text)
    }

    /// Who says a quotation, where that is sure: the full name, or what the draft calls a speaker without one.
    fn speaker_of(&self, quotation: &Quotation) -> Option<String> {
        let speaker = quotation
            .speaker
            .as_ref()
            .filter(|_| quotation.confidence >= SURE_SPEAKER)?;
        let kind = speaker
            .actor
            .and_then(|actor| self.facts.actor(actor))
            .map(|actor| actor.kind);
        let speaks = !matches!(kind, Some(ActorKind::Place | ActorKind::Other));
        let name = speaker.resolved.as_ref().filter(|_| speaks).unwrap_or(&speaker.text);
        // "he said": who that is must be plain.
        let is_pronoun = |text: &str| {
            matches!(
                text,
                "he" | "she" | "they" | "it" | "who" | "He" | "She" | "They" | "It"
            )
        };
        let is_plain = !is_pronoun(&speaker.text)
            || speaker
                .actor
                .is_some_and(|actor| self.is_only_person(speaker.place, actor));
        (is_plain && !is_pronoun(name)).then(|| one_line(name, QUOTATION_CHARS))
    }
}
