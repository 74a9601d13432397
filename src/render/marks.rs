//! Quotation marks around words that stand on their own in a table or in metadata. It changes nothing between them.

/// Opening quotation marks with the closing ones that may belong to them.
const MARKS: &[(&str, &[&str])] = &[
    ("''", &["''"]),
    ("“", &["”"]),
    ("\"", &["\""]),
    ("„", &["“", "”"]),
    ("«", &["»"]),
    ("»", &["«"]),
    ("‘", &["’"]),
    ("'", &["'"]),
    ("‚", &["‘", "’"]),
    ("‹", &["›"]),
    ("›", &["‹"]),
];

/// The words of a quotation without the marks around them; one that runs on has no closing mark.
#[must_use]
pub fn unmarked(text: &str) -> &str {
    for (opening, closing) in MARKS {
        if let Some(rest) = text.strip_prefix(opening) {
            return closing.iter().find_map(|mark| rest.strip_suffix(mark)).unwrap_or(rest);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_marks_around_a_quotation_are_taken_off() {
        for (quoted, words) in [
            ("“We met.”", "We met."),
            ("“He said ‘no’", "He said ‘no’"),
            ("\"No\"", "No"),
            ("„Nein“", "Nein"),
            ("''No''", "No"),
            ("that they met", "that they met"),
            ("“", ""),
        ] {
            assert_eq!(unmarked(quoted), words);
        }
    }
}
