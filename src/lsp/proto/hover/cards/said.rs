//! What the notes say of a quotation, as lines of its card.

use crate::engine::SaidCard;
use crate::lsp::proto::hover::line::{Line, Piece, one_line};
use crate::lsp::proto::notes::location_in_notes;
use crate::text::Encoding;
use crate::verify::{NotesPlace, Verdict};

/// How many characters of the notes and of the differences a card shows.
const LONGEST_PASSAGE: usize = 280;

/// The lines: what came of the comparison, and the passage with its place.
pub(super) fn said(card: &SaidCard) -> Vec<Line> {
    if card.verdict == Verdict::TooShort {
        return Vec::new();
    }
    let mut lines = vec![Line::Fact(
        "Notes",
        vec![Piece::text(card.in_a_sentence(LONGEST_PASSAGE))],
    )];
    if let Some(found) = &card.found {
        let mut fact = vec![Piece::text(format!("“{}”", one_line(&card.passage, LONGEST_PASSAGE)))];
        for more in [found.speaker.as_deref(), found.time.as_deref()].into_iter().flatten() {
            fact.push(Piece::text(format!(", {more}")));
        }
        fact.push(Piece::text(", "));
        fact.push(place(found));
        lines.push(Line::Fact("Said", fact));
    }
    lines
}

/// “talk.srt, line 12”, which links there.
fn place(found: &NotesPlace) -> Piece {
    let words = found.named();
    match location_in_notes(&found.source, found.span, Encoding::Utf16) {
        Some(location) => {
            let start = location.range.start;
            let file = location.uri.as_str().replace('(', "%28").replace(')', "%29");
            Piece::Away(words, format!("{file}#L{},{}", start.line + 1, start.character + 1))
        }
        None => Piece::text(words),
    }
}
