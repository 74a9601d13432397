//! JSON that can be shown on a terminal as it is. It decides nothing about what is written.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

use crate::render::is_hidden;

/// Writes a value as compact JSON, in which the controls beyond ASCII are escaped too.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Escaping))?;
    Ok(())
}

/// A value as [`write`] writes it.
pub fn text_of(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    // Nothing can fail in memory.
    let _ = write(&mut text, value);
    String::from_utf8(text).unwrap_or_default()
}

struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(place) = rest.find(is_hidden) {
            let (before, after) = rest.split_at(place);
            CompactFormatter.write_string_fragment(out, before)?;
            let Some(hidden) = after.chars().next() else { break };
            write!(out, "\\u{:04x}", u32::from(hidden))?;
            rest = after.get(hidden.len_utf8()..).unwrap_or("");
        }
        CompactFormatter.write_string_fragment(out, rest)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_could_move_a_cursor_is_escaped_and_comes_back() {
        let text = "a\u{9b}2J\u{202e}é\u{1b}";
        let json = super::text_of(&text);
        assert_eq!(json, r#""a\u009b2J\u202eé\u001b""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
