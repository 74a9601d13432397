//! ArchieML: values and freeform arrays as prose, keys as fields. It never treats a colon inside a sentence as a key.

use std::ops::ControlFlow;

use crate::markup::front::{Scalar, holds_prose, read_scalar};
use crate::markup::prose::{Prose, settled};
use crate::markup::{Block, BlockKind, FrontMatter, Markup, directive, lines};
use crate::text::Span;

/// Reads a document.
#[must_use]
pub fn read(source: &str) -> Markup {
    let mut reader = Reader {
        source,
        scope: String::new(),
        arrays: Vec::new(),
        is_skipping: false,
        value: None,
        blocks: Vec::new(),
        front: FrontMatter::default(),
        comments: Vec::new(),
    };
    for line in lines::lines(source) {
        if reader.line(line).is_break() {
            break;
        }
    }
    reader.end_value();
    reader.comments.sort_unstable();
    Markup {
        blocks: settled(reader.blocks),
        front: reader.front,
        comments: reader.comments,
    }
}

struct Reader<'s> {
    source: &'s str,
    /// The open scope, dots included.
    scope: String,
    /// The open arrays, innermost last.
    arrays: Vec<Array>,
    is_skipping: bool,
    value: Option<Value>,
    blocks: Vec<Block>,
    front: FrontMatter,
    comments: Vec<Span>,
}

struct Array {
    name: String,
    is_freeform: bool,
    /// Whether its items are plain strings after stars.
    is_strings: bool,
}

/// A value that may go on: lines after it belong to it only if `:end` follows.
struct Value {
    key: String,
    first: Span,
    more: Vec<Span>,
}

/// A line that says how to read the others.
#[derive(Clone, Copy)]
enum Command {
    /// What follows is left out.
    Skip,
    /// What follows counts again.
    EndSkip,
    /// The rest of the document is left out.
    Ignore,
    /// The value before goes up to here.
    End,
}

impl Command {
    /// The longer name first where one begins like another.
    const NAMES: [(&str, Command); 4] = [
        ("endskip", Command::EndSkip),
        ("skip", Command::Skip),
        ("ignore", Command::Ignore),
        ("end", Command::End),
    ];

    /// The command of a line; `:skip` and what is written after it, but not `:skipper`.
    fn read(line: &str) -> Option<Command> {
        let command = line.strip_prefix(':')?.trim_start().to_ascii_lowercase();
        let is = |name: &str| {
            command
                .strip_prefix(name)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        Self::NAMES
            .into_iter()
            .find(|(name, _)| is(name))
            .map(|(_, command)| command)
    }
}

/// Longer keys and names than this are prose.
const LONGEST_KEY: usize = 80;
/// Arrays nested deeper than this are taken for one.
const DEEPEST: usize = 32;

impl Reader<'_> {
    fn line(&mut self, line: Span) -> ControlFlow<()> {
        let line = lines::trimmed(self.source, line);
        let text = line.of(self.source);
        match Command::read(text) {
            Some(Command::EndSkip) => self.is_skipping = false,
            Some(_) if self.is_skipping => {}
            Some(Command::Skip) => {
                self.end_value();
                self.is_skipping = true;
            }
            Some(Command::Ignore) => {
                self.end_value();
                self.comments.push(Span::new(line.start, self.source.len()));
                return ControlFlow::Break(());
            }
            Some(Command::End) => self.end_multi_line(),
            None if self.is_skipping && text.starts_with(':') => {}
            None => self.content_line(line),
        }
        ControlFlow::Continue(())
    }

    /// A line that is not a command.
    fn content_line(&mut self, line: Span) {
        let text = line.of(self.source);
        if self.is_skipping || directive::is_directive(text) {
            self.comments.push(line);
        } else if let Some(name) = bracketed(text, '{', '}') {
            self.end_value();
            self.open_scope(name);
        } else if let Some(name) = bracketed(text, '[', ']') {
            self.end_value();
            self.open_array(name);
        } else if let Some(item) = self.string_item(text) {
            self.end_value();
            let key = self.path("");
            self.value = Some(Value {
                key,
                first: Span::new(line.end - item.len(), line.end),
                more: Vec::new(),
            });
        } else if let Some((key, value)) = self.key_and_value(text) {
            self.end_value();
            let key = self.path(key);
            self.value = Some(Value {
                key,
                first: Span::new(line.end - value.len(), line.end),
                more: Vec::new(),
            });
        } else if !text.is_empty() {
            self.prose_line(line);
        }
    }

    fn prose_line(&mut self, line: Span) {
        if self.arrays.last().is_some_and(|array| array.is_freeform) {
            self.end_value();
            self.paragraph(line, BlockKind::Paragraph);
        } else if let Some(value) = &mut self.value {
            value.more.push(line);
        } else {
            self.comments.push(line);
        }
    }

    fn open_scope(&mut self, name: &str) {
        self.arrays.clear();
        name.trim_start_matches('.').clone_into(&mut self.scope);
    }

    fn open_array(&mut self, name: &str) {
        if name.is_empty() {
            self.arrays.pop();
            return;
        }
        let is_nested = name.starts_with('.');
        if !is_nested {
            self.arrays.clear();
        }
        let name = name.trim_start_matches('.');
        if self.arrays.len() >= DEEPEST {
            self.arrays.pop();
        }
        self.arrays.push(Array {
            name: name.trim_start_matches('+').to_owned(),
            is_freeform: name.starts_with('+'),
            is_strings: false,
        });
    }

    /// The text of a `* item` where an array of strings is allowed.
    fn string_item<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let item = text.strip_prefix('*')?.trim_start();
        let array = self.arrays.last_mut().filter(|array| !array.is_freeform)?;
        array.is_strings = true;
        Some(item)
    }

    /// The key and value of a `key: value` line.
    ///
    /// In a freeform array a key that starts with a capital is the name of a speaker or a word of the writer's, unless
    /// it is known.
    fn key_and_value<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let (key, value) = text.split_once(':')?;
        let key = key.trim_end();
        let is_key = !key.is_empty()
            && key.len() <= LONGEST_KEY
            && key
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let array = self.arrays.last();
        let is_prose = array.is_some_and(|array| array.is_strings)
            || array.is_some_and(|array| array.is_freeform)
                && key.starts_with(char::is_uppercase)
                && !holds_prose(key)
                && !is_body_key(key);
        // "https://…" at the start of a line is an address.
        (is_key && !is_prose && !value.starts_with("//")).then(|| (key, value.trim_start()))
    }

    fn path(&self, key: &str) -> String {
        let arrays = self.arrays.iter().map(|array| array.name.as_str());
        let parts: Vec<&str> = std::iter::once(self.scope.as_str())
            .chain(arrays)
            .chain([key])
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(".")
    }

    /// Ends a value of one line; lines after it were not part of it.
    fn end_value(&mut self) {
        if let Some(value) = self.value.take() {
            self.comments.extend(&value.more);
            self.value_lines(value.key, &[value.first]);
        }
    }

    fn end_multi_line(&mut self) {
        if let Some(Value { key, first, more }) = self.value.take() {
            let all: Vec<Span> = std::iter::once(first).chain(more).collect();
            self.value_lines(key, &all);
        }
    }

    fn value_lines(&mut self, key: String, all: &[Span]) {
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return;
        };
        let raw = Span::new(first.start, last.end);
        let scalar = Scalar {
            key: key.clone(),
            value: raw.of(self.source).to_owned(),
            raw,
            is_text: true,
        };
        let (field, block) = read_scalar(self.source, scalar);
        self.front.fields.push(field);
        let last_key = key.rsplit('.').next().unwrap_or(&key);
        if block.is_some() && !is_body_key(last_key) {
            // A title on several lines is one field; its lines are not paragraphs.
            self.blocks.extend(block);
        } else if is_body_key(last_key) || is_sentence(raw.of(self.source)) {
            for line in all {
                self.paragraph(*line, BlockKind::Paragraph);
            }
        }
    }

    fn paragraph(&mut self, line: Span, kind: BlockKind) {
        let text = line.of(self.source);
        let mut prose = Prose::default();
        // A backslash keeps a line from being a command or a key.
        let start = if text.starts_with("\\") {
            line.start + 1
        } else {
            line.start
        };
        // "Rosa Weil\: …": in front of the colon it keeps a speaker from being a key.
        let rest = Span::new(start, line.end);
        match rest.of(self.source).find("\\:").map(|colon| start + colon) {
            Some(escape) => {
                prose.copy_decoding(self.source, Span::new(start, escape));
                prose.copy_decoding(self.source, Span::new(escape + 1, line.end));
            }
            None => prose.copy_decoding(self.source, rest),
        }
        self.blocks.extend(prose.into_block(kind, false, line));
    }
}

/// The name in `{name}` or `[name]`; anything that no name could be is prose.
fn bracketed(text: &str, open: char, close: char) -> Option<&str> {
    let inside = text.strip_prefix(open)?;
    let (name, _) = inside
        .split_once(close)
        .filter(|(name, rest)| name.len() <= LONGEST_KEY && rest.trim().is_empty())?;
    let name = name.trim();
    name.chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+'))
        .then_some(name)
}

fn is_body_key(key: &str) -> bool {
    matches!(
        key.to_ascii_lowercase().as_str(),
        "text" | "body" | "p" | "copy" | "paragraph" | "paragraphs" | "story" | "content"
    )
}

/// From this many words on, what ends like a sentence is taken for one.
const SHORTEST_SENTENCE: usize = 5;

/// Whether a value under an unknown key reads as running text.
fn is_sentence(value: &str) -> bool {
    value.split_whitespace().nth(SHORTEST_SENTENCE - 1).is_some()
        && value
            .trim_end_matches(['"', '”', '’', '\'', ')', '»'])
            .ends_with(['.', '!', '?', '…', ','])
}

#[cfg(test)]
mod tests;
