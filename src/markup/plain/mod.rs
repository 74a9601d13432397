//! Plain text: paragraphs and wire furniture. It never fails on a shape it does not know; such text is paragraphs.

mod furniture;
mod headline;
mod line;
mod shape;

use crate::markup::prose::{Prose, settled};
use crate::markup::{Block, BlockKind, FrontMatter, Furniture, Markup, directive, entities};
use crate::text::Span;

pub use furniture::is_embargo;
use line::Line;
use shape::Shape;

/// Reads plain text.
#[must_use]
pub fn read(source: &str) -> Markup {
    let (directives, lines) = directives_and_lines(source);
    let shape = Shape::of(source, &lines);
    let is_export = is_exported_html(source);
    let mut blocks: Vec<Block> = groups(source, &lines, &shape)
        .into_iter()
        .filter_map(|group| block_of(source, &group, is_export))
        .collect();
    headline::mark(source, &mut blocks);
    Markup {
        blocks: settled(blocks),
        front: FrontMatter::default(),
        comments: directives,
    }
}

/// How many lines without a letter or a figure may follow each other and be lines: no poem has as many rules, and there may be millions.
const MOST_WORDLESS: usize = 1_000;

/// The lines that are comments to the program, and the others. Of blank lines that follow each other only the first is kept: more
/// of them say no more, and there may be millions.
fn directives_and_lines(source: &str) -> (Vec<Span>, Vec<Line>) {
    let mut directives = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut wordless = 0;
    for line in line::lines_of(source) {
        wordless = if line.text(source).contains(char::is_alphanumeric) {
            0
        } else {
            wordless + 1
        };
        if wordless > MOST_WORDLESS {
            continue;
        }
        if directive::is_directive(line.text(source)) {
            directives.push(line.line);
        } else if !(line.is_blank() && lines.last().is_some_and(Line::is_blank)) {
            lines.push(line);
        }
    }
    (directives, lines)
}

/// Lines that make one block.
#[derive(Debug)]
struct Group<'a> {
    kind: BlockKind,
    lines: Vec<&'a Line>,
}

fn groups<'a>(source: &str, lines: &'a [Line], shape: &Shape) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut is_open = false;
    let mut is_top = true;
    for line in lines {
        if line.is_blank() || furniture::is_rule(line.text(source)) {
            is_open = false;
            continue;
        }
        let text = line.text(source);
        let before = groups
            .last()
            .filter(|_| is_open)
            .and_then(|group| group.lines.last().copied());
        let joins = before.is_some_and(|before| !shape.breaks(source, before, line));
        // Inside a paragraph that fills its lines, a line that looks like a byline is part of a sentence.
        let may_be_top =
            is_top && !line.in_quote && (!joins || before.is_some_and(|before| !shape.is_filled_by(before)));
        let furniture = furniture::end_mark(text)
            .or_else(|| may_be_top.then(|| furniture::top_line(text)).flatten())
            .filter(|_| !line.in_quote);
        if let Some(kind) = furniture {
            groups.push(Group {
                kind: BlockKind::Furniture(kind),
                lines: vec![line],
            });
            // A credit may run over several lines; every other piece of furniture is one line.
            is_open = kind == Furniture::EndMark && text.starts_with('(') && !text.ends_with(')');
            continue;
        }
        is_top &= !furniture::is_body(text);
        match groups.last_mut().filter(|_| joins) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group {
                kind: if line.is_item {
                    BlockKind::ListItem
                } else {
                    BlockKind::Paragraph
                },
                lines: vec![line],
            }),
        }
        is_open = true;
    }
    groups
}

fn block_of(source: &str, group: &Group, is_export: bool) -> Option<Block> {
    let first = group.lines.first()?;
    let last = group.lines.last()?;
    let mut prose = Prose::default();
    let mut add = |span: Span| {
        if is_export {
            prose.copy_decoding(source, span);
        } else {
            prose.copy(source, span);
        }
    };
    if first.in_quote {
        for (index, line) in group.lines.iter().enumerate() {
            // The marks at the start of each line are left out; the line ends stay.
            let end = group
                .lines
                .get(index + 1)
                .map_or(line.content.end, |next| next.line.start);
            add(Span::new(line.content.start, end));
        }
    } else {
        add(Span::new(first.content.start, last.content.end));
    }
    let element = Span::new(first.line.start + first.margin, last.content.end);
    prose.into_block(group.kind.clone(), first.in_quote, element)
}

/// Whether the text was exported from HTML without its character references decoded: some of them stand for marks that
/// a keyboard has, and the marks themselves hardly occur. Linear, and quick where the text has no ampersand.
pub(super) fn is_exported_html(source: &str) -> bool {
    let mut marks = 0_usize;
    let mut quotes = 0_usize;
    for reference in entities::references(source, Span::new(0, source.len())).take(ENOUGH_REFERENCES) {
        let is_mark = reference.decoded.chars().all(|c| !c.is_alphanumeric());
        marks += usize::from(is_mark);
        quotes += usize::from(reference.decoded == "\"");
    }
    // Prose about HTML names references and writes its own quotation marks as marks.
    marks >= 2 && source.bytes().filter(|&byte| byte == b'"').take(quotes + 1).count() <= quotes
}

/// Whether a line is read in the same way in two sources that differ in its words: neither becomes furniture, a rule or an
/// item of a list. `old` is a line of a paragraph.
pub(super) fn is_same_kind_of_line((old, old_line): (&str, Span), (new, new_line): (&str, Span)) -> bool {
    let (before, after) = (line::read(old, old_line), line::read(new, new_line));
    let text = after.text(new);
    let shape = |line: &Line| {
        (
            line.margin,
            line.indent,
            line.in_quote,
            line.is_item,
            line.content.start,
        )
    };
    shape(&before) == shape(&after)
        && !after.is_blank()
        && !furniture::is_rule(text)
        && !directive::is_directive(text)
        && furniture::end_mark(text).is_none()
        && furniture::top_line(text).is_none()
        && furniture::is_body(before.text(old)) == furniture::is_body(text)
}

/// The last of the blocks that decide whether the first one is a headline; `None` where there are too few of them.
pub(super) fn end_of_opening(blocks: &[Block]) -> Option<usize> {
    headline::deciding(blocks)
}

const ENOUGH_REFERENCES: usize = 1_000;

#[cfg(test)]
mod tests;
