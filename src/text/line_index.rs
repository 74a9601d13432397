//! Lines and columns of a text that is not edited, for reports. It needs no rope and keeps no text.

use crate::text::Encoding;

/// The lines of a text, found once in time linear in its length. A lookup takes logarithmic time, even if one line
/// is the whole text.
#[derive(Clone, Debug)]
pub struct LineIndex {
    /// The byte offset of the first character of each line.
    starts: Vec<usize>,
    /// For every [`STEP`] bytes, how much is before the character that holds that byte.
    marks: Vec<Mark>,
}

/// A place on a line. Both numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column {
    /// The line.
    pub line: usize,
    /// Units of the asked encoding from the start of the line.
    pub column: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    offset: usize,
    characters: usize,
    utf16: usize,
}

/// How many bytes are counted again at most for one look-up.
const STEP: usize = 1024;

impl LineIndex {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut here = Mark::default();
        let mut after_return = false;
        for character in text.chars() {
            if here.offset + character.len_utf8() > marks.len() * STEP {
                marks.push(here);
            }
            here.offset += character.len_utf8();
            here.characters += 1;
            here.utf16 += character.len_utf16();
            if after_return && character == '\n' {
                starts.pop();
            }
            if matches!(character, '\n' | '\r') {
                starts.push(here.offset);
            }
            after_return = character == '\r';
        }
        Self { starts, marks }
    }

    /// How many lines there are; the empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The line and column of a byte offset of `text`, which must be the text that the index was made of.
    ///
    /// An offset inside a character means its start, one past the text its end.
    #[must_use]
    pub fn column(&self, text: &str, offset: usize, encoding: Encoding) -> Column {
        let offset = text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let column = match encoding {
            Encoding::Utf8 => offset - start,
            Encoding::Utf16 => self.count(text, offset).utf16 - self.count(text, start).utf16,
            Encoding::Utf32 => self.count(text, offset).characters - self.count(text, start).characters,
        };
        Column { line, column }
    }

    fn count(&self, text: &str, offset: usize) -> Mark {
        let mark = self.marks.get(offset / STEP).copied().unwrap_or_default();
        let mark = if mark.offset <= offset { mark } else { Mark::default() };
        let rest = text.get(mark.offset..offset).unwrap_or("");
        Mark {
            offset,
            characters: mark.characters + rest.chars().count(),
            utf16: mark.utf16 + rest.chars().map(char::len_utf16).sum::<usize>(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_or_code_units() {
        let text = "Öl 🛢 da\r\nzwei\rdrei\u{2028}vier\n";
        let index = LineIndex::new(text);
        let at = |needle: &str, encoding| {
            let found = index.column(text, text.find(needle).unwrap(), encoding);
            (found.line, found.column)
        };
        assert_eq!(at("da", Encoding::Utf32), (0, 5));
        assert_eq!(at("da", Encoding::Utf16), (0, 6));
        assert_eq!(at("da", Encoding::Utf8), (0, 9));
        assert_eq!(at("zwei", Encoding::Utf32), (1, 0));
        assert_eq!(at("vier", Encoding::Utf16), (2, 5));
        assert_eq!(index.column(text, 999, Encoding::Utf32), Column { line: 3, column: 0 });
        assert_eq!(index.line_count(), 4);
    }

    #[test]
    fn one_long_line_is_counted_from_the_marks() {
        let text = "🛢é—a".repeat(1000);
        let index = LineIndex::new(&text);
        for (nth, (offset, _)) in text.char_indices().enumerate() {
            let found = index.column(&text, offset, Encoding::Utf32);
            assert_eq!((found.line, found.column), (0, nth));
        }
    }
}
