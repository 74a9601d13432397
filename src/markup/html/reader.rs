//! Follows the tags of HTML and collects the text between them into blocks. It never builds a tree: a page that nests its
//! elements wrongly reads like one that nests them well.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use crate::markup::html::crowded::unwound;
use crate::markup::html::ends::Ends;
use crate::markup::html::tags::{self, Role};
use crate::markup::prose::{OBJECT, Prose};
use crate::markup::{Block, BlockKind};
use crate::text::Span;

/// Elements nested deeper than this say nothing about their text any more.
const DEEPEST: usize = 100;

/// The state of reading. One reader may be fed several pieces of one source, in their order.
#[derive(Debug)]
pub(crate) struct Reader<'s> {
    source: &'s str,
    ends: Ends,
    frames: Vec<Frame>,
    skipped: usize,
    prose: Prose,
    start: usize,
    /// The blocks so far.
    pub blocks: Vec<Block>,
    /// The comments so far.
    pub comments: Vec<Span>,
    /// The elements so far that show code, tags included; those inside others come first.
    pub code: Vec<Span>,
}

#[derive(Debug)]
struct Frame {
    name: String,
    role: Role,
    start: usize,
}

impl<'s> Reader<'s> {
    /// A reader at the start of `source`.
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            ends: Ends::of(source),
            frames: Vec::new(),
            skipped: 0,
            prose: Prose::default(),
            start: 0,
            blocks: Vec::new(),
            comments: Vec::new(),
            code: Vec::new(),
        }
    }

    /// Reads `text`, which starts at byte `base` of the source. Where `text` differs from the source, it is white
    /// space of the same length.
    pub fn feed(&mut self, text: &str, base: usize) {
        let text = &*unwound(text);
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(text, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let span = span_of(tag.span, base);
                    let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
                    self.start_tag(name, tag.self_closing, span);
                }
                Token::EndTag(tag) => {
                    let span = span_of(tag.span, base);
                    let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
                    self.end_tag(&name, span);
                }
                Token::String(string) => self.text(text, base, string.span.start, string.span.end),
                Token::Comment(comment) => self.comments.push(span_of(comment.span, base)),
                Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    /// Whether the text read next is in a block quote.
    pub fn in_quote(&self) -> bool {
        self.frames.iter().any(|frame| frame.role == Role::Quote)
    }

    /// Whether the text read next is not prose.
    pub fn is_skipping(&self) -> bool {
        self.skipped > 0
    }

    /// The kind of a paragraph read next, where an open element says so.
    pub fn kind(&self) -> Option<&BlockKind> {
        self.frames.iter().rev().find_map(|frame| match &frame.role {
            Role::Kind(kind) => Some(kind),
            _ => None,
        })
    }

    fn is_in_paragraph(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.name == "p")
    }

    /// Ends the block that is being read.
    pub fn end_block(&mut self) {
        self.end_block_at(self.start);
    }

    fn end_block_at(&mut self, end: usize) {
        let prose = std::mem::take(&mut self.prose);
        let mut kind = self.kind().cloned().unwrap_or(BlockKind::Paragraph);
        if kind == BlockKind::TableCell && self.is_in_paragraph() && is_sentence(prose.text()) {
            // A table that lays out a page: what is in its cells is text.
            kind = BlockKind::Paragraph;
        }
        let element = if self.start < end {
            Span::new(self.start, end)
        } else {
            Span::default()
        };
        self.blocks.extend(prose.into_block(kind, self.in_quote(), element));
    }

    fn start_tag(&mut self, name: String, is_closed: bool, span: Span) {
        let role = tags::role(&name);
        match role {
            Role::Inline => return,
            Role::Break => {
                self.unit("\n", span);
                return;
            }
            Role::InlineQuote => self.unit("“", span),
            Role::Object => self.unit(OBJECT, span),
            Role::Block | Role::Kind(_) | Role::Quote => {
                self.end_block_at(span.start);
                self.start = span.start;
                self.close_implied();
            }
            Role::Skipped => {}
        }
        // An element that hides or marks its text must be closed somewhere; headings and items end by themselves.
        let needs_end = matches!(role, Role::Skipped | Role::Object | Role::Quote);
        if tags::is_void(&name)
            || is_closed
            || self.frames.len() >= DEEPEST
            || needs_end && !self.ends.is_closed_after(&name, span.end)
        {
            return;
        }
        self.skipped += usize::from(hides(&role));
        self.frames.push(Frame {
            name,
            role,
            start: span.start,
        });
    }

    /// A block inside a heading, a title or another item ends it.
    fn close_implied(&mut self) {
        while let Some(Frame {
            role: Role::Kind(BlockKind::Heading(_) | BlockKind::Field(_)),
            ..
        }) = self.frames.last()
        {
            self.frames.pop();
        }
    }

    fn end_tag(&mut self, name: &str, span: Span) {
        let role = tags::role(name);
        if role == Role::InlineQuote {
            self.unit("”", span);
        }
        if matches!(role, Role::Block | Role::Kind(_) | Role::Quote) {
            self.end_block_at(span.end);
            self.start = span.end;
        }
        if let Some(at) = self.frames.iter().rposition(|frame| frame.name == name) {
            for frame in self.frames.drain(at..) {
                self.skipped -= usize::from(hides(&frame.role));
                if tags::shows_code(&frame.name) {
                    self.code.push(Span::new(frame.start, span.end));
                }
            }
        }
    }

    fn unit(&mut self, decoded: &str, span: Span) {
        if self.skipped == 0 {
            self.prose.replace(decoded, span);
        }
    }

    fn text(&mut self, text: &str, base: usize, start: usize, end: usize) {
        if self.skipped > 0 {
            return;
        }
        let mut at = start;
        let mut rest = text.get(start..end).unwrap_or_default();
        while !rest.is_empty() {
            let words = rest.len() - rest.trim_start_matches(|c| !is_space(c)).len();
            self.prose
                .copy_decoding(self.source, Span::new(base + at, base + at + words));
            at += words;
            rest = rest.get(words..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start_matches(is_space).len();
            self.space(
                rest.get(..blank).unwrap_or_default(),
                Span::new(base + at, base + at + blank),
            );
            at += blank;
            rest = rest.get(blank..).unwrap_or_default();
        }
    }

    /// Runs of white space count as one, as a browser shows them; a line end stays a line end.
    fn space(&mut self, blank: &str, span: Span) {
        if blank.is_empty() || self.prose.ends_in_space() {
            return;
        }
        if matches!(blank, " " | "\n" | "\r\n") && blank == span.of(self.source) {
            self.prose.copy(self.source, span);
        } else {
            let decoded = if blank.contains(['\n', '\r']) { "\n" } else { " " };
            self.prose.replace(decoded, span);
        }
    }
}

fn is_sentence(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['"', '”', '’', ')']);
    bare.contains(' ') && bare.ends_with(['.', '!', '?', ',', '…'])
}

fn hides(role: &Role) -> bool {
    matches!(role, Role::Skipped | Role::Object)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

fn span_of(span: html5gum::Span<usize>, base: usize) -> Span {
    Span::new(span.start, span.end).shifted(base)
}
