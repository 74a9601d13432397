//! The prose of one block of Markdown while it is read: its words, and the pictures in it. It never decides where a
//! block ends.

use crate::markup::prose::{OBJECT, Prose};
use crate::markup::{Block, BlockKind};
use crate::text::Span;

use crate::markup::markdown::holes::Shielded;

/// Where a piece of shielded text is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'s> {
    pub source: &'s str,
    /// Where the shielded text begins in the source.
    pub base: usize,
    pub shielded: &'s Shielded,
}

/// A block under construction.
#[derive(Debug)]
pub(super) struct Open {
    pub kind: BlockKind,
    pub in_quote: bool,
    /// The element in the source.
    pub element: Span,
    pub prose: Prose,
    /// Captions of pictures that come after the words so far.
    pub captions: Vec<Block>,
    /// The end of what was added last, in the shielded text.
    last: usize,
}

impl Open {
    pub fn new(kind: BlockKind, in_quote: bool, element: Span) -> Self {
        Self {
            kind,
            in_quote,
            element,
            prose: Prose::default(),
            captions: Vec::new(),
            last: 0,
        }
    }

    /// Adds text that Markdown made of `range`.
    pub fn text(&mut self, ground: &Ground, text: &str, range: Span) {
        if !text.trim().is_empty() {
            self.captions.clear();
        }
        let Ground { source, base, shielded } = *ground;
        let raw = range.of(&shielded.text);
        let mut start = range.start;
        if raw == text {
            if self.is_escaped(&shielded.text, text, range) {
                // The backslash belongs to the sign after it.
                let sign = text
                    .chars()
                    .next()
                    .map_or("", |sign| text.get(..sign.len_utf8()).unwrap_or(""));
                self.prose
                    .replace(sign, Span::new(start - 1, start + sign.len()).shifted(base));
                start += sign.len();
            }
            for hole in shielded.holes_in(Span::new(start, range.end)) {
                self.prose.copy(source, Span::new(start, hole.span.start).shifted(base));
                if hole.is_object && hole.span.start >= start {
                    self.object(hole.span.shifted(base));
                }
                start = start.max(hole.span.end);
            }
            self.prose
                .copy(source, Span::new(start, range.end.max(start)).shifted(base));
        } else {
            self.prose.replace(text, range.shifted(base));
        }
        self.last = range.end;
    }

    /// Adds a line end inside the block.
    pub fn line_end(&mut self, ground: &Ground, range: Span) {
        let raw = range.of(&ground.shielded.text);
        let span = range.shifted(ground.base);
        if matches!(raw, "\n" | "\r\n" | "\r") {
            self.prose.copy(ground.source, span);
        } else {
            self.prose.replace("\n", span);
        }
        self.last = range.end;
    }

    /// Adds something that is not words but holds a place in its sentence. `span` counts in the source.
    pub fn object(&mut self, span: Span) {
        self.captions.clear();
        self.prose.replace(OBJECT, span);
    }

    /// Adds a mark that an element stands for. `span` counts in the source.
    pub fn mark(&mut self, mark: &str, span: Span) {
        self.prose.replace(mark, span);
    }

    fn is_escaped(&self, shielded: &str, text: &str, range: Span) -> bool {
        text.starts_with(|c: char| c.is_ascii_punctuation())
            && range.start > self.last
            && shielded.as_bytes().get(range.start - 1) == Some(&b'\\')
    }

    /// The block and the captions after it.
    pub fn close(self) -> impl Iterator<Item = Block> {
        self.prose
            .into_block(self.kind, self.in_quote, self.element)
            .into_iter()
            .chain(self.captions)
    }
}
