//! Set phrases: "it goes without saying", "needless to say". Their verbs report nothing. It judges no other words.

use std::sync::LazyLock;

use crate::text::{Phrases, Span};

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("set_phrases.txt")));

/// Where the set phrases of a text are, each of whole words. Linear in the text.
#[must_use]
pub fn of_text(text: &str) -> Vec<Span> {
    let ends_word = |span: &Span| !text.get(span.end..).unwrap_or("").starts_with(char::is_alphanumeric);
    PHRASES.find(text).filter(ends_word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_phrase_is_found_wherever_it_is() {
        let text = "The gate, needless to say, was locked.";
        let found: Vec<&str> = of_text(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["needless to say"]);
        assert!(of_text("Lund had nothing to say.").is_empty());
        assert!(of_text("They remind you of it.").is_empty());
    }
}
