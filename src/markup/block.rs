//! Blocks: the paragraphs, headings and furniture of a draft. Blocks never overlap.

use smol_str::SmolStr;

use crate::markup::OffsetMap;
use crate::text::Span;

/// A stretch of prose that is read on its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Whether the block is in a block quote, so that all of it is somebody's words.
    pub in_quote: bool,
    /// How many bytes of the text, from its beginning, are in bold or in italics.
    pub emphasized: usize,
    /// Whether markup around the block sets it apart as a pull quote.
    pub is_pulled: bool,
    /// The whole block in the source, marks of markup included.
    pub span: Span,
    /// The decoded prose: entities, escapes and emphasis marks resolved, line breaks inside the block as they are. It is
    /// shared between the versions of a draft.
    pub text: SmolStr,
    /// From offsets in `text` to offsets in the source.
    pub map: OffsetMap,
}

impl Block {
    /// Whether another block is this one in another place of the source, read from the same marks of markup. It does not compare
    /// the source. Linear in the text.
    #[must_use]
    pub fn is_moved(&self, other: &Block) -> bool {
        self.kind == other.kind
            && self.in_quote == other.in_quote
            && self.emphasized == other.emphasized
            && self.is_pulled == other.is_pulled
            && self.text == other.text
            && self.map.moved(self.span.start, other.span.start) == other.map
    }
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading with its level, 1..=6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// The caption of a picture.
    Caption,
    /// A field of the front matter that holds prose (title, standfirst, description …), by its key.
    Field(String),
    /// What a desk or a wire puts around a story.
    Furniture(Furniture),
}

impl BlockKind {
    /// Whether rules about running text apply: paragraphs and list items.
    #[must_use]
    pub fn is_body(&self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::ListItem)
    }
}

/// Lines around a story that are not the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Furniture {
    /// A slug line ("SUMMIT-CALL/ (UPDATE 1)").
    Slug,
    /// A dateline on a line of its own.
    Dateline,
    /// "By Name" on a line of its own.
    Byline,
    /// An embargo or hold line.
    Embargo,
    /// "MORE", "-30-", "###", "(Reporting by …)".
    EndMark,
}
