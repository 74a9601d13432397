//! The headline of a plain text. When in doubt, it never takes the first paragraph for one.

use crate::markup::{Block, BlockKind};

/// Makes the first block a heading if it clearly is a headline.
pub(super) fn mark(source: &str, blocks: &mut [Block]) {
    let Some(first) = blocks
        .iter()
        .position(|block| !matches!(block.kind, BlockKind::Furniture(_)))
    else {
        return;
    };
    let story = blocks
        .iter()
        .skip(first + 1)
        .filter(|block| block.kind == BlockKind::Paragraph)
        .take(STORY)
        .map(|block| length(&block.text))
        .max();
    let Some(block) = blocks.get_mut(first) else {
        return;
    };
    let is_followed = story.is_some_and(|story| story > length(&block.text));
    if block.kind == BlockKind::Paragraph && !block.in_quote && is_followed && is_headline(block.span.of(source)) {
        block.kind = BlockKind::Heading(1);
    }
}

/// The last of the blocks that decide whether the first one is a headline; `None` where there are too few of them.
pub(super) fn deciding(blocks: &[Block]) -> Option<usize> {
    let numbered = || blocks.iter().enumerate();
    let (first, _) = numbered().find(|(_, block)| !matches!(block.kind, BlockKind::Furniture(_)))?;
    let mut story = numbered()
        .skip(first + 1)
        .filter(|(_, block)| block.kind == BlockKind::Paragraph);
    story.nth(STORY - 1).map(|(index, _)| index)
}

/// How many paragraphs are set against a headline.
const STORY: usize = 3;

/// The length in bytes without line ends, so that the kind of line end does not decide whether it is a headline.
fn length(text: &str) -> usize {
    text.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')).count()
}

fn is_headline(text: &str) -> bool {
    let is_capitals = text.contains(char::is_alphabetic) && !text.contains(char::is_lowercase);
    let bare = text.trim_end_matches(['"', '”', '’', '\'', '»']);
    let is_sentence = bare.ends_with(['.', '!', '…', ',', ';', ':', '-', '–', '—', '_'])
        || bare.ends_with('?') && bare.len() < text.len();
    text.len() <= 200
        && !text.contains(['\n', '\r'])
        && (2..=20).contains(&text.split_whitespace().count())
        && text.starts_with(|c: char| !c.is_lowercase())
        && (!is_sentence || is_capitals)
}
