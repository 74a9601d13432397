//! Lines and columns for people: both from 1, columns in characters. It knows nothing of editors' encodings.

use std::cell::Cell;

use serde::Serialize;

/// A position as `lint` prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// From 1. Lines end with `\n`, `\r\n` or `\r`, as they do in editors.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// The lines of a text.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The last position asked for: questions come nearly in order, and lines can be megabytes long.
    last: Cell<(usize, Position)>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`, in time linear in its length.
    pub fn new(text: &'a str) -> Self {
        let mut starts = vec![0];
        let mut bytes = text.bytes().enumerate().peekable();
        while let Some((place, byte)) = bytes.next() {
            let ends = byte == b'\n' || (byte == b'\r' && bytes.peek().is_none_or(|&(_, next)| next != b'\n'));
            if ends {
                starts.push(place + 1);
            }
        }
        let last = Cell::new((0, Position { line: 1, column: 1 }));
        Self { text, starts, last }
    }

    /// The position of a byte offset; offsets inside a character count as its start, those after the text as its end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let (known, position) = self.last.get();
        let (from, column) = if position.line == line && known <= offset {
            (known, position.column)
        } else {
            (start, 1)
        };
        let characters = self.text.get(from..offset).map_or(0, |text| text.chars().count());
        let position = Position {
            line,
            column: column + characters,
        };
        self.last.set((offset, position));
        position
    }

    /// The column of a byte offset, from 1, in bytes.
    pub fn byte_column(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        offset - start + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_in_editors_and_columns_count_characters() {
        let text = "Öl 🛢\r\nzwei\rdrei\u{2028}vier\n";
        let lines = Lines::new(text);
        let at = |needle: &str| {
            let position = lines.position(text.find(needle).unwrap());
            (position.line, position.column)
        };
        assert_eq!(at("🛢"), (1, 4));
        assert_eq!(at("zwei"), (2, 1));
        assert_eq!(at("vier"), (3, 6));
        assert_eq!(at("Öl"), (1, 1));
        assert_eq!(lines.byte_column(text.find("🛢").unwrap()), 5);
        assert_eq!(lines.position(999), Position { line: 4, column: 1 });
    }

    #[test]
    fn any_order_of_questions_gives_the_same_answers() {
        let text = "eins, zwei, drei\nvier";
        let lines = Lines::new(text);
        let forward: Vec<_> = (0..text.len()).map(|offset| lines.position(offset)).collect();
        let mut backward: Vec<_> = (0..text.len()).rev().map(|offset| lines.position(offset)).collect();
        backward.reverse();
        assert_eq!(forward, backward);
    }
}
