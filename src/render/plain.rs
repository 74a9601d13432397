//! Text that came with drafts, made fit for a terminal, a log and XML. It leaves out nothing: what is replaced is seen.

/// The text on one line, without the characters that could move a terminal's cursor, recolor it, end the line, or turn
/// the direction of the text around. The controls of ASCII become their pictures.
pub fn printable(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// The same of a text on several lines: line ends and tabs stay. A carriage return alone would have what follows written over what is
/// before it.
pub fn printable_lines(text: &str) -> String {
    let next = text.chars().skip(1).map(Some).chain([None]);
    let keeps = |character, next| matches!(character, '\n' | '\t') || character == '\r' && next == Some('\n');
    text.chars()
        .zip(next)
        .map(|(character, next)| {
            if keeps(character, next) {
                character
            } else {
                shown(character)
            }
        })
        .collect()
}

/// A character as it may be shown in a text on one line.
pub fn shown(character: char) -> char {
    match character {
        '\t' => ' ',
        '\0'..='\x1f' => char::from_u32('␀' as u32 + character as u32).unwrap_or('\u{fffd}'),
        '\x7f' => '␡',
        _ if is_hidden(character) => '\u{fffd}',
        _ => character,
    }
}

/// Controls beyond ASCII, separators of lines, and what changes the direction of text.
pub fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\u{7f}'..='\u{9f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{61c}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moves_a_cursor_is_left() {
        assert_eq!(
            printable("a\u{1b}[31m\nb\t\u{9b}2J\u{202e}c\u{7f} “é” 🛢"),
            "a␛[31m␊b \u{fffd}2J\u{fffd}c␡ “é” 🛢"
        );
        assert_eq!(
            printable_lines("a\r\nb\tc\rd\u{1b}\n\u{85}e"),
            "a\r\nb\tc␍d␛\n\u{fffd}e"
        );
    }
}
