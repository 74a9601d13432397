//! The paragraphs of a draft as readers count them: running text and items of lists, from 1, with how many words each has.
//! It reads nothing in them.

use crate::engine::types::Snapshot;
use crate::markup::BlockId;
use crate::text::Span;

/// The paragraphs of a draft, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraphs {
    list: Vec<Paragraph>,
}

/// A paragraph of the running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The block that it is.
    pub block: BlockId,
    /// Where it is in the source.
    pub span: Span,
    /// How many words it has.
    pub words: usize,
    /// How many words the paragraphs before it have.
    pub words_before: usize,
}

impl Paragraphs {
    /// The paragraphs of a draft. Linear in its text.
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        let mut words_before = 0;
        let mut list = Vec::new();
        for (block, content) in BlockId::number(&snapshot.markup.blocks) {
            if content.kind.is_body() {
                let words = count_words(&content.text);
                list.push(Paragraph {
                    block,
                    span: content.span,
                    words,
                    words_before,
                });
                words_before += words;
            }
        }
        Self { list }
    }

    /// All of them.
    #[must_use]
    pub fn list(&self) -> &[Paragraph] {
        &self.list
    }

    /// How many words they have.
    #[must_use]
    pub fn words(&self) -> usize {
        self.list.last().map_or(0, |last| last.words_before + last.words)
    }

    /// The number of a block's paragraph, from 1; `None` if the block is none. Logarithmic.
    #[must_use]
    pub fn number_of(&self, block: BlockId) -> Option<usize> {
        let at = self.list.binary_search_by_key(&block, |paragraph| paragraph.block);
        at.ok().map(|at| at + 1)
    }

    /// The number of the paragraph at an offset of the source, from 1. Logarithmic.
    #[must_use]
    pub fn number_at(&self, offset: usize) -> Option<usize> {
        let at = self.list.partition_point(|paragraph| paragraph.span.end < offset);
        let paragraph = self.list.get(at)?;
        paragraph.span.touches(offset).then_some(at + 1)
    }
}

/// The words of a text: what is between white space and has a letter or a digit.
pub(super) fn count_words(text: &str) -> usize {
    let words = text.split_whitespace();
    words.filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::snapshot;

    #[test]
    fn headings_and_fields_are_not_counted_and_items_are() {
        let text = "---\ntitle: Ferries late\n---\n\nThe quay is full.\n\n## Rosters\n\n- Ten boats — no more.\n";
        let paragraphs = Paragraphs::of(&snapshot(text));
        let words: Vec<_> = paragraphs
            .list()
            .iter()
            .map(|one| (one.words_before, one.words))
            .collect();
        assert_eq!(words, [(0, 4), (4, 4)]);
        assert_eq!(paragraphs.words(), 8);
        let at = |words: &str| paragraphs.number_at(text.find(words).unwrap());
        assert_eq!(
            (at("quay"), at("boats"), at("Rosters"), at("late")),
            (Some(1), Some(2), None, None)
        );
    }
}
