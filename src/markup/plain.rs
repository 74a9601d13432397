//! Plain text: paragraphs by blank line.

use crate::markup::{Block, BlockKind, FrontMatter, Markup, OffsetMap};
use crate::text::Span;

/// Reads plain text.
#[must_use]
pub fn read(source: &str) -> Markup {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in source.split("\n\n") {
        let lead = paragraph.len() - paragraph.trim_start().len();
        let span = Span::new(start + lead, start + lead + paragraph.trim().len());
        if !span.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                in_quote: false,
                span,
                text: span.of(source).to_owned(),
                map: OffsetMap::copied(span),
            });
        }
        start += paragraph.len() + 2;
    }
    Markup {
        blocks,
        front: FrontMatter::default(),
    }
}
