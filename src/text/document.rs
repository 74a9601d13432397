//! A text that is edited in place. It never fails: a position that the text does not have is moved to the nearest one
//! before it.

use std::sync::Arc;

use ropey::{Rope, RopeSlice};

use crate::text::{Encoding, Position, Range, Span};

/// An editable text. A clone is cheap and does not see later edits.
///
/// ```
/// use copydesk::text::{Change, Document, Encoding, Position, Range};
///
/// let mut document = Document::new("“Nein”, sagte Anna 🙂.\n");
/// let end = Position::new(0, 19);
/// document.apply(&Change { range: Some(Range { start: end, end }), text: "Öz ".to_owned() }, Encoding::Utf16);
/// assert_eq!(document.text(), "“Nein”, sagte Anna Öz 🙂.\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Document {
    rope: Rope,
}

/// One edit to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is replaced; the whole text where `None`.
    pub range: Option<Range>,
    /// What replaces it.
    pub text: String,
}

impl Document {
    /// The document that holds `text`. Linear in its length.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            rope: Rope::from_str(text),
        }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text in one piece, for whatever reads it. Linear in its length.
    #[must_use]
    pub fn text(&self) -> String {
        String::from(&self.rope)
    }

    /// Like [`Document::text`], to share.
    #[must_use]
    pub fn shared_text(&self) -> Arc<str> {
        self.text().into()
    }

    /// Applies one edit, in logarithmic time but for the text put in.
    ///
    /// Ends that the text does not have are clamped as in [`Document::offset`]; ends in the wrong order are swapped.
    pub fn apply(&mut self, change: &Change, encoding: Encoding) {
        let Some(range) = change.range else {
            self.rope = Rope::from_str(&change.text);
            return;
        };
        let one = self.char_at(range.start, encoding);
        let other = self.char_at(range.end, encoding);
        let (start, end) = (one.min(other), one.max(other));
        // Both ends were clamped to the rope, so that neither call can refuse them.
        if start < end {
            let _ = self.rope.try_remove(start..end);
        }
        if !change.text.is_empty() {
            let _ = self.rope.try_insert(start, &change.text);
        }
    }

    /// The byte offset of a position.
    ///
    /// A character past the end of its line means the end of the line, before its line break; one inside a surrogate
    /// pair or a UTF-8 sequence means the start of that character; a line past the last one means the end of the text.
    #[must_use]
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        self.rope.char_to_byte(self.char_at(position, encoding))
    }

    /// The position of a byte offset.
    ///
    /// An offset inside a character means its start, one between `\r` and `\n` the end of that line, one past the text
    /// its end.
    #[must_use]
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let mut char = self.rope.byte_to_char(offset.min(self.len()));
        let line = self.rope.char_to_line(char);
        let start = self.rope.line_to_char(line);
        let is_inside_break = || self.rope.get_char(char) == Some('\n') && self.rope.get_char(char - 1) == Some('\r');
        if char > start && is_inside_break() {
            char -= 1;
        }
        let character = match encoding {
            Encoding::Utf8 => self.rope.char_to_byte(char) - self.rope.char_to_byte(start),
            Encoding::Utf16 => self.rope.char_to_utf16_cu(char) - self.rope.char_to_utf16_cu(start),
            Encoding::Utf32 => char - start,
        };
        Position::new(number(line), number(character))
    }

    /// The positions of both ends of a span.
    #[must_use]
    pub fn range(&self, span: Span, encoding: Encoding) -> Range {
        Range {
            start: self.position(span.start, encoding),
            end: self.position(span.end, encoding),
        }
    }

    fn char_at(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let start = self.rope.line_to_char(line);
        let content = self.rope.line(line);
        let content = content.slice(..content_len(content));
        let character = position.character as usize;
        let chars = match encoding {
            Encoding::Utf8 => content.byte_to_char(character.min(content.len_bytes())),
            Encoding::Utf16 => content.utf16_cu_to_char(character.min(content.len_utf16_cu())),
            Encoding::Utf32 => character.min(content.len_chars()),
        };
        start + chars
    }
}

/// The length of a line in characters, without its line break.
fn content_len(line: RopeSlice<'_>) -> usize {
    let len = line.len_chars();
    let last = |back: usize| len.checked_sub(back).and_then(|index| line.get_char(index));
    match (last(2), last(1)) {
        (Some('\r'), Some('\n')) => len - 2,
        (_, Some('\n' | '\r')) => len - 1,
        _ => len,
    }
}

/// The protocol counts in 32 bits; a text of more than four billion lines is not one.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    fn edited(text: &str, range: [u32; 4], new: &str, encoding: Encoding) -> String {
        let mut document = Document::new(text);
        let range = Some(Range {
            start: Position::new(range[0], range[1]),
            end: Position::new(range[2], range[3]),
        });
        let text = new.to_owned();
        document.apply(&Change { range, text }, encoding);
        document.text()
    }

    #[test]
    fn only_three_things_end_a_line() {
        let document = Document::new("a\nb\r\nc\rd\u{2028}e\u{85}f\u{b}g\u{c}h");
        let offset = |line| document.offset(Position::new(line, 0), Encoding::Utf16);
        assert_eq!([0, 1, 2, 3, 4].map(offset), [0, 2, 5, 7, document.len()]);
    }

    #[test]
    fn a_character_past_the_end_of_its_line_is_the_end_of_the_line() {
        for encoding in ALL {
            assert_eq!(edited("ab\r\ncd\r\n", [0, 9, 0, 9], "!", encoding), "ab!\r\ncd\r\n");
            assert_eq!(edited("ab\rcd", [0, 3, 1, 0], " ", encoding), "ab cd");
            assert_eq!(edited("ab\ncd\n", [0, 99, 1, 1], "-", encoding), "ab-d\n");
        }
    }

    #[test]
    fn a_line_past_the_last_one_is_the_end_of_the_text() {
        for encoding in ALL {
            assert_eq!(edited("ab\n", [7, 3, 9, 0], "c", encoding), "ab\nc");
            assert_eq!(edited("", [0, 0, 0, 0], "c", encoding), "c");
            assert_eq!(edited("ab", [0, 1, 4, 0], "", encoding), "a");
        }
    }

    #[test]
    fn a_place_inside_a_character_is_its_start() {
        assert_eq!(edited("x🙂y", [0, 2, 0, 2], "!", Encoding::Utf16), "x!🙂y");
        assert_eq!(edited("x🙂y", [0, 4, 0, 4], "!", Encoding::Utf8), "x!🙂y");
        assert_eq!(edited("x🙂y", [0, 2, 0, 2], "!", Encoding::Utf32), "x🙂!y");
    }

    #[test]
    fn ends_in_the_wrong_order_are_swapped() {
        assert_eq!(edited("abcd", [0, 3, 0, 1], "-", Encoding::Utf16), "a-d");
    }

    #[test]
    fn an_offset_between_the_halves_of_a_line_break_is_the_end_of_the_line() {
        let document = Document::new("é\r\nf");
        assert_eq!(document.position(3, Encoding::Utf16), Position::new(0, 1));
        assert_eq!(document.position(4, Encoding::Utf16), Position::new(1, 0));
        assert_eq!(document.position(1, Encoding::Utf8), Position::new(0, 0));
        assert_eq!(document.position(99, Encoding::Utf8), Position::new(1, 1));
    }

    #[test]
    fn edits_join_and_split_line_breaks() {
        let mut document = Document::new("a\rb\nc");
        let at = |line, character| {
            let place = Position::new(line, character);
            Range {
                start: place,
                end: Position::new(line, character + 1),
            }
        };
        document.apply(
            &Change {
                range: Some(at(1, 0)),
                text: String::new(),
            },
            Encoding::Utf16,
        );
        assert_eq!(document.text(), "a\r\nc");
        assert_eq!(document.offset(Position::new(1, 0), Encoding::Utf16), 3);
    }

    #[test]
    fn a_clone_does_not_see_later_edits() {
        let mut document = Document::new("a");
        let before = document.clone();
        document.apply(
            &Change {
                range: None,
                text: "b".to_owned(),
            },
            Encoding::Utf16,
        );
        assert_eq!((before.text().as_str(), document.text().as_str()), ("a", "b"));
    }
}
