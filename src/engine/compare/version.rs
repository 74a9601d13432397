//! One of the two versions that are compared, with what all topics ask of it.

use rustc_hash::FxHashSet;

use crate::analysis::register::key;
use crate::engine::compare::pairing::plain_words;
use crate::engine::compare::types::{DraftPart, Noted};
use crate::engine::paragraphs::Paragraphs;
use crate::engine::types::Snapshot;
use crate::markup::{BlockId, BlockKind, Place};
use crate::text::Span;

/// A version of a draft.
pub(super) struct ComparedVersion<'a> {
    /// What is known of it.
    pub snapshot: &'a Snapshot,
    paragraphs: Paragraphs,
    /// The words of each block, made comparable, with a space before and after.
    words: Vec<String>,
    /// Each word of the text.
    known: FxHashSet<String>,
}

/// How many bytes of a sentence before and after a place are compared.
const AROUND: usize = 200;

impl<'a> ComparedVersion<'a> {
    /// Linear in the text.
    pub(super) fn of(snapshot: &'a Snapshot) -> Self {
        let blocks = snapshot.markup.blocks.iter();
        let words: Vec<String> = blocks.map(|block| format!(" {} ", key(&block.text))).collect();
        Self {
            snapshot,
            paragraphs: snapshot.paragraphs(),
            known: words
                .iter()
                .flat_map(|words| words.split(' '))
                .map(str::to_owned)
                .collect(),
            words,
        }
    }

    /// Something at a place.
    pub(super) fn noted(&self, place: Place, text: String, about: String) -> Noted {
        Noted {
            text,
            about,
            part: self.part_of(place.block),
            span: self.snapshot.source_span(place),
        }
    }

    /// Something at a stretch of the source.
    pub(super) fn noted_at(&self, span: Span, text: String, about: String) -> Noted {
        Noted {
            text,
            about,
            part: self.part_of(self.block_at(span)),
            span,
        }
    }

    fn part_of(&self, block: BlockId) -> DraftPart {
        if let Some(number) = self.paragraphs.number_of(block) {
            return DraftPart::Paragraph(number);
        }
        match block.of(&self.snapshot.markup.blocks).map(|block| &block.kind) {
            Some(BlockKind::Heading(1)) => DraftPart::Headline,
            Some(BlockKind::Heading(_)) => DraftPart::Heading,
            Some(BlockKind::Caption) => DraftPart::Caption,
            Some(BlockKind::TableCell) => DraftPart::Table,
            Some(BlockKind::Field(key)) if matches!(key.as_str(), "title" | "headline") => DraftPart::Headline,
            Some(BlockKind::Field(key)) => DraftPart::Field(key.clone()),
            _ => DraftPart::Furniture,
        }
    }

    /// Whether the words of a phrase are anywhere in the text. Linear in the text, but quick if one of the words is nowhere.
    pub(super) fn has_words(&self, phrase: &str) -> bool {
        let phrase = key(phrase);
        let is_known = phrase.split(' ').all(|word| self.known.contains(word));
        let phrase = format!(" {phrase} ");
        is_known && self.words.iter().any(|words| words.contains(&phrase))
    }

    /// Whether one of the blocks has the words of a phrase, and not only as part of the `longer` ones. Linear in the blocks.
    pub(super) fn has_in(&self, blocks: impl Iterator<Item = BlockId>, phrase: &str, longer: &[&str]) -> bool {
        let phrase = format!(" {} ", key(phrase));
        let mut words = blocks.filter_map(|block| block.of(&self.words));
        words.any(|words| {
            let mut rest = words.clone();
            for longer in longer {
                rest = rest.replace(&format!(" {} ", key(longer)), " ");
            }
            rest.contains(&phrase)
        })
    }

    /// The words around a place in its sentence, without those of the place itself.
    pub(super) fn words_around(&self, place: Place) -> Vec<String> {
        let sentence = self.snapshot.sentence_of(place).span;
        let text = self
            .snapshot
            .markup
            .block_of(place)
            .map_or("", |block| block.text.as_str());
        around(text, place.span, sentence)
    }

    /// The words around a stretch of the source in its block, without its own.
    pub(super) fn source_around(&self, span: Span) -> Vec<String> {
        let block = self.block_at(span).of(&self.snapshot.markup.blocks);
        around(&self.snapshot.text, span, block.map_or(span, |block| block.span))
    }

    fn block_at(&self, span: Span) -> BlockId {
        let blocks = &self.snapshot.markup.blocks;
        BlockId(blocks.partition_point(|block| block.span.end < span.start))
    }
}

/// The words of a text near a stretch of it and inside some bounds, without its own.
fn around(text: &str, span: Span, bounds: Span) -> Vec<String> {
    let from = bounds.start.max(span.start.saturating_sub(AROUND));
    let until = bounds.end.min(span.end + AROUND);
    let (from, until) = (text.floor_char_boundary(from), text.floor_char_boundary(until));
    let mut words = plain_words(text.get(from..span.start).unwrap_or(""));
    words.extend(plain_words(text.get(span.end..until).unwrap_or("")));
    words
}
