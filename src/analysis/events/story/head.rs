//! Where a draft says what it is about: its headline, then its story. Whatever previews it (descriptions, blurbs,
//! captions) uses other words and is often about something else; nothing is taken from it.

use std::sync::Arc;

use crate::analysis::events::boilerplate::is_boilerplate;
use crate::analysis::{BlockFacts, Place, credits};
use crate::markup::{Block, BlockId, BlockKind, Markup};
use crate::text::Span;

/// The fields with a headline, the best first.
const HEADLINES: [&str; 3] = ["headline", "title", "head"];

/// How far into a draft, in bytes, blocks are checked for what the publication says about itself; nothing after that
/// says what the draft is about.
const REACH: usize = 4000;

/// How many bytes a paragraph without a period may have to be a headline.
const LONGEST_HEADLINE: usize = 200;

/// A block of a story with its facts.
#[derive(Clone, Copy, Debug)]
pub struct StoryBlock<'a> {
    /// Its number.
    pub id: BlockId,
    /// The block.
    pub block: &'a Block,
    /// What it shows.
    pub facts: &'a BlockFacts,
    /// The bytes of headline and story before it.
    pub offset: usize,
}

impl StoryBlock<'_> {
    /// Whether a stretch of the block is in its dateline.
    #[must_use]
    pub fn is_in_dateline(&self, span: Span) -> bool {
        self.facts.dateline.is_some_and(|dateline| dateline.span.covers(span))
    }

    /// Whether a stretch of the block is no part of the story: a dateline, or a caption that ran into the text.
    #[must_use]
    pub fn is_outside(&self, span: Span) -> bool {
        self.is_in_dateline(span) || credits::is_in_caption(self.facts, span)
    }

    /// Whether it is the headline of the draft.
    #[must_use]
    pub fn is_headline(&self) -> bool {
        matches!(self.block.kind, BlockKind::Heading(_) | BlockKind::Field(_))
    }
}

/// The headline and the paragraphs below it, in order. Headings between paragraphs are left out. Linear in the blocks.
#[must_use]
pub fn story_blocks<'a>(markup: &'a Markup, blocks: &'a [Arc<BlockFacts>]) -> Vec<StoryBlock<'a>> {
    let all = || BlockId::number(markup.blocks.iter().zip(blocks));
    let headline = HEADLINES
        .iter()
        .find_map(|key| all().find(|(_, (block, _))| is_field(block, key)));
    let mut has_begun = false;
    let mut seen = 0;
    let story = all().filter(|(_, (block, facts))| match &block.kind {
        BlockKind::Paragraph | BlockKind::ListItem => {
            let is_near = seen < REACH;
            seen += block.text.len();
            // Where events were found, that was asked before.
            let is_own = || facts.events.is_empty() && is_boilerplate(&block.text);
            let tells = !(block.in_quote || is_near && is_own());
            has_begun |= tells && block.kind == BlockKind::Paragraph;
            tells
        }
        BlockKind::Heading(_) => !has_begun && headline.is_none(),
        _ => false,
    });
    let mut offset = 0;
    headline
        .into_iter()
        .chain(story)
        .map(|(id, (block, facts))| {
            let found = StoryBlock {
                id,
                block,
                facts: facts.as_ref(),
                offset,
            };
            offset += block.text.len();
            found
        })
        .collect()
}

/// The sentence that a place is in.
#[must_use]
pub fn sentence_of(story: &[StoryBlock<'_>], place: Place) -> Option<Place> {
    let block = story.iter().find(|story| story.id == place.block)?;
    let language = &block.facts.language;
    let sentence = language.sentences.get(language.sentence_at(place.span.start)?)?;
    Some(Place::new(place.block, sentence.span))
}

/// The block with the headline: a field, a heading above the story, or a first line of its own without a period.
#[must_use]
pub fn headline(story: &[StoryBlock<'_>]) -> Option<BlockId> {
    let first = story.first()?;
    let is_line = story.len() > 1 && is_display(first.block, first.facts) && ends_as_headline(&first.block.text);
    (first.is_headline() || is_line).then_some(first.id)
}

/// Whether a block looks like a headline: a heading, or a single sentence without a period.
#[must_use]
pub fn is_display(block: &Block, facts: &BlockFacts) -> bool {
    let is_single = facts.language.sentences.len() == 1;
    matches!(block.kind, BlockKind::Heading(_) | BlockKind::Field(_))
        || is_single && block.text.len() < LONGEST_HEADLINE && !block.text.trim_end().ends_with('.')
}

/// "Dear readers," and "What we know:" go on below.
fn ends_as_headline(text: &str) -> bool {
    text.trim_end()
        .chars()
        .next_back()
        .is_some_and(|last| last.is_alphanumeric() || matches!(last, '?' | '!' | ')' | '\'' | '’' | '"' | '”' | '%'))
}

fn is_field(block: &Block, key: &str) -> bool {
    matches!(&block.kind, BlockKind::Field(found) if found.eq_ignore_ascii_case(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{self, Format};

    #[test]
    fn the_headline_comes_first_and_previews_are_left_out() {
        let draft = "---\nblurb: Rain is likely.\nimage-caption: A boat at Ostby.\ntitle: Mayor sells mill\n---\n\n\
                     The mayor sold the mill.\n\n## What it costs\n\n> We sold it.\n\nIt was old.\n";
        let markup = markup::read(draft, Format::Markdown);
        let facts: Vec<_> = markup.blocks.iter().map(|_| Arc::new(BlockFacts::default())).collect();
        let found: Vec<_> = story_blocks(&markup, &facts)
            .iter()
            .map(|story| (story.block.text.as_str(), story.offset))
            .collect();
        assert_eq!(
            found,
            [
                ("Mayor sells mill", 0),
                ("The mayor sold the mill.", 16),
                ("It was old.", 40)
            ]
        );
    }
}
