//! What one line of plain text shows on its own. It never looks at its neighbors.

use crate::markup::lines;
use crate::text::Span;

/// A line of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// The whole line without its end.
    pub line: Span,
    /// The words: no white space at the ends, no mark of quoted mail, no bullet.
    pub content: Span,
    /// Bytes of white space before the first mark or word.
    pub margin: usize,
    /// Columns of white space before the words, marks of quoted mail aside; a tab counts four.
    pub indent: usize,
    /// Characters of indent and words.
    pub width: usize,
    /// Whether the line is quoted mail.
    pub in_quote: bool,
    /// Whether there was a bullet before the words.
    pub is_item: bool,
}

/// Reads every line of `source`.
pub(super) fn lines_of(source: &str) -> impl Iterator<Item = Line> + '_ {
    lines::lines(source).map(|line| read(source, line))
}

/// Characters of a first word that are counted: no column that a text is set in is wider.
const LONGEST_WORD: usize = 100;

impl Line {
    pub fn is_blank(&self) -> bool {
        self.content.is_empty()
    }

    pub fn text<'s>(&self, source: &'s str) -> &'s str {
        self.content.of(source)
    }

    /// Whether the line ends inside a sentence.
    pub fn is_open(&self, source: &str) -> bool {
        let text = self
            .text(source)
            .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '“', '_', '*']);
        !text.ends_with(['.', '!', '?', '…', ':', ';'])
    }

    pub fn starts_lower(&self, source: &str) -> bool {
        !self.is_item && self.text(source).starts_with(char::is_lowercase)
    }

    /// Whether the line could start a sentence: a capital, after marks or not.
    pub fn starts_upper(&self, source: &str) -> bool {
        self.text(source)
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_uppercase)
    }

    /// The width of the first word.
    pub fn first_word(&self, source: &str) -> usize {
        self.text(source)
            .chars()
            .take(LONGEST_WORD)
            .take_while(|c| !c.is_whitespace())
            .count()
    }
}

/// Reads one line of `source`.
pub(super) fn read(source: &str, line: Span) -> Line {
    let whole = line.of(source);
    let margin = whole.len() - whole.trim_start().len();
    let mut rest = Span::new(line.start + margin, line.end);
    let mut indent_text = Span::new(line.start, rest.start);
    let mut in_quote = false;
    while let Some(after) = rest.of(source).strip_prefix('>') {
        in_quote = true;
        let blank = after.len() - after.trim_start().len();
        indent_text = Span::new(rest.start + 1, rest.start + 1 + blank);
        rest = Span::new(rest.start + 1 + blank, rest.end);
    }
    let mut content = lines::trimmed(source, rest);
    let indent = indent_text
        .of(source)
        .chars()
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum::<usize>()
        .saturating_sub(usize::from(in_quote));
    let bullet = ["* ", "• ", "- ", "•\t", "*\t", "-\t", "·\t"]
        .into_iter()
        .find(|bullet| content.of(source).starts_with(bullet));
    if let Some(bullet) = bullet {
        content = lines::trimmed(source, Span::new(content.start + bullet.len(), content.end));
    }
    Line {
        line,
        content,
        margin,
        indent,
        width: indent + content.of(source).chars().count(),
        in_quote,
        is_item: bullet.is_some(),
    }
}
