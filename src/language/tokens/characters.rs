//! What a single character is to words. It knows no word.

/// The character that starts at byte `at`.
pub(in crate::language) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// The character that ends before byte `at`.
pub(in crate::language) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at).and_then(|rest| rest.chars().next_back())
}

/// Whether `symbol` separates words without being one.
pub(in crate::language) fn is_space(symbol: char) -> bool {
    symbol.is_whitespace() || matches!(symbol, '\u{200b}' | '\u{feff}' | '\u{2060}') || symbol.is_control()
}

/// Letters, figures and the marks that combine with them.
pub(super) fn is_wordlike(symbol: char) -> bool {
    symbol.is_alphanumeric()
        || matches!(symbol, '_' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}')
        || matches!(symbol, '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{eff}')
}

/// Straight, curly and modifier apostrophes.
pub(in crate::language) fn is_apostrophe(symbol: char) -> bool {
    matches!(symbol, '\'' | '\u{2019}' | '\u{2bc}' | '`' | '\u{2018}')
}
