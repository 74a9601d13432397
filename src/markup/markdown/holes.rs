//! The parts of a Markdown source that its reader must not see. It never moves a byte, and does not decide what is
//! hidden.

use crate::text::Span;

/// What is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hole {
    pub span: Span,
    /// Whether it stands for a word of its sentence.
    pub is_object: bool,
}

/// A source with holes.
#[derive(Debug)]
pub(super) struct Shielded {
    pub text: String,
    /// Sorted and disjoint.
    pub holes: Vec<Hole>,
    pub comments: Vec<Span>,
}

impl Shielded {
    /// The holes that reach into `span`.
    pub fn holes_in(&self, span: Span) -> impl Iterator<Item = &Hole> {
        let first = self.holes.partition_point(|hole| hole.span.end <= span.start);
        self.holes
            .iter()
            .skip(first)
            .take_while(move |hole| hole.span.start < span.end)
    }

    /// The shielded text of `span`, holes as white space.
    pub fn blanked(&self, span: Span) -> String {
        let mut blanked = String::with_capacity(span.len());
        let mut at = span.start;
        for hole in self.holes_in(span) {
            blanked.push_str(Span::new(at, hole.span.start).of(&self.text));
            at = at.max(hole.span.start);
            let end = hole.span.end.min(span.end);
            blanked.extend(std::iter::repeat_n(' ', end - at));
            at = end;
        }
        blanked.push_str(Span::new(at, span.end).of(&self.text));
        blanked
    }
}

/// The source with its holes filled: inside a line with letters, so that a shortcode may be part of the address of a
/// link; a line with nothing left becomes blank, so that it ends a paragraph. A comment on an indented line is filled with letters,
/// so that whoever reads the text sees whether the line is code. `comments` are sorted.
pub(super) fn fill(source: &str, holes: &[Hole], comments: &[Span]) -> String {
    if holes.is_empty() {
        return source.to_owned();
    }
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for hole in holes {
        text.push_str(Span::new(at, hole.span.start).of(source));
        let is_comment = || comments.binary_search(&hole.span).is_ok();
        let line = whole_lines(source, holes, hole.span) && !(is_indented(source, hole.span) && is_comment());
        for byte in hole.span.of(source).bytes() {
            text.push(match byte {
                b'\n' | b'\r' => char::from(byte),
                _ if line => ' ',
                _ => 'x',
            });
        }
        at = hole.span.end;
    }
    text.push_str(Span::new(at, source.len()).of(source));
    text
}

/// Whether a hole is in one line that may be code because of its indent.
fn is_indented(source: &str, span: Span) -> bool {
    let before = source.get(..span.start).unwrap_or_default();
    let line_before = before.trim_end_matches([' ', '\t']);
    let indent = before.get(line_before.len()..).unwrap_or_default();
    let begins_line = line_before.is_empty() || line_before.ends_with(['\n', '\r']);
    begins_line && (indent.len() >= 4 || indent.contains('\t')) && !span.of(source).contains(['\n', '\r'])
}

/// Whether there is only white space and other holes next to a hole on its lines.
fn whole_lines(source: &str, holes: &[Hole], span: Span) -> bool {
    let index = holes.partition_point(|hole| hole.span.start < span.start);
    let mut start = span.start;
    let mut before = holes.get(..index).unwrap_or_default().iter().rev().take(NEIGHBOURS);
    loop {
        let head = source.get(..start).unwrap_or_default();
        let rest = head.trim_end_matches([' ', '\t']);
        if rest.is_empty() || rest.ends_with(['\n', '\r']) {
            break;
        }
        match before.next() {
            Some(hole) if hole.span.end == rest.len() => start = hole.span.start,
            _ => return false,
        }
    }
    let mut end = span.end;
    let mut after = holes.get(index + 1..).unwrap_or_default().iter().take(NEIGHBOURS);
    loop {
        let tail = source.get(end..).unwrap_or_default();
        let rest = tail.trim_start_matches([' ', '\t']);
        if rest.is_empty() || rest.starts_with(['\n', '\r']) {
            return true;
        }
        let next = source.len() - rest.len();
        match after.next() {
            Some(hole) if hole.span.start == next => end = hole.span.end,
            _ => return false,
        }
    }
}

/// How many holes next to one are looked at.
const NEIGHBOURS: usize = 16;
