//! Set phrases: "it goes without saying", "needless to say". Their verbs report nothing. It judges no other words.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::text::{Span, table};

static PHRASES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let phrases = table::lines(include_str!("set_phrases.txt"));
    AhoCorasick::builder().ascii_case_insensitive(true).build(phrases).ok()
});

/// Where the set phrases of a text are. Linear in the text.
#[must_use]
pub fn of_text(text: &str) -> Vec<Span> {
    let found = PHRASES.iter().flat_map(|phrases| phrases.find_overlapping_iter(text));
    found.map(|found| Span::new(found.start(), found.end())).collect()
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
