//! A configuration in which a word is known. It keeps every line that is there.

use toml_edit::{Array, DocumentMut, Item, Value};

/// What a configuration says once a word is known. `None` where it is no TOML, or has something else than a list under `words`.
#[must_use]
pub fn add_word(text: &str, word: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let words = document
        .entry("words")
        .or_insert(Item::Value(Value::Array(Array::new())));
    let words = words.as_array_mut()?;
    if !words.iter().any(|known| known.as_str() == Some(word)) {
        words.push(word);
    }
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Options;

    #[test]
    fn a_word_is_known_and_all_else_stays() {
        let known = |text: &str| add_word(text, "Van Mullry").unwrap();
        assert_eq!(known(""), "words = [\"Van Mullry\"]\n");
        assert_eq!(
            known("# Ours.\nwords = [\"Orbel\"] # names\n[rules]\n"),
            "# Ours.\nwords = [\"Orbel\", \"Van Mullry\"] # names\n[rules]\n"
        );
        assert_eq!(known("words = [\"Van Mullry\"]\n"), "words = [\"Van Mullry\"]\n");
        assert_eq!(add_word("words = 3\n", "Orbel"), None);
        let (options, problems) = Options::read(&known("[rules]\ndoubled-word = \"off\"\n"));
        assert_eq!(
            (options.words.as_slice(), problems.len()),
            (["Van Mullry".to_owned()].as_slice(), 0)
        );
        assert!(options.rules.contains_key("doubled-word"));
    }
}
