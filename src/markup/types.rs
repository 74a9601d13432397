//! What a source text holds once it is read, and places in it. Nothing here reads a source.

use crate::markup::Block;
use crate::text::Span;

/// What a source text holds, in the order of the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markup {
    /// The blocks of prose and furniture.
    pub blocks: Vec<Block>,
    /// The fields before the body; empty where the draft has none.
    pub front: FrontMatter,
    /// The comments of the markup, marks included, in the order of the source. They are never prose.
    pub comments: Vec<Span>,
}

impl Markup {
    /// The block that a place is in.
    #[must_use]
    pub fn block_of(&self, place: Place) -> Option<&Block> {
        place.block.of(&self.blocks)
    }

    /// The decoded text of a place.
    #[must_use]
    pub fn text_of(&self, place: Place) -> &str {
        self.block_of(place).map_or("", |block| place.span.of(&block.text))
    }

    /// Whether nothing but white space follows a place in its block.
    #[must_use]
    pub fn ends_block(&self, place: Place) -> bool {
        self.block_of(place)
            .and_then(|block| block.text.get(place.span.end..))
            .is_some_and(|rest| rest.trim().is_empty())
    }

    /// The source that a place was decoded from.
    #[must_use]
    pub fn source_span(&self, place: Place) -> Span {
        self.block_of(place)
            .map_or_else(Span::default, |block| block.map.to_source(place.span))
    }
}

/// Index into [`Markup::blocks`], and into every list that has one entry for each block. Ordered as the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub usize);

impl BlockId {
    /// What a list with one entry for each block has for this one.
    #[must_use]
    pub fn of<T>(self, list: &[T]) -> Option<&T> {
        list.get(self.0)
    }

    /// The block after it; the draft may have none.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The entries of a list with one for each block, numbered.
    pub fn number<T>(list: impl IntoIterator<Item = T>) -> impl Iterator<Item = (Self, T)> {
        list.into_iter().enumerate().map(|(index, entry)| (Self(index), entry))
    }
}

/// A place in a draft: a stretch of one block's decoded text. Ordered as the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The block that the text is in.
    pub block: BlockId,
    /// Bytes in that block's text.
    pub span: Span,
}

impl Place {
    /// The place of `span` in block `block`.
    #[must_use]
    pub fn new(block: BlockId, span: Span) -> Self {
        Self { block, span }
    }

    /// The place of all of a block.
    #[must_use]
    pub fn whole(id: BlockId, block: &Block) -> Self {
        Self::new(id, Span::new(0, block.text.len()))
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Place) -> bool {
        self.block == other.block && self.span.overlaps(other.span)
    }

    /// Whether `other` is inside, ends included.
    #[must_use]
    pub fn covers(self, other: Place) -> bool {
        self.block == other.block && self.span.covers(other.span)
    }
}

/// The fields before the body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// Where it is in the source, fences included; empty where there is none.
    pub span: Span,
    /// The scalar fields, in the order of the source; nested keys are joined by a dot.
    pub fields: Vec<Field>,
    /// Why it could not be read, with the place in the source; its fields are then empty.
    pub error: Option<(Span, String)>,
}

impl FrontMatter {
    /// The value of the first field with one of these keys (compared without case), tried in the given order.
    #[must_use]
    pub fn get(&self, keys: &[&str]) -> Option<&Field> {
        keys.iter()
            .find_map(|key| self.fields.iter().find(|field| field.key.eq_ignore_ascii_case(key)))
    }

    /// Whether a key (compared without case) has fields beneath it, as a table or a list has.
    #[must_use]
    pub fn has_parts(&self, key: &str) -> bool {
        self.fields.iter().any(|field| {
            let (start, rest) = (field.key.get(..key.len()), field.key.get(key.len()..));
            start.is_some_and(|start| start.eq_ignore_ascii_case(key)) && rest.is_some_and(|rest| rest.starts_with('.'))
        })
    }
}

/// One field of the front matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key; nested keys are joined by a dot.
    pub key: String,
    /// The value as text, decoded.
    pub value: String,
    /// Where the value is in the source.
    pub span: Span,
}
