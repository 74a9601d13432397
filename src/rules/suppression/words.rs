//! The words that a finding is about, for those who know that they are right. It finds nothing in them.

use crate::rules::{Category, Finding, find};
use crate::text::Span;

/// The most words of a name that can be ignored as a whole.
const MOST_WORDS: usize = 4;

/// The marked words without the marks around them and the ending of a possessive.
#[must_use]
pub fn marked_words(source: &str, span: Span) -> &str {
    let marked = source.get(span.start..span.end).unwrap_or("");
    let words = marked.trim_matches(|c: char| !c.is_alphanumeric());
    ["’s", "'s"]
        .iter()
        .find_map(|end| words.strip_suffix(end))
        .unwrap_or(words)
}

/// The words that can be ignored by themselves, if a finding is about a name.
#[must_use]
pub fn word_to_ignore<'a>(source: &'a str, finding: &Finding) -> Option<&'a str> {
    find(finding.code).filter(|rule| rule.category == Category::Names)?;
    let words = marked_words(source, finding.span);
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '’' | '\'' | '&');
    let is_name = words.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    (is_name && words.chars().all(is_plain) && words.split(' ').count() <= MOST_WORDS).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_possessives_are_not_part_of_a_word() {
        let of = |text: &'static str| marked_words(text, Span::new(0, text.len()));
        assert_eq!(of("Mullry’s"), "Mullry");
        assert_eq!(of("“Van Mullry,”"), "Van Mullry");
        assert_eq!(of("—"), "");
    }
}
