//! Which noun phrases name a document. A statement or a message is none: somebody speaks through it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::table;

static DOCUMENTS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("data/documents.txt")).collect());

/// Whether the noun of a phrase is one for documents: "the readout of the call", "two reports". Linear in its length.
#[must_use]
pub fn is_document(phrase: &str) -> bool {
    let head = phrase.split([',', '(']).next().unwrap_or("");
    let head = head.split(" of ").next().unwrap_or(head);
    let head = head.split_whitespace().next_back().unwrap_or("").to_lowercase();
    let singular = head.strip_suffix('s').unwrap_or(&head);
    DOCUMENTS.contains(head.as_str()) || DOCUMENTS.contains(singular)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_decides() {
        for phrase in [
            "the readout",
            "an Oresian readout of the call",
            "two reports",
            "the Act, which",
        ] {
            assert!(is_document(phrase), "{phrase}");
        }
        for phrase in ["a statement", "the report's author", "Rosa Weil", ""] {
            assert!(!is_document(phrase), "{phrase}");
        }
    }
}
