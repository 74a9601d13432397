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
    if !json.contains(is_hidden) {
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

#[cfg(test)]
mod tests {
    use super::*;

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
