//! Stretches of a source that hold signs and nothing else, thousands of them: a key that got stuck, a broken export. They are no prose,
//! and Markdown's reader would keep each sign as a piece of its own.

use std::borrow::Cow;

use crate::text::Span;

/// So many signs without a letter or a figure are a flood. No rule across a page and no row of a table is as long.
const FLOOD: usize = 4_000;

/// The floods of a source, in order. Linear.
pub(super) fn floods(source: &str) -> Vec<Span> {
    let mut floods = Vec::new();
    let (mut start, mut signs) = (0, 0);
    let end_of_source = [(source.len(), b'a')];
    for (at, byte) in source.bytes().enumerate().chain(end_of_source) {
        if byte.is_ascii_punctuation() {
            signs += 1;
        } else if !byte.is_ascii_whitespace() {
            if signs >= FLOOD {
                floods.push(without_marks(source, Span::new(start, at)));
            }
            (start, signs) = (at + 1, 0);
        }
    }
    floods
}

/// More signs than these next to a word are no marks of its sentence.
const MOST_MARKS: usize = 8;

/// A flood without the marks that belong to the words before it and after it: their periods and quotation marks.
fn without_marks(source: &str, flood: Span) -> Span {
    let text = flood.of(source);
    let first = text.find(|sign: char| sign.is_ascii_whitespace());
    let last = text.rfind(|sign: char| sign.is_ascii_whitespace());
    let start = first.filter(|first| *first <= MOST_MARKS).unwrap_or(0);
    let end = last
        .filter(|last| last + MOST_MARKS >= text.len())
        .unwrap_or(text.len());
    Span::new(flood.start + start, flood.start + end.max(start))
}

/// The source with its floods as blanks, with line ends that end a paragraph at their start. It is as long.
pub(super) fn without_floods<'s>(source: &'s str, floods: &[Span]) -> Cow<'s, str> {
    if floods.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for flood in floods {
        text.push_str(Span::new(at, flood.start).of(source));
        let mut line_ends = 0;
        text.extend(flood.of(source).chars().map(|sign| {
            line_ends += usize::from(sign == '\n');
            if sign == '\n' && line_ends <= 2 { sign } else { ' ' }
        }));
        at = flood.end;
    }
    text.push_str(Span::new(at, source.len()).of(source));
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::markdown::read;

    #[test]
    fn a_flood_of_signs_is_no_prose_and_moves_nothing() {
        for flood in ["<", "<>[]\\", "/\n\n", "-\n", "![", "> "] {
            let signs = flood.repeat(5_000);
            let markup = read(&format!("The ferry left.\n\n{signs}\n\nRosa Weil waited.\n"));
            let texts: Vec<&str> = markup.blocks.iter().map(|block| &*block.text).collect();
            assert_eq!(texts, ["The ferry left.", "Rosa Weil waited."], "{flood:?}");
            let last = markup.blocks.last().unwrap();
            let end = "The ferry left.\n\n".len() + signs.len() + "\n\nRosa Weil waited.".len();
            assert_eq!(last.map.source().end, end, "{flood:?}");
        }
    }

    #[test]
    fn fewer_signs_stay() {
        assert!(floods(&"-|".repeat(1_000)).is_empty());
        assert!(floods(&"…".repeat(9_000)).is_empty());
        assert_eq!(floods(&format!("a. {} “b", "*".repeat(4_000))), [Span::new(2, 4_003)]);
    }
}
