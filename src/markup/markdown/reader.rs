//! From the events of the Markdown reader to blocks. It never looks ahead: one pass, one open block.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::markup::html;
use crate::markup::html::tags::{self, Role};
use crate::markup::{Block, BlockKind};
use crate::text::Span;

use crate::markup::markdown::holes::Shielded;
use crate::markup::markdown::inline::{Ground, Open};

/// The state of reading.
pub(super) struct Reader<'s> {
    ground: Ground<'s>,
    html: html::Reader<'s>,
    blocks: Vec<Block>,
    comments: Vec<Span>,
    code: Vec<Span>,
    open: Option<Open>,
    /// The alternative text of a picture, and how many pictures nest.
    picture: Option<(Open, usize)>,
    /// For each open block quote, whether it quotes somebody; a note box does not.
    quotes: Vec<bool>,
    /// How many of them quote somebody.
    quoting: usize,
    items: usize,
    /// Elements with text that is not prose.
    hidden: usize,
    /// The HTML element inside a paragraph that hides its text, and where it begins.
    hidden_tag: Option<(String, usize)>,
    /// Pieces of a block of HTML, in the shielded text.
    html_lines: Vec<Span>,
}

impl<'s> Reader<'s> {
    /// A reader of `shielded`, which begins at `base` in `source`.
    pub fn new(source: &'s str, base: usize, shielded: &'s Shielded) -> Self {
        Self {
            ground: Ground { source, base, shielded },
            html: html::Reader::new(source),
            blocks: Vec::new(),
            comments: Vec::new(),
            code: Vec::new(),
            open: None,
            picture: None,
            quotes: Vec::new(),
            quoting: 0,
            items: 0,
            hidden: 0,
            hidden_tag: None,
            html_lines: Vec::new(),
        }
    }

    /// The blocks, the comments, and the stretches of code, in order.
    pub fn finish(mut self) -> (Vec<Block>, Vec<Span>, Vec<Span>) {
        self.close(None);
        self.comments.append(&mut self.html.comments);
        self.code.append(&mut self.html.code);
        self.code.sort_unstable();
        (self.blocks, self.comments, self.code)
    }

    /// Takes the next event; `range` counts in the shielded text.
    pub fn event(&mut self, event: Event<'_>, range: Span) {
        if matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))) {
            self.code.push(range.shifted(self.ground.base));
        }
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.is_prose() => self.text(&text, range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) if self.is_prose() => {
                let span = range.shifted(self.ground.base);
                self.opened(range).object(span);
            }
            Event::SoftBreak | Event::HardBreak if self.is_prose() => {
                let ground = self.ground;
                if let Some(open) = self.target() {
                    open.line_end(&ground, range);
                }
            }
            Event::Html(_) => self.html_lines.push(range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Rule => self.close(None),
            _ => {}
        }
    }

    fn is_prose(&self) -> bool {
        self.hidden == 0 && self.hidden_tag.is_none() && !self.html.is_skipping()
    }

    fn start(&mut self, tag: &Tag<'_>, range: Span) {
        match tag {
            Tag::Paragraph => {
                let kind = if self.items > 0 {
                    BlockKind::ListItem
                } else {
                    BlockKind::Paragraph
                };
                self.open(kind, range);
            }
            Tag::Heading { level, .. } => self.open(BlockKind::Heading(level_of(*level)), range),
            Tag::TableCell => self.open(BlockKind::TableCell, range),
            Tag::Item => {
                self.close(None);
                self.items += 1;
                // The marker of an item is one byte at least.
                self.open(
                    BlockKind::ListItem,
                    Span::new(range.start, range.end.min(range.start + 1)),
                );
            }
            Tag::BlockQuote(note) => {
                self.close(None);
                self.quotes.push(note.is_none());
                self.quoting += usize::from(note.is_none());
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.close(None);
                self.hidden += 1;
            }
            Tag::HtmlBlock => {
                self.close(None);
                self.html_lines.clear();
            }
            Tag::Strikethrough => self.hidden += 1,
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => self.hidden += 1,
            Tag::Image { .. } => match &mut self.picture {
                Some((_, depth)) => *depth += 1,
                None => {
                    let element = range.shifted(self.ground.base);
                    self.picture = Some((Open::new(BlockKind::Caption, false, element), 1));
                }
            },
            Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => {}
            _ => self.close(None),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Span) {
        match tag {
            TagEnd::Item => {
                self.close(None);
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.close(None);
                self.quoting -= usize::from(self.quotes.pop().unwrap_or(false));
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Strikethrough => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::Link => self.end_link(range),
            TagEnd::Image => self.end_picture(range),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.close(Some(range.end)),
            _ => self.close(None),
        }
    }

    /// Only automatic links hide their text; their brackets tell them apart, since the end has no type.
    fn end_link(&mut self, range: Span) {
        if range.of(&self.ground.shielded.text).starts_with('<') {
            self.hidden = self.hidden.saturating_sub(1);
        }
    }

    fn end_picture(&mut self, range: Span) {
        let Some((picture, depth)) = self.picture.take() else {
            return;
        };
        if depth > 1 {
            self.picture = Some((picture, depth - 1));
            return;
        }
        if self.hidden > 0 {
            return;
        }
        let end = self.ground.base + range.end;
        let captions = picture.close();
        match &mut self.open {
            Some(open) if !open.prose.is_blank() => open.captions.extend(captions),
            open => {
                self.blocks.extend(captions);
                if let Some(open) = open {
                    open.element = Span::new(end, open.element.end);
                }
            }
        }
    }

    fn text(&mut self, text: &str, range: Span) {
        let ground = self.ground;
        self.opened(range).text(&ground, text, range);
    }

    /// Where text goes; a tight list item gets text without a paragraph around it.
    fn opened(&mut self, range: Span) -> &mut Open {
        let in_quote = self.in_quote();
        let kind = self.kind(if self.items > 0 {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        });
        if let Some((picture, _)) = &mut self.picture {
            return picture;
        }
        let start = self.ground.base + range.start;
        self.open
            .get_or_insert_with(|| Open::new(kind, in_quote, Span::new(start, start)))
    }

    fn target(&mut self) -> Option<&mut Open> {
        match &mut self.picture {
            Some((picture, _)) => Some(picture),
            None => self.open.as_mut(),
        }
    }

    fn in_quote(&self) -> bool {
        self.quoting > 0 || self.html.in_quote()
    }

    /// An HTML element around a paragraph says more about it than Markdown does.
    fn kind(&self, kind: BlockKind) -> BlockKind {
        match kind {
            BlockKind::Paragraph => self.html.kind().cloned().unwrap_or(kind),
            kind => kind,
        }
    }

    fn open(&mut self, kind: BlockKind, range: Span) {
        self.close(None);
        let kind = self.kind(kind);
        self.open = Some(Open::new(kind, self.in_quote(), range.shifted(self.ground.base)));
    }

    /// Closes the open block; `end` is where its element ends, in the shielded text.
    fn close(&mut self, end: Option<usize>) {
        self.hidden_tag = None;
        let Some(mut open) = self.open.take() else {
            return;
        };
        if let Some(end) = end {
            let text = &self.ground.shielded.text;
            let element = open.element;
            // A paragraph ends before its line end.
            let trimmed = text.get(..end).unwrap_or_default().trim_end().len() + self.ground.base;
            open.element = Span::new(element.start, trimmed);
        }
        self.blocks.extend(open.close());
    }

    fn html_block(&mut self) {
        let (Some(first), Some(last)) = (self.html_lines.first(), self.html_lines.last()) else {
            return;
        };
        let span = Span::new(first.start, last.end);
        let mut text = String::with_capacity(span.len());
        for line in &self.html_lines {
            // Block quote marks and indents between the lines of the element are not part of it.
            let gap = line.start.saturating_sub(span.start + text.len());
            text.extend(std::iter::repeat_n(' ', gap));
            text.push_str(&self.ground.shielded.blanked(*line));
        }
        let in_quote = self.quoting > 0;
        let kind = (self.items > 0).then_some(BlockKind::ListItem);
        self.html.feed(&text, self.ground.base + span.start);
        self.html.end_block();
        for mut block in self.html.blocks.drain(..) {
            block.in_quote |= in_quote;
            if let (BlockKind::Paragraph, Some(kind)) = (&block.kind, &kind) {
                block.kind = kind.clone();
            }
            self.blocks.push(block);
        }
        self.html_lines.clear();
    }

    fn inline_html(&mut self, html: &str, range: Span) {
        let span = range.shifted(self.ground.base);
        if html.starts_with("<!--") {
            self.comments.push(span);
            return;
        }
        let Some(tag) = tags::parse(html) else {
            return;
        };
        if let Some((hidden, start)) = &self.hidden_tag {
            if tag.is_end && tag.name == *hidden {
                if tags::shows_code(hidden) {
                    self.code.push(Span::new(*start, span.end));
                }
                self.hidden_tag = None;
            }
            return;
        }
        let hides = |tag: tags::Tag| Some((tag.name, span.start)).filter(|_| !tag.is_closed);
        if !self.is_prose() {
            return;
        }
        match tags::role(&tag.name) {
            Role::Break => self.opened(range).mark("\n", span),
            Role::InlineQuote => self.opened(range).mark(if tag.is_end { "”" } else { "“" }, span),
            Role::Object if !tag.is_end => {
                self.opened(range).object(span);
                self.hidden_tag = hides(tag);
            }
            Role::Skipped if !tag.is_end => self.hidden_tag = hides(tag),
            _ => {}
        }
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
