//! JSON that can be shown on a terminal as it is. The values in it are what they were: an escape stands for its character.

use std::io::{self, Write};

use serde::Serialize;

use crate::render::plain::is_hidden;

/// A value as compact JSON.
pub fn text_of(value: &impl Serialize) -> String {
    // The types that are written hold nothing that JSON cannot say.
    escaped(serde_json::to_string(value).unwrap_or_default())
}

/// A value as JSON on several lines, with a line end.
pub fn pretty(value: &impl Serialize) -> String {
    escaped(serde_json::to_string_pretty(value).unwrap_or_default()) + "\n"
}

/// Writes a value as compact JSON.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    out.write_all(text_of(value).as_bytes())
}

/// The same JSON as it may stand in a page: no string in it ends the element that it is in.
pub fn for_a_page(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The same JSON with the controls escaped that JSON itself leaves alone. They are nowhere but in its strings.
fn escaped(json: String) -> String {
    if !has_hidden(&json) {
        return json;
    }
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if is_hidden(character) {
            text.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            text.push(character);
        }
    }
    text
}

/// Whether a text has one of the controls. Nearly all of it is plain ASCII, which is passed over without a look at each character.
fn has_hidden(mut text: &str) -> bool {
    loop {
        let mut characters = after_plain(text).chars();
        match characters.find(|character| !character.is_ascii() || is_hidden(*character)) {
            None => return false,
            Some(character) if is_hidden(character) => return true,
            Some(_) => text = characters.as_str(),
        }
    }
}

/// The text from somewhere before the first character that is no plain ASCII.
fn after_plain(text: &str) -> &str {
    // The highest bit is set after one is added: the byte is above ASCII, or the control at its end.
    let is_plain = |block: &&[u8; 32]| block.iter().fold(0, |all, byte| all | byte.wrapping_add(1)) < 0x80;
    let (blocks, _) = text.as_bytes().as_chunks();
    let plain = blocks.iter().take_while(is_plain).count();
    text.get(plain * 32..).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_is_found_wherever_it_stands() {
        for control in ["\u{7f}", "\u{9b}", "\u{2028}", "\u{202e}", "\u{feff}"] {
            for before in 0..70 {
                let text = "“a”".repeat(before % 3) + &"b".repeat(before);
                assert!(!has_hidden(&text), "{text}");
                assert!(has_hidden(&(text.clone() + control)), "{control:?} after {text}");
                assert!(has_hidden(&(text.clone() + control + &text)), "{control:?} in {text}");
            }
        }
    }

    #[test]
    fn what_could_move_a_cursor_is_escaped_and_comes_back() {
        let text = "a\u{9b}2J\u{202e}é\u{1b}\u{7f}\u{fffd}\"\\";
        let json = text_of(&text);
        assert_eq!(
            json,
            r#""a\u009b2J\u202eé\u001b\u007f"#.to_owned() + "\u{fffd}" + r#"\"\\""#
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }

    #[test]
    fn no_string_ends_the_script_that_it_is_in() {
        let text = "</script><!-- é";
        let json = for_a_page(&text_of(&text));
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
