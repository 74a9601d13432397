//! Set phrases: "it goes without saying", "needless to say". Their verbs report nothing. It judges no other words.

use std::sync::LazyLock;

use crate::text::{Span, table};

static PHRASES: LazyLock<Vec<&'static str>> = LazyLock::new(|| table::lines(include_str!("set_phrases.txt")).collect());

/// Where the set phrases of a text are. Linear in the text.
#[must_use]
pub fn of_text(text: &str) -> Vec<Span> {
    // Offsets hold: of all letters, only ASCII ones change their case.
    let lower = text.to_ascii_lowercase();
    let found = |phrase: &&'static str| {
        let phrase = *phrase;
        lower
            .match_indices(phrase)
            .map(move |(at, _)| Span::new(at, at + phrase.len()))
    };
    PHRASES.iter().flat_map(found).collect()
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
    }
}
