//! What an editor colors, as semantic tokens. The types are standard ones, so that every theme has colors for them; none
//! means what it means in a program.

use tower_lsp::ls_types as lsp;

use crate::engine::{Colored, ColoredKind};
use crate::text::{Document, Encoding, Span};

/// The types and modifiers that tokens refer to by their index.
pub fn legend() -> lsp::SemanticTokensLegend {
    lsp::SemanticTokensLegend {
        token_types: vec![
            lsp::SemanticTokenType::STRING,
            lsp::SemanticTokenType::KEYWORD,
            lsp::SemanticTokenType::CLASS,
            lsp::SemanticTokenType::NAMESPACE,
            lsp::SemanticTokenType::ENUM_MEMBER,
            lsp::SemanticTokenType::VARIABLE,
            lsp::SemanticTokenType::NUMBER,
        ],
        token_modifiers: vec![
            lsp::SemanticTokenModifier::DEFINITION,
            lsp::SemanticTokenModifier::new("speaker"),
        ],
    }
}

/// The index of a kind in the legend.
fn type_of(kind: ColoredKind) -> u32 {
    match kind {
        ColoredKind::Quotation => 0,
        ColoredKind::Cue => 1,
        ColoredKind::Person => 2,
        ColoredKind::Organization => 3,
        ColoredKind::Place => 4,
        ColoredKind::Other => 5,
        ColoredKind::Date => 6,
    }
}

/// The tokens, each placed from the one before it. None goes over the end of a line, which few editors take.
pub fn tokens(colored: &[Colored], document: &Document, encoding: Encoding) -> Vec<lsp::SemanticToken> {
    let text = document.shared_text();
    let mut tokens = Vec::with_capacity(colored.len());
    let (mut line, mut character) = (0, 0);
    for one in colored {
        let modifiers = u32::from(one.is_introduction) | u32::from(one.is_speaker) << 1;
        for span in lines(one.span, &text) {
            let range = document.range(span, encoding);
            let length = range.end.character.saturating_sub(range.start.character);
            let delta_line = range.start.line.saturating_sub(line);
            let from = if delta_line == 0 { character } else { 0 };
            tokens.push(lsp::SemanticToken {
                delta_line,
                delta_start: range.start.character.saturating_sub(from),
                length,
                token_type: type_of(one.kind),
                token_modifiers_bitset: modifiers,
            });
            (line, character) = (range.start.line, range.start.character);
        }
    }
    tokens
}

/// The stretches of a span on each of its lines, white space at their ends left out.
fn lines(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let mut at = span.start;
    let pieces = span.of(text).split_inclusive(['\n', '\r']);
    pieces.filter_map(move |piece| {
        let start = at + (piece.len() - piece.trim_start().len());
        at += piece.len();
        let line = Span::new(start, start + piece.trim().len());
        (!line.is_empty()).then_some(line)
    })
}

/// What makes the tokens before into the tokens now: one edit, counted in numbers, five for each token.
pub fn token_edits(before: &[lsp::SemanticToken], now: &[lsp::SemanticToken]) -> Vec<lsp::SemanticTokensEdit> {
    let same = before.iter().zip(now).take_while(|(one, other)| one == other).count();
    let (old, new) = (before.get(same..).unwrap_or(&[]), now.get(same..).unwrap_or(&[]));
    let after = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let new = new.get(..new.len() - after).unwrap_or(&[]);
    let count = |tokens: usize| u32::try_from(tokens * 5).unwrap_or(u32::MAX);
    if old.len() == after && new.is_empty() {
        return Vec::new();
    }
    vec![lsp::SemanticTokensEdit {
        start: count(same),
        delete_count: count(old.len() - after),
        data: Some(new.to_vec()),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_token_goes_over_a_line() {
        let text = "x “One é\n  two”\n";
        let colored = Colored {
            span: Span::new(2, text.trim_end().len()),
            kind: ColoredKind::Quotation,
            is_speaker: false,
            is_introduction: false,
        };
        let found = tokens(&[colored], &Document::new(text), Encoding::Utf16);
        let places: Vec<_> = found
            .iter()
            .map(|one| (one.delta_line, one.delta_start, one.length))
            .collect();
        assert_eq!(places, [(0, 2, 6), (1, 2, 4)]);
    }

    #[test]
    fn an_edit_replaces_no_more_than_what_differs() {
        let token = |length| lsp::SemanticToken {
            length,
            ..lsp::SemanticToken::default()
        };
        let list = |lengths: &[u32]| -> Vec<_> { lengths.iter().map(|length| token(*length)).collect() };
        let edit = |before: &[u32], now: &[u32]| {
            let edits = token_edits(&list(before), &list(now));
            let shown = edits.iter().map(|edit| {
                let data: Vec<u32> = edit.data.iter().flatten().map(|token| token.length).collect();
                (edit.start, edit.delete_count, data)
            });
            shown.collect::<Vec<_>>()
        };
        assert_eq!(edit(&[1, 2, 3], &[1, 2, 3]), []);
        assert_eq!(edit(&[1, 2, 3], &[1, 4, 5, 3]), [(5, 5, vec![4, 5])]);
        assert_eq!(edit(&[1, 1], &[1]), [(5, 5, vec![])]);
        assert_eq!(edit(&[], &[7]), [(0, 0, vec![7])]);
    }
}
