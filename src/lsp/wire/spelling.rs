//! Names of drafts as the client writes them. Some clients leave out what a URI must have encoded: they are served with the
//! encoded name inside, and with their own in every answer, since they compare names letter by letter.

use std::collections::HashMap;
use std::fmt::Write;
use std::str::FromStr;

use serde_json::Value;
use tower_lsp::ls_types::Uri;

/// What the client writes in place of URIs, by what is written here.
#[derive(Debug, Default)]
pub struct Spellings {
    of_client: HashMap<String, String>,
}

/// More names than this are not remembered; the client then gets the encoded ones.
const MOST: usize = 10_000;

impl Spellings {
    /// The URI that a client means; `None` if it is one as it is, or cannot be made one.
    pub fn read(&mut self, written: &str) -> Option<String> {
        if Uri::from_str(written).is_ok() {
            return None;
        }
        let encoded = encoded(written);
        Uri::from_str(&encoded).ok()?;
        if self.of_client.len() < MOST {
            self.of_client.insert(encoded.clone(), written.to_owned());
        }
        Some(encoded)
    }

    /// Whether the client writes all names as they are written here.
    pub fn is_empty(&self) -> bool {
        self.of_client.is_empty()
    }

    /// Writes the client's names in a message to it.
    pub fn restore(&self, message: &mut Value) {
        match message {
            Value::String(text) => {
                if let Some(written) = self.of_client.get(text) {
                    text.clone_from(written);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.restore(item)),
            Value::Object(fields) => {
                fields.values_mut().for_each(|value| self.restore(value));
                // Edits of several drafts have their names for keys.
                if fields.keys().any(|key| self.of_client.contains_key(key)) {
                    *fields = std::mem::take(fields)
                        .into_iter()
                        .map(|(key, value)| (self.of_client.get(&key).cloned().unwrap_or(key), value))
                        .collect();
                }
            }
            _ => {}
        }
    }
}

/// The text with everything encoded that a URI cannot have.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for (at, letter) in text.char_indices() {
        let is_plain = match letter {
            '%' => is_escape(text.get(at + 1..).unwrap_or_default()),
            _ => letter.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=".contains(letter),
        };
        if is_plain {
            encoded.push(letter);
        } else {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

fn is_escape(rest: &str) -> bool {
    let mut digits = rest.chars();
    let is_digit = |digit: Option<char>| digit.is_some_and(|digit| digit.is_ascii_hexdigit());
    is_digit(digits.next()) && is_digit(digits.next())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_uri_cannot_have_is_encoded_and_restored() {
        let mut spellings = Spellings::default();
        assert_eq!(spellings.read("file:///my%20desk/a.md"), None);
        let read = spellings.read("file:///my desk/100%/é [a]%20.md").unwrap();
        assert_eq!(read, "file:///my%20desk/100%25/%C3%A9%20%5Ba%5D%20.md");
        assert_eq!(spellings.read("no address"), None);
        let mut answer = json!({ "uri": read, "changes": { &read: [{ "newText": "x" }] }, "more": [&read, 1] });
        spellings.restore(&mut answer);
        let written = "file:///my desk/100%/é [a]%20.md";
        let expected = json!({ "uri": written, "changes": { written: [{ "newText": "x" }] }, "more": [written, 1] });
        assert_eq!(answer, expected);
    }
}
