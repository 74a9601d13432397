//! Text as it may be written into XML. It never writes a character that XML has no way to hold.

use crate::render::{is_hidden, printable};

/// The text as content or as the value of an attribute, on one line.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(character))),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push_str(&printable(&character.to_string())),
            _ if is_hidden(character) => out.push_str(&format!("&#{};", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_and_controls_are_escaped() {
        assert_eq!(
            super::escaped("<a b=\"c\">&\n\u{1b}\u{9b}\u{ffff}"),
            "&lt;a b=&quot;c&quot;&gt;&amp;&#10;␛&#155;\u{fffd}"
        );
    }
}
