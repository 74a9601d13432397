//! Collects the decoded prose of one block and its offset map; it never decides what is prose.

use crate::markup::{Block, BlockKind, OffsetMap, entities};
use crate::text::Span;

/// Stands in the decoded text for something that is not words but holds a place in its sentence (code, a formula).
pub(crate) const OBJECT: &str = "\u{FFFC}";

/// A hyphenation hint. It is not part of the word, so it is left out of decoded text.
const SOFT_HYPHEN: char = '\u{AD}';

/// Prose under construction.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    text: String,
    map: OffsetMap,
    /// Kept while text is added: blank prose may be asked about as often as it grows.
    has_words: bool,
}

impl Prose {
    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing but white space was added.
    pub fn is_blank(&self) -> bool {
        !self.has_words
    }

    /// Whether the text ends in white space, or there is none yet.
    pub fn ends_in_space(&self) -> bool {
        self.text.chars().next_back().is_none_or(char::is_whitespace)
    }

    /// Adds the stretch of the source as it is, without its soft hyphens.
    pub fn copy(&mut self, source: &str, span: Span) {
        let mut start = span.start;
        for part in span.of(source).split(SOFT_HYPHEN) {
            self.push_text(part);
            self.map.push_copied(Span::new(start, start + part.len()));
            start += part.len() + SOFT_HYPHEN.len_utf8();
        }
    }

    /// Adds `decoded`, which stands for all of the stretch of the source.
    pub fn replace(&mut self, decoded: &str, span: Span) {
        if decoded.contains(SOFT_HYPHEN) {
            let kept: String = decoded.chars().filter(|&c| c != SOFT_HYPHEN).collect();
            self.push_text(&kept);
            self.map.push_unit(kept.len(), span);
            return;
        }
        self.push_text(decoded);
        self.map.push_unit(decoded.len(), span);
    }

    /// Adds the stretch of the source with its character references decoded.
    pub fn copy_decoding(&mut self, source: &str, span: Span) {
        let mut copied = span.start;
        for reference in entities::references(source, span) {
            self.copy(source, Span::new(copied, reference.span.start));
            self.replace(&reference.decoded, reference.span);
            copied = reference.span.end;
        }
        self.copy(source, Span::new(copied, span.end));
    }

    /// The same prose with the character references in its text decoded.
    pub fn decode_references(self) -> Self {
        if !self.text.contains('&') {
            return self;
        }
        let mut decoded = Self::default();
        let mut copied = 0;
        let whole = Span::new(0, self.text.len());
        for reference in entities::references(&self.text, whole) {
            decoded.append(&self, Span::new(copied, reference.span.start));
            decoded.replace(&reference.decoded, self.map.to_source(reference.span));
            copied = reference.span.end;
        }
        decoded.append(&self, Span::new(copied, whole.end));
        decoded
    }

    /// The text and its map, white space at the ends taken off.
    pub fn into_parts(self) -> (String, OffsetMap) {
        let start = self.text.len() - self.text.trim_start_matches(is_edge).len();
        let end = start + self.text.trim_matches(is_edge).len();
        if start == 0 && end == self.text.len() {
            return (self.text, self.map);
        }
        let kept = Span::new(start, end);
        let mut map = OffsetMap::default();
        map.append(&self.map, kept);
        (kept.of(&self.text).to_owned(), map)
    }

    /// The block made of the prose; `None` if there are no words. Its span is `element`, extended to hold the prose.
    pub fn into_block(self, kind: BlockKind, in_quote: bool, element: Span) -> Option<Block> {
        if self.is_blank() {
            return None;
        }
        let (text, map) = self.into_parts();
        let source = map.source();
        let span = if element.is_empty() {
            source
        } else {
            element.join(source)
        };
        Some(Block {
            kind,
            in_quote,
            emphasized: 0,
            is_pulled: false,
            span,
            text: text.into(),
            map,
        })
    }

    fn push_text(&mut self, text: &str) {
        self.has_words = self.has_words || !text.chars().all(is_edge);
        self.text.push_str(text);
    }

    fn append(&mut self, other: &Prose, decoded: Span) {
        self.push_text(decoded.of(&other.text));
        self.map.append(&other.map, decoded);
    }
}

/// Puts blocks in the order of the source and cuts spans that reach into a neighbor.
///
/// A reader that follows the source gives blocks in order; this makes it certain whatever the markup nests.
pub(crate) fn settled(mut blocks: Vec<Block>) -> Vec<Block> {
    if !blocks.is_sorted_by_key(|block| block.map.source().start) {
        blocks.sort_by_key(|block| block.map.source().start);
    }
    let mut end = 0;
    blocks.retain(|block| {
        let source = block.map.source();
        let is_apart = source.start >= end;
        if is_apart {
            end = source.end;
        }
        is_apart
    });
    let starts: Vec<usize> = blocks.iter().map(|block| block.map.source().start).collect();
    let mut end = 0;
    for (index, block) in blocks.iter_mut().enumerate() {
        let next = starts.get(index + 1).copied().unwrap_or(usize::MAX);
        let content = block.map.source();
        block.span = Span::new(
            block.span.start.clamp(end, content.start),
            block.span.end.min(next).max(content.end),
        );
        end = block.span.end;
    }
    blocks
}

/// Whether a character at the end of a block is layout and not prose.
pub(crate) fn is_edge(c: char) -> bool {
    // A no-break space at the edge of a block is layout, like other white space.
    c.is_whitespace() || c == '\u{FFFC}' || c == '\u{FEFF}'
}
