//! A source read again after a change inside a line of prose: one paragraph changes, all that comes after it moves. It never
//! guesses: where the change could make something else of its line or of any other, it gives nothing, and all is read anew.

use crate::markup::block::{Block, BlockKind};
use crate::markup::prose::is_edge;
use crate::markup::{Format, Markup, OffsetMap, lines, look, plain};
use crate::text::{Replaced, Span};

/// What `new` holds, if it is `old`, which holds `before`, with some words of one paragraph changed; `None` if more of it may
/// have changed. The same as [`crate::markup::read`] of `new`. Linear in the number of blocks; the texts are compared byte by
/// byte.
#[must_use]
pub fn reread(before: &Markup, old: &str, new: &str, format: Format) -> Option<Markup> {
    let Some(replaced) = Replaced::between(old, new) else {
        return Some(before.clone());
    };
    let change = Change::of(before, old, new, &replaced)?;
    let is_local = match format {
        Format::Plain => change.is_local_in_plain(before),
        Format::Markdown => change.is_local_in_markdown(before),
        // Their readers take a whole element or a whole story at a time.
        Format::Html | Format::ArchieMl => false,
    };
    is_local.then(|| change.apply(before))
}

/// A change inside the words of one paragraph.
struct Change<'a> {
    old: &'a str,
    new: &'a str,
    /// Which paragraph.
    index: usize,
    /// All of its words in the old source, and in the new one. Nothing but words is between them.
    words: (Span, Span),
    /// The line of the change in the old source, and in the new one.
    line: (Span, Span),
    replaced: &'a Replaced,
}

impl<'a> Change<'a> {
    /// The change, if it is one of words inside a paragraph that is nothing but words, and does not touch the ends of its line.
    fn of(before: &Markup, old: &'a str, new: &'a str, replaced: &'a Replaced) -> Option<Self> {
        let (cut, put) = (replaced.old_span(), replaced.new_span());
        if !cut.of(old).chars().all(is_inert) || !put.of(new).chars().all(is_inert) {
            return None;
        }
        let index = before.blocks.partition_point(|block| block.span.end < cut.start);
        let block = before.blocks.get(index)?;
        let words = block.map.whole_copy()?;
        let is_prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if !is_prose || !words.covers(cut) {
            return None;
        }
        let moved = |end: usize| end - cut.end + put.end;
        let is_line_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let head = old.as_bytes().get(..cut.start)?;
        let start = head.iter().rposition(is_line_end).map_or(0, |at| at + 1);
        let tail = old.as_bytes().get(cut.end..)?;
        let end = tail.iter().position(is_line_end).map_or(old.len(), |at| cut.end + at);
        let line = (Span::new(start, end), Span::new(start, moved(end)));
        let words = (words, Span::new(words.start, moved(words.end)));
        let blank_end = |line: &'a str| line.get(line.trim_end_matches(is_edge).len()..);
        // A comment may be between the end of the words and that of their line.
        let ends_alike = blank_end(line.0.of(old)) == blank_end(line.1.of(new))
            && blank_end(words.0.of(old)) == blank_end(words.1.of(new));
        // What begins a line says what it is; a letter before the change says that this one is decided.
        let begins_alike = old
            .get(start.max(words.0.start)..cut.start)?
            .contains(char::is_alphabetic);
        (ends_alike && begins_alike).then_some(Self {
            old,
            new,
            index,
            words,
            line,
            replaced,
        })
    }

    /// Whether the rest of a plain text stays what it is. The line is a paragraph of its own, so that no line is set against it,
    /// and it is not among those that a headline is.
    fn is_local_in_plain(&self, before: &Markup) -> bool {
        let old = self.line.0.of(self.old);
        let is_alone = [self.line.0.start.checked_sub(1), Some(self.line.0.end)]
            .into_iter()
            .flatten()
            .all(|end| is_next_blank(self.old, end, end < self.line.0.start));
        let (cut, put) = (self.replaced.old_span(), self.replaced.new_span());
        let is_alike = if old.contains('&') {
            // Whether the line is decoded depends on what stands for marks in all of the text.
            !plain::is_exported_html(self.old) && !plain::is_exported_html(self.new)
        } else if cut.of(self.old).contains('"') || put.of(self.new).contains('"') {
            plain::is_exported_html(self.old) == plain::is_exported_html(self.new)
        } else {
            true
        };
        is_alone
            && is_alike
            && !old.contains('\u{AD}')
            && plain::is_same_kind_of_line((self.old, self.line.0), (self.new, self.line.1))
            && plain::end_of_opening(&before.blocks).is_some_and(|last| self.index > last)
    }

    /// Whether the rest of a page stays what it is. There are no marks in the paragraph, and nothing right before it could
    /// reach into it.
    fn is_local_in_markdown(&self, before: &Markup) -> bool {
        let is_statement = |line: &str| ["import", "export"].iter().any(|word| line.starts_with(word));
        let (old, new) = (self.line.0.of(self.old), self.line.1.of(self.new));
        let words = self.words.0;
        let from = self.old.floor_char_boundary(words.start.saturating_sub(LONGEST_REACH));
        let near = self.old.get(from..words.start).unwrap_or_default();
        let front = &before.front;
        // A first line of marks may begin front matter that something in the text keeps from being read.
        let may_be_front =
            front.span.is_empty() && self.old.trim_start_matches('\u{FEFF}').starts_with(['-', '+', '{']);
        !words.of(self.old).contains(ACTIVE)
            && !near.contains(['<', '{'])
            && !is_statement(old)
            && !is_statement(new)
            && !may_be_front
            && front.error.is_none()
            && front.span.end <= words.start
    }

    fn apply(&self, before: &Markup) -> Markup {
        let replaced = self.replaced;
        let (cut, put) = (replaced.old_span(), replaced.new_span());
        let moved = |at: usize| if at >= cut.end { at - cut.end + put.end } else { at };
        let blocks = before.blocks.iter().enumerate();
        let blocks = blocks.map(|(index, block)| match index.cmp(&self.index) {
            std::cmp::Ordering::Less => block.clone(),
            std::cmp::Ordering::Equal => Block {
                span: Span::new(block.span.start, moved(block.span.end)),
                text: self.words.1.of(self.new).into(),
                map: OffsetMap::copied(self.words.1),
                ..block.clone()
            },
            std::cmp::Ordering::Greater => Block {
                span: Span::new(moved(block.span.start), moved(block.span.end)),
                map: block.map.moved(cut.end, put.end),
                ..block.clone()
            },
        });
        let mut blocks: Vec<Block> = blocks.collect();
        // What is right before a block may say how it looks.
        let near = put.end + look::NEAR_MARKUP;
        let far = blocks.partition_point(|block| block.span.start <= near);
        look::note(self.new, blocks.get_mut(self.index..far).unwrap_or_default());
        let comments = before.comments.iter();
        Markup {
            blocks,
            front: before.front.clone(),
            comments: comments
                .map(|comment| Span::new(moved(comment.start), moved(comment.end)))
                .collect(),
        }
    }
}

/// How far before a paragraph something may begin that is looked for in all of its text: a tag of JSX, a shortcode.
const LONGEST_REACH: usize = 4_200;

/// Letters that can be part of a sign of Markdown inside of a line.
const ACTIVE: [char; 22] = [
    '\\', '`', '*', '_', '[', ']', '<', '>', '&', '{', '}', '$', '~', '|', '#', '=', '+', '^', '%', '\u{AD}',
    '\u{FFFC}', '\u{FEFF}',
];

/// Whether a letter is only ever a part of words, wherever in a line it is but at its start.
fn is_inert(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(
            letter,
            ' ' | ','
                | '.'
                | ';'
                | ':'
                | '!'
                | '?'
                | '\''
                | '’'
                | '‘'
                | '"'
                | '“'
                | '”'
                | '-'
                | '–'
                | '—'
                | '('
                | ')'
                | '/'
        )
}

/// Whether the line before or after a line end is blank, or there is none.
fn is_next_blank(source: &str, line_end: usize, is_before: bool) -> bool {
    if is_before {
        let before = source.get(..line_end).unwrap_or_default();
        let before = before.strip_suffix('\r').unwrap_or(before);
        let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        before.get(start..).is_some_and(|line| line.trim().is_empty())
    } else {
        let rest = source.get(line_end..).unwrap_or_default();
        lines::lines(rest)
            .nth(1)
            .is_none_or(|line| line.of(rest).trim().is_empty())
    }
}
