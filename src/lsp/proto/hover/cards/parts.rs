//! What the lines of several cards are made of. It knows no card.

use crate::engine::Excerpt;
use crate::lsp::proto::hover::line::{Line, Piece, one_line};

/// How many characters of somebody's words a card shows.
pub(super) const LONGEST_WORDS: usize = 60;

/// The reason, with how sure it is in a word.
pub(super) fn why(confidence: f32, because: &str) -> Option<Line> {
    let sureness = match confidence {
        sure if sure >= 0.9 => "sure",
        likely if likely >= 0.7 => "likely",
        unsure if unsure > 0.0 => "unsure",
        _ => return (!because.is_empty()).then(|| Line::Why(because.to_owned())),
    };
    Some(Line::Why(if because.is_empty() {
        sureness.to_owned()
    } else {
        format!("{because} ({sureness})")
    }))
}

/// A text in quotation marks, on one line.
pub(super) fn quoted(excerpt: &Excerpt) -> String {
    format!("“{}”", one_line(&excerpt.text, LONGEST_WORDS))
}

/// The parts as one, with a text between them.
pub(super) fn joined(parts: impl Iterator<Item = Vec<Piece>>, with: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in parts {
        if !pieces.is_empty() {
            pieces.push(Piece::text(with));
        }
        pieces.extend(part);
    }
    pieces
}

/// A text with its first letter in upper case.
pub(super) fn upper_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(rest)
        .collect()
}
