//! What the notes say of a quotation, as lines of its card.

use std::path::Path;

use crate::engine::SaidCard;
use crate::lsp::proto::hover::line::{Line, Piece, one_line};
use crate::lsp::proto::notes::location_in_notes;
use crate::text::Encoding;
use crate::verify::{Fold, NotesPlace, Verdict};

/// How many characters of the notes and of the differences a card shows.
const LONGEST_PASSAGE: usize = 280;

/// The lines: what came of the comparison, and the passage with its place.
pub(super) fn said(card: &SaidCard) -> Vec<Line> {
    let Some(told) = told(card) else {
        return Vec::new();
    };
    let mut lines = vec![Line::Fact("Notes", vec![Piece::text(told)])];
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

fn told(card: &SaidCard) -> Option<String> {
    let translated = if card.is_translated {
        " (the paragraph says that it is translated)"
    } else {
        ""
    };
    Some(match card.verdict {
        Verdict::Exact => "they have these words, letter for letter".to_owned(),
        Verdict::Folded => format!("they have these words, but for {}", overlooked(card)),
        Verdict::Near => format!(
            "words differ{translated}: “{}”",
            one_line(&card.differences, LONGEST_PASSAGE)
        ),
        Verdict::OtherSpeaker => "they have these words, and somebody else says them".to_owned(),
        Verdict::Absent => format!("they do not have these words{translated}"),
        Verdict::GivenUp => "they repeat themselves too often to be searched".to_owned(),
        Verdict::TooShort => return None,
    })
}

fn overlooked(card: &SaidCard) -> String {
    let folds = card.folds.iter().map(|fold| match fold {
        Fold::Filler if !card.fillers.is_empty() => format!("{} (“{}”)", fold.name(), card.fillers.join("”, “")),
        _ => fold.name().to_owned(),
    });
    folds.collect::<Vec<_>>().join(", ")
}

/// “talk.srt, line 12”, which links there.
fn place(found: &NotesPlace) -> Piece {
    let line = found
        .source
        .lines
        .column(&found.source.text, found.span.start, Encoding::Utf16)
        .line
        + 1;
    let name = Path::new(&found.source.name).to_string_lossy();
    let words = format!("{name}, line {line}");
    match location_in_notes(&found.source, found.span, Encoding::Utf16) {
        Some(location) => {
            let start = location.range.start;
            let file = location.uri.as_str().replace('(', "%28").replace(')', "%29");
            Piece::Away(words, format!("{file}#L{},{}", start.line + 1, start.character + 1))
        }
        None => Piece::text(words),
    }
}
