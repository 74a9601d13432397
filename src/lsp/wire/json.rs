//! The text of a message as a value. What the value means is not looked at.

use std::borrow::Cow;

use serde_json::Value;

/// Reads the body of a message. Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD: each is one
/// character to the client, too, so that positions after it stay right.
pub fn read(body: &[u8]) -> Result<Value, serde_json::Error> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    serde_json::from_slice(body).or_else(|error| {
        let text = String::from_utf8_lossy(body);
        match without_lone_surrogates(&text) {
            Cow::Borrowed(_) if matches!(text, Cow::Borrowed(_)) => Err(error),
            mended => serde_json::from_str(&mended),
        }
    })
}

/// The text with `\ufffd` for each escape that is half of a surrogate pair without the other half.
fn without_lone_surrogates(text: &str) -> Cow<'_, str> {
    let mut mended = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        let rest = text.get(at..).unwrap_or_default();
        at += match surrogate(rest) {
            None => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            Some(0xd800..=0xdbff) if matches!(rest.get(6..).and_then(surrogate), Some(0xdc00..=0xdfff)) => 12,
            Some(_) => {
                mended.push_str(text.get(kept..at).unwrap_or_default());
                mended.push_str("\\ufffd");
                kept = at + 6;
                6
            }
        };
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    mended.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(mended)
}

/// The half of a surrogate pair that is escaped at the start of `text`.
fn surrogate(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let unit = u16::from_str_radix(digits, 16).ok()?;
    matches!(unit, 0xd800..=0xdfff).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(json: &str) -> Option<String> {
        read(json.as_bytes()).ok()?.as_str().map(str::to_owned)
    }

    #[test]
    fn half_pairs_become_one_replacement_each() {
        assert_eq!(text(r#""a\ud83d\ude42b""#).as_deref(), Some("a🙂b"));
        assert_eq!(text(r#""a\ud83db\ude42""#).as_deref(), Some("a\u{fffd}b\u{fffd}"));
        assert_eq!(
            text(r#""\ud83d\ud83d\ude42\\ud83d""#).as_deref(),
            Some("\u{fffd}🙂\\ud83d")
        );
        assert_eq!(text(r#""\ud8"#), None);
        assert_eq!(text(r#""é\ud83d\é""#), None);
    }

    #[test]
    fn bytes_that_are_no_text_become_replacements() {
        let read = read(b"\"caf\xe9 au lait\"").unwrap();
        assert_eq!(read, "caf\u{fffd} au lait");
        assert!(super::read(b"{nonsense").is_err());
        assert_eq!(super::read("\u{feff}[]".as_bytes()).unwrap(), Value::Array(Vec::new()));
    }
}
