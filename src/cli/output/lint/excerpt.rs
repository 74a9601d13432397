//! The words around a stretch, on one line: a paragraph is often one line of many hundred characters, and a quotation
//! may run over several. It costs the same in a line of megabytes as in a short one.

use crate::text::Span;

/// One line of text with a marked part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line.
    pub text: String,
    /// The marked part, in bytes of the line.
    pub marked: Span,
    /// Stretches of the source that are in the line unchanged, with their places there.
    verbatim: [(Span, usize); 2],
}

/// How many characters the whole excerpt may have, and the marked part of it.
const WIDTH: usize = 100;
const MARKED_WIDTH: usize = 64;

impl Excerpt {
    /// The excerpt that shows `span` of `source`.
    pub fn of(source: &str, span: Span) -> Self {
        let start = source.floor_char_boundary(span.start);
        let end = source.ceil_char_boundary(span.end).max(start);
        let marked = shortened(source.get(start..end).unwrap_or(""));
        let before = source.get(..start).map_or("", last_line);
        let after = source.get(end..).map_or("", first_line);
        // What one side does not need, the other may use.
        let room = WIDTH.saturating_sub(marked.chars().count());
        let needed_after = after.chars().take(room).count();
        let (before, left) = tail(before, room.saturating_sub(needed_after.min(room / 2)));
        let room_after = room.saturating_sub(before.chars().count() + left.chars().count());
        let (after, right) = head(after, room_after);
        let marked_span = Span::new(0, marked.len()).shifted(left.len() + before.len());
        Self {
            verbatim: [
                (Span::new(start - before.len(), start), left.len()),
                (Span::new(end, end + after.len()), marked_span.end),
            ],
            text: format!("{left}{before}{marked}{after}{right}"),
            marked: marked_span,
        }
    }

    /// Where a stretch of the source is in the line, if it can be seen there next to the marked part.
    pub fn place_of(&self, span: Span) -> Option<Span> {
        let (stretch, place) = self
            .verbatim
            .iter()
            .find(|(stretch, _)| !span.is_empty() && stretch.covers(span))?;
        let start = place + (span.start - stretch.start);
        Some(Span::new(start, start + span.len()))
    }
}

fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}'
    )
}

/// Looks back no further than could be shown.
fn last_line(text: &str) -> &str {
    let near = text
        .get(text.ceil_char_boundary(text.len().saturating_sub(WIDTH * 8))..)
        .unwrap_or("");
    near.rsplit(is_line_end).next().unwrap_or("")
}

fn first_line(text: &str) -> &str {
    let near = text.get(..text.floor_char_boundary(WIDTH * 8)).unwrap_or("");
    near.split(is_line_end).next().unwrap_or("")
}

/// Head and tail of a long stretch, line ends shown as spaces.
fn shortened(text: &str) -> String {
    let is_long = text.chars().nth(MARKED_WIDTH).is_some();
    let text = if is_long {
        format!(
            "{} … {}",
            head(text, MARKED_WIDTH * 2 / 3).0,
            tail(text, MARKED_WIDTH / 3 - 3).0
        )
    } else {
        text.to_owned()
    };
    text.replace("\r\n", " ").replace(is_line_end, " ")
}

const CUT: &str = "…";

/// The last `room` characters, from the start of a word, and what replaces those that are left out.
fn tail(text: &str, room: usize) -> (&str, &'static str) {
    let count = text.chars().count();
    if count <= room {
        return (text, "");
    }
    let from = text
        .char_indices()
        .nth(count - room.saturating_sub(1))
        .map_or(text.len(), |(place, _)| place);
    let kept = text.get(from..).unwrap_or("");
    (kept.split_once(' ').map_or(kept, |(_, words)| words), CUT)
}

/// The first `room` characters, up to the end of a word, and what replaces those that are left out.
fn head(text: &str, room: usize) -> (&str, &'static str) {
    if text.chars().nth(room).is_none() {
        return (text, "");
    }
    let to = text
        .char_indices()
        .nth(room.saturating_sub(1))
        .map_or(text.len(), |(place, _)| place);
    let kept = text.get(..to).unwrap_or("");
    (kept.rsplit_once(' ').map_or(kept, |(words, _)| words), CUT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt_of(source: &str, marked: &str) -> (String, String) {
        let start = source.find(marked).unwrap();
        let excerpt = Excerpt::of(source, Span::new(start, start + marked.len()));
        let marked = excerpt.marked.of(&excerpt.text).to_owned();
        (excerpt.text, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (text, marked) = excerpt_of("Head\r\nThe “treaty” stands.\nMore", "“treaty”");
        assert_eq!((text.as_str(), marked.as_str()), ("The “treaty” stands.", "“treaty”"));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_at_words() {
        let source = format!("{}the the {}", "before ".repeat(80), "after ".repeat(80));
        let (text, marked) = excerpt_of(&source, "the the");
        assert_eq!(marked, "the the");
        assert!(text.starts_with("…before ") && text.ends_with("after…"), "{text}");
        assert!(text.chars().count() <= WIDTH, "{text}");
    }

    #[test]
    fn a_long_quotation_is_shown_by_its_ends() {
        let quotation = format!("“We {}\nbegan”", "said é ".repeat(200));
        let (text, marked) = excerpt_of(&format!("{quotation} stood there."), &quotation);
        assert!(
            marked.starts_with("“We said") && marked.ends_with("began”") && marked.contains(" … "),
            "{marked}"
        );
        assert!(!text.contains('\n'));
        assert!(text.chars().count() <= WIDTH, "{text}");
    }

    #[test]
    fn an_empty_stretch_at_the_end_has_an_excerpt() {
        let source = "The end.";
        let excerpt = Excerpt::of(source, Span::new(8, 8));
        assert_eq!(excerpt.text, "The end.");
    }

    #[test]
    fn what_can_be_seen_beside_the_marked_part_has_a_place() {
        let source = format!("{}The Öl Öl was gone.", "before ".repeat(80));
        let second = source.rfind("Öl").unwrap();
        let excerpt = Excerpt::of(&source, Span::new(second, second + 3));
        let first = Span::new(second - 4, second - 1);
        assert_eq!(excerpt.place_of(first).unwrap().of(&excerpt.text), "Öl");
        let gone = source.find("gone").unwrap();
        assert_eq!(
            excerpt.place_of(Span::new(gone, gone + 4)).unwrap().of(&excerpt.text),
            "gone"
        );
        assert_eq!(excerpt.place_of(Span::new(0, 6)), None);
    }
}
